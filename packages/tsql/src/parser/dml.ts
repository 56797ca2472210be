/**
 * SELECT, INSERT, UPDATE, DELETE, MERGE and TRUNCATE as statements. Those that may begin with WITH take the clause that was read.
 */
import type {
  CommonTable,
  Delete,
  Execute,
  Expression,
  Identifier,
  Insert,
  InsertSource,
  Merge,
  MergeWhen,
  Output,
  PartitionRange,
  Select,
  Statement,
  TableHint,
  TableSource,
  Top,
  Truncate,
  Update,
  With,
  XmlNamespace,
} from '../ast/index.ts';
import type { Token } from '../lexer/token.ts';
import { optionalAlias } from './alias.ts';
import { assignments } from './assignment.ts';
import { callArguments } from './call.ts';
import { cursorReference } from './cursor-reference.ts';
import { execute } from './execute.ts';
import { hintsFollow, isDirtyRead, optionClause, tableHints } from './hints.ts';
import { startsQuery } from './lookahead.ts';
import { identifier, nameList, objectName, stringLiteral, variable } from './names.ts';
import { selectItem, topClause } from './query.ts';
import { ROWSET_FUNCTIONS } from './rowset.ts';
import { fromClause, tableSource, valueRow } from './source.ts';
import type { Parser } from './state.ts';
import {
  accept,
  acceptWords,
  at,
  atWords,
  expect,
  expectOne,
  expectWords,
  list,
  parenthesized,
  peek,
  previous,
  report,
  spanFrom,
  syntaxError,
  tokenAt,
} from './state.ts';

/** A statement that begins with WITH. */
export function withStatement(p: Parser): Statement {
  const start = p.token;
  const clause = withClause(p);
  switch (p.token.key) {
    case 'INSERT':
      return insertStatement(p, clause, start);
    case 'UPDATE':
      return updateStatement(p, clause, start);
    case 'DELETE':
      return deleteStatement(p, clause, start);
    case 'MERGE':
      return mergeStatement(p, clause, start);
    default:
      return selectStatement(p, clause, start);
  }
}

/** A SELECT with its WITH clause, as views, functions and cursors hold it. */
export function select(p: Parser): Select {
  const start = p.token;
  return selectStatement(p, at(p, 'WITH') ? withClause(p) : null, start);
}

/** A data change inside FROM; no WITH and no terminator there. */
export function dataChange(p: Parser): Insert | Update | Delete | Merge {
  switch (p.token.key) {
    case 'INSERT':
      return insert(p, null, p.token);
    case 'UPDATE':
      return updateStatement(p, null, p.token);
    case 'DELETE':
      return deleteStatement(p, null, p.token);
    default:
      return merge(p, null, p.token);
  }
}

function withClause(p: Parser): With {
  const start = expect(p, 'WITH');
  let namespaces: XmlNamespace[] = [];
  let context: Expression | null = null;
  if (acceptWords(p, 'XMLNAMESPACES')) namespaces = parenthesized(p, xmlNamespace);
  else if (atWords(p, 'CHANGE_TRACKING_CONTEXT', '(')) context = changeTrackingContext(p);
  const first = namespaces.length === 0 && context === null;
  const tables = first || accept(p, ',') ? list(p, commonTable) : [];
  return { kind: 'with', namespaces, changeTrackingContext: context, tables, span: spanFrom(p, start) };
}

function xmlNamespace(p: Parser): XmlNamespace {
  const start = p.token;
  if (accept(p, 'DEFAULT')) return { kind: 'xmlNamespace', uri: stringLiteral(p).value, prefix: null, span: spanFrom(p, start) };
  const uri = stringLiteral(p).value;
  expect(p, 'AS');
  return { kind: 'xmlNamespace', uri, prefix: identifier(p), span: spanFrom(p, start) };
}

function changeTrackingContext(p: Parser): Expression {
  expectWords(p, 'CHANGE_TRACKING_CONTEXT', '(');
  const context = p.rules.value(p);
  expect(p, ')');
  return context;
}

function commonTable(p: Parser): CommonTable {
  const start = p.token;
  const name = identifier(p);
  const columns = nameList(p);
  expect(p, 'AS');
  expect(p, '(');
  const query = p.rules.query(p);
  expect(p, ')');
  return { kind: 'commonTable', name, columns, query, span: spanFrom(p, start) };
}

function selectStatement(p: Parser, clause: With | null, start: Token): Select {
  const query = p.rules.query(p);
  return { kind: 'select', with: clause, query, hints: optionClause(p), span: spanFrom(p, start) };
}

export function insertStatement(p: Parser, clause: With | null, start: Token): Statement {
  return insert(p, clause, start);
}

