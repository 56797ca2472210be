/**
 * Telling triggers on the database and on the server what data definition has done. They run inside the statement, after it, so that a ROLLBACK in one
 * undoes it. Each gets the event as the XML document of EVENTDATA().
 */

import type { Option } from '@sprocket/tsql';
import { type DdlEvent, type Detail, type EventCatalogs, eventsOf } from '../catalog/ddl/events.ts';
import type { DdlStatement } from '../catalog/ddl/index.ts';
import { secretsIn } from '../catalog/ddl/keys/events.ts';
import { eventsOfProcedure } from '../catalog/ddl/procedure-events.ts';
import { type DatabaseCatalog, nameKey, type Table } from '../catalog/model.ts';
import { escapeText } from '../functions/xml/text.ts';
import type { Steps } from '../run/contracts.ts';
import { instructionOf } from '../run/recover.ts';
import { runDdlTrigger } from '../run/triggers.ts';
import type { Value } from '../values/value.ts';
import { EPOCH_TICKS, localTicks } from './clock.ts';
import type { SessionCore } from './session-core.ts';

/** Looks at what is there before the statement; what it returns fires the triggers once it is done. */
export function announcement(core: SessionCore, statement: DdlStatement, text: string): () => Steps<void> {
  return announce(
    core,
    (catalogs) => eventsOf(statement, catalogs),
    () => commandText(statement, text),
  );
}

/** The same for a system procedure with its arguments. */
export function procedureAnnouncement(core: SessionCore, procedure: string, args: readonly Value[]): () => Steps<void> {
  return announce(
    core,
    (catalogs) => eventsOfProcedure(procedure, args, catalogs),
    () => runningText(core),
  );
}

/** SELECT INTO has made a table. */
export function tableAnnouncement(
  core: SessionCore,
  database: DatabaseCatalog,
  { schema, name }: Pick<Table, 'schema' | 'name'>,
): () => Steps<void> {
  const event = { type: 'CREATE_TABLE', database: database.name, schema, object: name, objectType: 'TABLE', target: null };
  return announce(
    core,
    () => [event],
    () => runningText(core),
  );
}

const nothing = function* (): Steps<void> {};

function announce(core: SessionCore, happens: (catalogs: EventCatalogs) => readonly DdlEvent[], command: () => string): () => Steps<void> {
  const { catalogs } = core;
  const known = new Set(allTriggers(core));
  if (known.size === 0) return nothing;
  const events = happens({ database: (name) => catalogs.database(name), defaultSchema: catalogs.defaultSchema });
  return function* () {
    for (const event of events) {
      const databaseId = event.database === undefined ? null : (catalogs.database(event.database)?.databaseId ?? null);
      // A new trigger does not see its own creation.
      const modules = core.modules.ddlTriggers(event.type, databaseId).filter((module) => known.has(module.objectId));
      if (modules.length === 0) continue;
      const data = eventDocument(core, event, command());
      for (const module of modules) yield* runDdlTrigger(core, module, data);
    }
  };
}

/** The text of the statement that runs: the call of a procedure, or a SELECT. */
function runningText({ current }: SessionCore): string {
  const instruction = current === null ? undefined : instructionOf(current);
  if (current === null || instruction === undefined || !('statement' in instruction)) return '';
  const { start, end } = instruction.statement.span;
  return current.compiled.text.slice(start, end);
}

function* allTriggers(core: SessionCore): Iterable<number> {
  for (const trigger of core.catalogs.server.triggers ?? []) yield trigger.id;
  for (const object of core.catalogs.current.objects.values()) if (object.kind === 'trigger') yield object.id;
}

/** Modules and schemas are the whole batch; other statements are themselves, with asterisks for passwords. */
function commandText(statement: DdlStatement, text: string): string {
  if (WHOLE_BATCH.has(statement.kind)) return text;
  const { start, end } = statement.span;
  const secrets =
    statement.kind === 'administrative'
      ? secretsIn(statement.clauses)
      : 'options' in statement
        ? secretSpans(statement.options as readonly Option[])
        : [];
  let shown = '';
  let from = start;
  for (const secret of secrets) {
    shown += `${text.slice(from, secret.start)}'******'`;
    from = secret.end;
  }
  return shown + text.slice(from, end);
}

const SECRETS: ReadonlySet<string> = new Set(['PASSWORD', 'OLD_PASSWORD', 'SECRET']);

const secretSpans = (options: readonly Option[]): readonly Option['span'][] =>
  options.flatMap(({ name, values }) => (SECRETS.has(name) ? values.slice(0, 1).map(({ span }) => span) : []));

const WHOLE_BATCH: ReadonlySet<DdlStatement['kind']> = new Set<DdlStatement['kind']>([
  'createProcedure',
  'createFunction',
  'createView',
  'createTrigger',
  'createSchema',
  'createDefault',
  'createRule',
]);

function eventDocument(core: SessionCore, event: DdlEvent, command: string): string {
  const { schema, database, target } = event;
  const isOn = (on: boolean): string => (on ? 'ON' : 'OFF');
  const options = [
    `ANSI_NULLS="${isOn(core.options.ansiNulls)}"`,
    `ANSI_NULL_DEFAULT="${isOn(core.options.ansiNullDefaultOn)}"`,
    `ANSI_PADDING="${isOn(core.options.ansiPadding)}"`,
    `QUOTED_IDENTIFIER="${isOn(core.options.quotedIdentifier)}"`,
    'ENCRYPTED="FALSE"',
  ];
  return [
    '<EVENT_INSTANCE>',
    ...eventHead(core, event.type),
    database === undefined ? '' : element('UserName', core.userName),
    database === undefined ? '' : element('DatabaseName', database),
    schema === null ? '' : element('SchemaName', schema),
    element('ObjectName', event.object),
    element('ObjectType', event.objectType),
    target === null ? '' : element('TargetObjectName', target.object) + element('TargetObjectType', target.objectType),
    ...(event.details ?? []).map(detail),
    `<TSQLCommand><SetOptions ${options.join(' ')}/>${element('CommandText', command)}</TSQLCommand>`,
    '</EVENT_INSTANCE>',
  ].join('');
}

/** What every event begins with. */
function eventHead(core: SessionCore, type: string): readonly string[] {
  return [
    element('EventType', type),
    element('PostTime', new Date(Number((localTicks() - EPOCH_TICKS) / 10_000n)).toISOString().slice(0, 23)),
    element('SPID', String(core.id)),
    element('ServerName', core.instance.options.serverName),
    element('LoginName', core.loginName),
  ];
}

/** EVENTDATA() of LOGON triggers. */
export function logonDocument(core: SessionCore): string {
  const login = core.catalogs.server.logins.get(nameKey(core.loginName));
  return [
    '<EVENT_INSTANCE>',
    ...eventHead(core, 'LOGON'),
    element('LoginType', 'SQL Login'),
    element('SID', Buffer.from(login?.sid ?? '', 'hex').toString('base64')),
    element('ClientHost', core.login.clientAddress === '' ? '<local machine>' : core.login.clientAddress),
    element('IsPooled', '0'),
    '</EVENT_INSTANCE>',
  ].join('');
}

function detail([name, value]: Detail): string {
  if (typeof value === 'string') return element(name, value);
  return `<${name}>${value.values.map((one) => element(value.each, one)).join('')}</${name}>`;
}

const element = (name: string, text: string): string => `<${name}>${escapeText(text)}</${name}>`;
