/**
 * What follows the name in BACKUP and RESTORE: devices and options. The parser keeps it as a list of tokens. Options that cannot change what is stored or
 * restored (sizes of buffers, tapes) are accepted; those that ask for something which is not there are refused by name.
 */

import { type Backup, type Clause, nvarchar, type Restore } from '@sprocket/tsql';
import type { DdlContext } from '../../catalog/ddl/context.ts';
import { type Clauses, clauses } from '../../catalog/ddl/keys/clauses.ts';
import { sqlError, unsupported } from '../../errors.ts';

export interface Tail {
  /** FROM DATABASE_SNAPSHOT = 'name' */
  readonly snapshot: string | null;
  /** File names as written; empty without TO or FROM. */
  readonly devices: readonly string[];
  /** Of each MIRROR TO. */
  readonly mirrors: readonly string[];
  readonly options: Options;
}

export interface Options {
  has(name: string): boolean;
  text(name: string): string | null;
  number(name: string): number | null;
  /** MOVE 'name' TO 'file' */
  readonly moves: readonly { readonly name: string; readonly to: string }[];
}

/** How an option is written: alone, with a value, with a value or alone, or MOVE. */
type Form = 'flag' | 'value' | 'flag or value' | 'move' | 'refused';

const forms = (form: Form, names: string): readonly (readonly [string, Form])[] => names.split(' ').map((name) => [name, form]);

const BOTH = [
  ...forms('flag', 'CHECKSUM NO_CHECKSUM STOP_ON_ERROR CONTINUE_AFTER_ERROR REWIND NOREWIND UNLOAD NOUNLOAD RESTART'),
  ...forms('value', 'MEDIANAME BLOCKSIZE BUFFERCOUNT MAXTRANSFERSIZE'),
  ...forms('flag or value', 'STATS'),
  ...forms('refused', 'STANDBY CREDENTIAL PASSWORD MEDIAPASSWORD'),
];

const BACKUP: ReadonlyMap<string, Form> = new Map([
  ...BOTH,
  ...forms('flag', 'INIT NOINIT FORMAT NOFORMAT SKIP NOSKIP COMPRESSION NO_COMPRESSION COPY_ONLY DIFFERENTIAL NO_TRUNCATE'),
  ...forms('value', 'NAME DESCRIPTION MEDIADESCRIPTION RETAINDAYS EXPIREDATE'),
  ...forms('refused', 'ENCRYPTION NORECOVERY FILE_SNAPSHOT METADATA_ONLY SNAPSHOT'),
]);

const RESTORE: ReadonlyMap<string, Form> = new Map([
  ...BOTH,
  ...forms('flag', 'REPLACE RECOVERY NORECOVERY LOADHISTORY'),
  ...forms('value', 'FILE'),
  ...forms('move', 'MOVE'),
  ...forms(
    'refused',
    'RESTRICTED_USER KEEP_REPLICATION KEEP_CDC ENABLE_BROKER ERROR_BROKER_CONVERSATIONS NEW_BROKER STOPAT STOPATMARK STOPBEFOREMARK PARTIAL DBNAME METADATA_ONLY',
  ),
]);

/** 3031 when both are asked for. */
const CONFLICTS: readonly (readonly [string, string])[] = [
  ['INIT', 'NOINIT'],
  ['FORMAT', 'NOFORMAT'],
  ['FORMAT', 'NOINIT'],
  ['FORMAT', 'NOSKIP'],
  ['SKIP', 'NOSKIP'],
  ['COMPRESSION', 'NO_COMPRESSION'],
  ['CHECKSUM', 'NO_CHECKSUM'],
  ['COPY_ONLY', 'DIFFERENTIAL'],
  ['RECOVERY', 'NORECOVERY'],
  ['RETAINDAYS', 'EXPIREDATE'],
];

