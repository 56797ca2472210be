/** CREATE and ALTER DATABASE, BACKUP, RESTORE, DBCC. */
import type { AlterDatabase, Backup, Clause, CreateDatabase, Dbcc, FileGroup, FileSpec, Identifier, Restore } from '../ast/index.ts';
import type { Token } from '../lexer/token.ts';
import { constantOrWord } from './execute.ts';
import { identifier, isName, variable } from './names.ts';
import { clauses, optionList, optionsInParentheses, withOptions } from './options.ts';
import type { Parser } from './state.ts';
import { accept, acceptWords, advance, at, atWords, expect, expectOne, list, parenthesized, peek, spanFrom, syntaxError } from './state.ts';

type Draft<Node> = { -readonly [Key in keyof Node]: Node[Key] };

export function createDatabase(p: Parser, start: Token): CreateDatabase {
  expect(p, 'DATABASE');
  const draft: Draft<CreateDatabase> = {
    kind: 'createDatabase',
    name: identifier(p),
    containment: null,
    files: [],
    logFiles: [],
    collation: null,
    for: null,
    snapshotOf: null,
    options: [],
    span: spanFrom(p, start),
  };
  while (databaseClause(p, draft));
  return { ...draft, span: spanFrom(p, start) };
}

function databaseClause(p: Parser, draft: Draft<CreateDatabase>): boolean {
  if (acceptWords(p, 'CONTAINMENT', '=')) draft.containment = containment(p);
  else if (accept(p, 'ON')) draft.files = fileGroups(p);
  else if (acceptWords(p, 'LOG', 'ON')) draft.logFiles = list(p, fileSpec);
  else if (accept(p, 'COLLATE')) draft.collation = identifier(p);
  else if (accept(p, 'FOR')) draft.for = expectOne(p, ['ATTACH', 'ATTACH_REBUILD_LOG', 'LOAD']);
  else if (acceptWords(p, 'AS', 'SNAPSHOT', 'OF')) draft.snapshotOf = identifier(p);
  else if (at(p, 'WITH')) draft.options = withOptions(p);
  else return false;
  return true;
}

function containment(p: Parser): 'NONE' | 'PARTIAL' {
  return expectOne(p, ['NONE', 'PARTIAL']);
}

/** Files before any FILEGROUP are in a group without a name; PRIMARY before them is noise. */
function fileGroups(p: Parser): FileGroup[] {
  const groups: FileGroup[] = [];
  do groups.push(fileGroup(p));
  while (at(p, 'FILEGROUP') || accept(p, ','));
  return groups;
}

function fileGroup(p: Parser): FileGroup {
  const start = p.token;
  const primary = accept(p, 'PRIMARY');
  const name = accept(p, 'FILEGROUP') ? identifier(p) : null;
  const modifiers: string[] = [];
  while (at(p, 'CONTAINS') || at(p, 'DEFAULT')) modifiers.push(fileGroupModifier(p));
  const files = [fileSpec(p)];
  while (at(p, ',') && peek(p, 1) === '(' && accept(p, ',')) files.push(fileSpec(p));
  // A comma may stand before the next FILEGROUP.
  if (at(p, ',') && peek(p, 1) === 'FILEGROUP') accept(p, ',');
  return { kind: 'fileGroup', name, primary, modifiers, files, span: spanFrom(p, start) };
}

function fileGroupModifier(p: Parser): string {
  if (accept(p, 'DEFAULT')) return 'DEFAULT';
  expect(p, 'CONTAINS');
  return `CONTAINS ${expectOne(p, ['FILESTREAM', 'MEMORY_OPTIMIZED_DATA'])}`;
}

function fileSpec(p: Parser): FileSpec {
  const start = p.token;
  return { kind: 'fileSpec', options: optionsInParentheses(p), span: spanFrom(p, start) };
}

export function alterDatabase(p: Parser, start: Token): AlterDatabase {
  expect(p, 'DATABASE');
  const name = accept(p, 'CURRENT') ? null : identifier(p);
  return { kind: 'alterDatabase', name, action: databaseAction(p), span: spanFrom(p, start) };
}

/** Starting words that belong to an ALTER DATABASE. */
const INNER_WORDS = ['SET', 'ADD', 'ALTER', 'DROP', 'ROLLBACK'];

function databaseAction(p: Parser): AlterDatabase['action'] {
  const start = p.token;
  if (accept(p, 'COLLATE')) return { kind: 'collateDatabase', collation: identifier(p), span: spanFrom(p, start) };
  if (acceptWords(p, 'MODIFY', 'NAME', '=')) return { kind: 'renameDatabase', name: identifier(p), span: spanFrom(p, start) };
  if (!accept(p, 'SET')) return { kind: 'alterDatabaseOther', clauses: requiredClauses(p), span: spanFrom(p, start) };
  const options = optionList(p);
  const termination: Clause[] = accept(p, 'WITH') ? clauses(p, ['ROLLBACK']) : [];
  return { kind: 'setDatabaseOptions', options, termination, span: spanFrom(p, start) };
}

function requiredClauses(p: Parser): Clause[] {
  const items = clauses(p, INNER_WORDS);
  return items.length === 0 ? syntaxError(p) : items;
}

/** What BACKUP and RESTORE are about; a bare database or log unless one of these. */
const BACKUP_CLASSES = ['DATABASE', 'LOG', 'TRANSACTION', 'TRAN', 'CERTIFICATE', 'SERVICE MASTER KEY', 'MASTER KEY', 'SYMMETRIC KEY'];
const RESTORE_CLASSES = [
  'DATABASE',
  'LOG',
  'TRANSACTION',
  'TRAN',
  'HEADERONLY',
  'FILELISTONLY',
  'VERIFYONLY',
  'LABELONLY',
  'REWINDONLY',
  'SERVICE MASTER KEY',
  'MASTER KEY',
  'SYMMETRIC KEY',
];

/** BACKUP and its old name DUMP. */
export function backupStatement(p: Parser): Backup {
  const start = advance(p);
  const what = backupClass(p, BACKUP_CLASSES);
  return { kind: 'backup', what, name: optionalName(p), clauses: clauses(p), span: spanFrom(p, start) };
}

/** RESTORE and its old name LOAD. */
export function restoreStatement(p: Parser): Restore {
  const start = advance(p);
  const what = backupClass(p, RESTORE_CLASSES);
  return { kind: 'restore', what, name: optionalName(p), clauses: clauses(p, ['FILE']), span: spanFrom(p, start) };
}

function backupClass(p: Parser, classes: readonly string[]): string {
  const what = classes.find((words) => acceptWords(p, ...words.split(' '))) ?? syntaxError(p);
  return what === 'TRANSACTION' || what === 'TRAN' ? 'LOG' : what;
}

function optionalName(p: Parser): Identifier | Backup['name'] {
  if (p.token.type === 'variable') return variable(p);
  return isName(p) && !at(p, 'TO') ? identifier(p) : null;
}

/** `DBCC CHECKIDENT ('t', RESEED, 0) WITH NO_INFOMSGS` */
export function dbccStatement(p: Parser): Dbcc {
  const start = expect(p, 'DBCC');
  if (p.token.type !== 'word' && p.token.type !== 'keyword') syntaxError(p);
  const command = advance(p).key;
  const args = atWords(p, '(', ')') ? emptyArguments(p) : at(p, '(') ? parenthesized(p, constantOrWord) : [];
  return { kind: 'dbcc', command, args, options: withOptions(p), span: spanFrom(p, start) };
}

function emptyArguments(p: Parser): [] {
  acceptWords(p, '(', ')');
  return [];
}