function insert(p: Parser, clause: With | null, start: Token): Insert {
  expect(p, 'INSERT');
  const top = dmlTop(p);
  accept(p, 'INTO');
  const target = dmlTarget(p);
  const columns = at(p, '(') && !startsQuery(p, 1) ? parenthesized(p, insertColumn) : null;
  const output = outputClauses(p);
  const source = insertSource(p);
  return { kind: 'insert', with: clause, top, target, columns, output, source, hints: optionClause(p), span: spanFrom(p, start) };
}

/** Its count stands in parentheses: only SELECT may leave them out. */
function dmlTop(p: Parser): Top | null {
  if (!at(p, 'TOP')) return null;
  if (peek(p, 1) !== '(') syntaxError(p, tokenAt(p, 1));
  return topClause(p);
}

/** Qualified names are allowed; only the column counts. */
function insertColumn(p: Parser): Identifier {
  const { parts } = objectName(p);
  return parts[parts.length - 1]!;
}

function insertSource(p: Parser): InsertSource {
  const start = p.token;
  if (accept(p, 'VALUES')) return { kind: 'insertValues', rows: list(p, valueRow), span: spanFrom(p, start) };
  if (acceptWords(p, 'DEFAULT', 'VALUES')) return { kind: 'insertDefaults', span: spanFrom(p, start) };
  if (at(p, 'EXEC') || at(p, 'EXECUTE')) return { kind: 'insertExecute', execute: executeForRows(p), span: spanFrom(p, start) };
  return { kind: 'insertQuery', query: p.rules.query(p), span: spanFrom(p, start) };
}

/** Whoever takes the rows says what they are: WITH RESULT SETS is an error at its last word. */
function executeForRows(p: Parser): Execute {
  const statement = execute(p);
  const { resultSets, span } = statement.options;
  if (resultSets === null) return statement;
  const index = p.tokens.findIndex((token) => token.start >= span.start && token.key === 'SETS');
  return syntaxError(p, p.tokens[index]);
}

/** What INSERT, UPDATE, DELETE and MERGE change: a name, a table variable or a remote rowset, with hints (never without WITH) but without an alias. */
function dmlTarget(p: Parser): TableSource {
  const start = p.token;
  if (start.type === 'variable') {
    const { name } = variable(p);
    const hints = at(p, 'WITH') && hintsFollow(p) ? targetHints(p) : [];
    return { kind: 'tableVariable', name, alias: null, hints, span: spanFrom(p, start) };
  }
  const rowset = ROWSET_FUNCTIONS[start.key];
  if (rowset !== undefined && peek(p, 1) === '(') return rowset(p);
  const name = objectName(p);
  const hints = at(p, 'WITH') && hintsFollow(p) ? targetHints(p) : [];
  return { kind: 'table', name, alias: null, systemTime: null, sample: null, hints, forPath: false, span: spanFrom(p, start) };
}

/** Hints for how rows are found. */
const ACCESS_PATHS: ReadonlySet<string> = new Set(['INDEX', 'FORCESEEK', 'FORCESCAN']);

function targetHints(p: Parser): TableHint[] {
  const hints = tableHints(p);
  const dirty = hints.find(isDirtyRead);
  if (dirty !== undefined) report(p, 1065, dirty.span);
  const path = hints.find(({ name }) => ACCESS_PATHS.has(name));
  if (path !== undefined) report(p, 1069, path.span);
  return hints;
}

/** UPDATE and DELETE also reach a table through a function: its rows are changed as those of a view are. */
function rowsTarget(p: Parser): TableSource {
  const target = dmlTarget(p);
  if (target.kind !== 'table' || target.hints.length > 0 || !at(p, '(')) return target;
  if (hintsFollow(p)) syntaxError(p);
  const { args } = callArguments(p);
  const hints = hintsFollow(p) ? tableHints(p) : [];
  return { kind: 'tableFunction', name: target.name, args, alias: null, columns: [], hints, span: spanFrom(p, target.span) };
}

/** OUTPUT with and without INTO; a statement may have both. */
function outputClauses(p: Parser): Output[] {
  const outputs: Output[] = [];
  while (at(p, 'OUTPUT') && outputs.length < 2) outputs.push(outputClause(p));
  return outputs;
}

function outputClause(p: Parser): Output {
  const start = expect(p, 'OUTPUT');
  const items = list(p, selectItem);
  const into = accept(p, 'INTO') ? dmlTarget(p) : null;
  const columns = into !== null && at(p, '(') && !startsQuery(p, 1) ? nameList(p) : [];
  return { kind: 'output', items, into, columns, span: spanFrom(p, start) };
}

export function updateStatement(p: Parser, clause: With | null, start: Token): Update {
  expect(p, 'UPDATE');
  const top = dmlTop(p);
  const target = rowsTarget(p);
  expect(p, 'SET');
  const set = assignments(p);
  const output = outputClauses(p);
  const from = accept(p, 'FROM') ? fromClause(p) : [];
  const where = whereClause(p);
  return { kind: 'update', with: clause, top, target, set, output, from, where, hints: optionClause(p), span: spanFrom(p, start) };
}