export function tailOf(statement: Backup | Restore, context: DdlContext): Tail {
  const words = `${statement.kind.toUpperCase()} ${statement.what}`;
  const from = clauses(
    statement.clauses.map((clause) => valued(clause, context)),
    statement.what,
  );
  const isBackup = statement.kind === 'backup';
  if (!isBackup && from.accept('FROM', 'DATABASE_SNAPSHOT', '=')) {
    const snapshot = from.languageName();
    from.end();
    return { snapshot, devices: [], mirrors: [], options: NO_OPTIONS };
  }
  const devices = devicesAfter(from, isBackup ? 'TO' : 'FROM', words);
  const mirrors: string[] = [];
  while (isBackup && from.accept('MIRROR')) mirrors.push(...devicesAfter(from, 'TO', words));
  const options = from.accept('WITH') ? optionsOf(from, isBackup ? BACKUP : RESTORE, statement.kind.toUpperCase()) : NO_OPTIONS;
  from.end();
  return { snapshot: null, devices, mirrors, options };
}

/** Variables as the constants that they hold. */
function valued(clause: Clause, context: DdlContext): Clause {
  if (clause.kind !== 'variable') return clause;
  const value = context.evaluate(clause, nvarchar(4000));
  return { kind: 'string', value: String(value ?? ''), unicode: true, span: clause.span };
}

function devicesAfter(from: Clauses, word: string, words: string): readonly string[] {
  if (!from.accept(word)) {
    if (from.accept('FILE') || from.accept('FILEGROUP') || from.accept('READ_WRITE_FILEGROUPS') || from.accept('PAGE'))
      throw unsupported(`${words} of files and filegroups`);
    return [];
  }
  const devices = [deviceIn(from, words)];
  while (from.accept(',')) devices.push(deviceIn(from, words));
  if (devices.length > 1) throw unsupported(`${words} ${word} several devices`);
  return devices;
}

function deviceIn(from: Clauses, words: string): string {
  const kind = from.name();
  if (from.accept('=')) {
    if (kind.toUpperCase() !== 'DISK') throw unsupported(`${words} with ${kind.toUpperCase()}`);
    return from.text();
  }
  // A device that was made with sp_addumpdevice; there are none.
  throw sqlError(3206, kind);
}

function optionsOf(from: Clauses, table: ReadonlyMap<string, Form>, statement: string): Options {
  const values = new Map<string, string | null>();
  const moves: { name: string; to: string }[] = [];
  do {
    const name = from.name();
    const key = name.toUpperCase();
    switch (table.get(key)) {
      case 'flag':
        values.set(key, null);
        break;
      case 'value':
        from.expect('=');
        values.set(key, from.languageName());
        break;
      case 'flag or value':
        values.set(key, from.accept('=') ? from.languageName() : null);
        break;
      case 'move':
        moves.push(moveIn(from));
        break;
      case 'refused':
        throw unsupported(`${statement} … WITH ${key}`);
      case undefined:
        throw sqlError(155, name, statement);
    }
  } while (from.accept(','));
  const both = CONFLICTS.find(([a, b]) => values.has(a) && values.has(b));
  if (both !== undefined) throw sqlError(3031, both[0].toLowerCase(), both[1].toLowerCase());
  return options(values, moves);
}

function moveIn(from: Clauses): { name: string; to: string } {
  const name = from.text();
  from.expect('TO');
  return { name, to: from.text() };
}

function options(values: ReadonlyMap<string, string | null>, moves: Options['moves']): Options {
  const number = (name: string): number | null => {
    const value = values.get(name);
    if (value === undefined || value === null) return null;
    if (!/^\d{1,9}$/.test(value)) throw sqlError(102, value);
    if (Number(value) > (LARGEST[name] ?? Number.POSITIVE_INFINITY)) throw sqlError(3250, value, name);
    return Number(value);
  };
  return { has: (name) => values.has(name), text: (name) => values.get(name) ?? null, number, moves };
}

const LARGEST: Readonly<Record<string, number>> = { RETAINDAYS: 99_999 };

const NO_OPTIONS = options(new Map(), []);
