/** What the server keeps as a whole: values of configuration options, and user-defined messages. */

import { INT, nvarchar, SMALLINT, SYSNAME, varchar } from '@sprocket/tsql';
import { sqlError } from '../../../errors.ts';
import { commitServer } from '../../ddl/apply.ts';
import { sameName } from '../../find.ts';
import { setConfiguration, setMessages, type UserMessage } from '../../server.ts';
import { CONFIGURATION } from '../../views/constants.ts';
import type { NativeContext, NativeProcedure } from '../procedure.ts';
import { native, parameter } from './native.ts';

/** What sp_configure does when it is given a value; it has found the option's whole name and looked at the range. */
function setOption(context: NativeContext, name: string | null, value: number | null): void {
  const option = CONFIGURATION.find((candidate) => candidate.name === name);
  if (option === undefined || value === null) throw sqlError(15123, name ?? '(null)');
  const server = context.server.catalog();
  const before = server.pending?.[option.name] ?? server.configuration[option.name] ?? option.value;
  commitServer(context, setConfiguration(server, option.name, value));
  context.inform(15457, option.name, before, value);
}

const FIRST_MESSAGE = 50001;

interface NewMessage {
  readonly id: number;
  readonly severity: number;
  readonly text: string;
  readonly language: string;
  readonly logged: boolean;
  readonly replace: boolean;
}

function addMessage(context: NativeContext, { id, severity, text, language, logged, replace }: NewMessage): void {
  if (id < FIRST_MESSAGE) throw sqlError(15040);
  if (severity < 1 || severity > 25) throw sqlError(15041);
  const server = context.server.catalog();
  const others = server.messages.filter((message) => !isMessage(message, id, language));
  if (others.length < server.messages.length && !replace) throw sqlError(15043);
  commitServer(context, setMessages(server, [...others, { id, language, severity, text, logged }]));
}

const isMessage = (message: UserMessage, id: number, language: string): boolean =>
  message.id === id && sameName(message.language, language);

/** `all` stands for every language. */
function dropMessage(context: NativeContext, id: number | null, language: string | null): void {
  const server = context.server.catalog();
  const isMeant = (message: UserMessage): boolean =>
    message.id === id && (language === null || sameName(language, 'all') || sameName(message.language, language));
  const rest = server.messages.filter((message) => !isMeant(message));
  if (rest.length === server.messages.length) throw sqlError(15179, id ?? 0);
  commitServer(context, setMessages(server, rest));
}

function alterMessage(context: NativeContext, id: number | null, name: string | null, value: string | null): void {
  if (name?.trim().toUpperCase() !== 'WITH_LOG') throw sqlError(15600, 'sp_altermessage');
  const server = context.server.catalog();
  const logged = value?.trim().toLowerCase() === 'true';
  if (!server.messages.some((message) => message.id === id)) throw sqlError(15179, id ?? 0);
  commitServer(
    context,
    setMessages(
      server,
      server.messages.map((message) => (message.id === id ? { ...message, logged } : message)),
    ),
  );
}

const ENGLISH = 'us_english';

export const SERVER: readonly NativeProcedure[] = [
  native('sp_MSsetconfiguration', {
    writes: 'server',
    parameters: [parameter('configname', nvarchar(35)), parameter('configvalue', INT)],
    run: setOption,
  }),
  native('sp_addmessage', {
    writes: 'server',
    parameters: [
      parameter('msgnum', INT),
      parameter('severity', SMALLINT),
      parameter('msgtext', nvarchar(255)),
      parameter('lang', SYSNAME, 'NULL'),
      parameter('with_log', varchar(5), "'FALSE'"),
      parameter('replace', varchar(7), 'NULL'),
    ],
    run: (
      context,
      id: number | null,
      severity: number | null,
      text: string | null,
      lang: string | null,
      log: string | null,
      replace: string | null,
    ) =>
      addMessage(context, {
        id: id ?? 0,
        severity: severity ?? 0,
        text: text ?? '',
        language: lang ?? ENGLISH,
        logged: log?.trim().toUpperCase() === 'TRUE',
        replace: replace?.trim().toUpperCase() === 'REPLACE',
      }),
  }),
  native('sp_dropmessage', {
    writes: 'server',
    parameters: [parameter('msgnum', INT), parameter('lang', SYSNAME, 'NULL')],
    run: dropMessage,
  }),
  native('sp_altermessage', {
    writes: 'server',
    parameters: [parameter('message_id', INT), parameter('parameter', SYSNAME), parameter('parameter_value', varchar(5))],
    run: alterMessage,
  }),
];