export function deleteStatement(p: Parser, clause: With | null, start: Token): Delete {
  expect(p, 'DELETE');
  const top = dmlTop(p);
  accept(p, 'FROM');
  const target = rowsTarget(p);
  const output = outputClauses(p);
  const from = accept(p, 'FROM') ? fromClause(p) : [];
  const where = whereClause(p);
  return { kind: 'delete', with: clause, top, target, output, from, where, hints: optionClause(p), span: spanFrom(p, start) };
}

function whereClause(p: Parser): Update['where'] {
  if (!accept(p, 'WHERE')) return null;
  const start = p.token;
  if (!acceptWords(p, 'CURRENT', 'OF')) return p.rules.condition(p);
  return { kind: 'currentOf', cursor: cursorReference(p), span: spanFrom(p, start) };
}

export function mergeStatement(p: Parser, clause: With | null, start: Token): Merge {
  const statement = merge(p, clause, start);
  if (!at(p, ';')) report(p, 10713, previous(p));
  return statement;
}

function merge(p: Parser, clause: With | null, start: Token): Merge {
  expect(p, 'MERGE');
  const top = dmlTop(p);
  accept(p, 'INTO');
  const target = mergeTarget(p);
  expect(p, 'USING');
  const source = tableSource(p);
  expect(p, 'ON');
  const on = p.rules.condition(p);
  const whens = [mergeWhen(p)];
  while (at(p, 'WHEN')) whens.push(mergeWhen(p));
  const output = outputClauses(p);
  return { kind: 'merge', with: clause, top, target, source, on, whens, output, hints: optionClause(p), span: spanFrom(p, start) };
}

function mergeTarget(p: Parser): TableSource {
  const target = dmlTarget(p);
  if (target.kind !== 'table' && target.kind !== 'tableVariable') return target;
  const alias = optionalAlias(p);
  return { ...target, alias, span: spanFrom(p, target.span) };
}

function mergeWhen(p: Parser): MergeWhen {
  const start = expect(p, 'WHEN');
  const match = mergeMatch(p);
  const condition = accept(p, 'AND') ? p.rules.condition(p) : null;
  expect(p, 'THEN');
  const { token } = p;
  const action = mergeAction(p);
  // Rows without a match in the target can only be inserted, all others only be changed.
  if ((action.kind === 'mergeInsert') !== (match === 'notMatchedByTarget'))
    report(p, match === 'notMatchedByTarget' ? 10710 : 10711, token, token.key, MATCHES[match]);
  return { kind: 'mergeWhen', match, condition, action, span: spanFrom(p, start) };
}

const MATCHES = { matched: 'WHEN MATCHED', notMatchedByTarget: 'WHEN NOT MATCHED', notMatchedBySource: 'WHEN NOT MATCHED BY SOURCE' };

function mergeMatch(p: Parser): MergeWhen['match'] {
  if (accept(p, 'MATCHED')) return 'matched';
  expectWords(p, 'NOT', 'MATCHED');
  if (!accept(p, 'BY')) return 'notMatchedByTarget';
  return expectOne(p, ['TARGET', 'SOURCE']) === 'TARGET' ? 'notMatchedByTarget' : 'notMatchedBySource';
}

function mergeAction(p: Parser): MergeWhen['action'] {
  const start = p.token;
  if (accept(p, 'DELETE')) return { kind: 'mergeDelete', span: spanFrom(p, start) };
  if (acceptWords(p, 'UPDATE', 'SET')) return { kind: 'mergeUpdate', set: assignments(p), span: spanFrom(p, start) };
  expect(p, 'INSERT');
  const columns = at(p, '(') ? parenthesized(p, insertColumn) : null;
  if (acceptWords(p, 'DEFAULT', 'VALUES')) return { kind: 'mergeInsert', columns, values: null, span: spanFrom(p, start) };
  expect(p, 'VALUES');
  return { kind: 'mergeInsert', columns, values: valueRow(p), span: spanFrom(p, start) };
}

export function truncateStatement(p: Parser): Truncate {
  const start = expect(p, 'TRUNCATE');
  expect(p, 'TABLE');
  const table = objectName(p);
  let partitions: PartitionRange[] = [];
  if (acceptWords(p, 'WITH', '(')) {
    expect(p, 'PARTITIONS');
    partitions = parenthesized(p, partitionRange);
    expect(p, ')');
  }
  return { kind: 'truncate', table, partitions, span: spanFrom(p, start) };
}

function partitionRange(p: Parser): PartitionRange {
  const start = p.token;
  const from = p.rules.value(p);
  const to = accept(p, 'TO') ? p.rules.value(p) : null;
  return { kind: 'partitionRange', from, to, span: spanFrom(p, start) };
}
