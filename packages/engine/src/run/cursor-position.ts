/**
 * Where a cursor stands in its table. The query of a cursor over one table gets the table's key columns appended, so that a fetched row can be looked
 * at again (keyset and dynamic cursors show what became of it) and UPDATE and DELETE … WHERE CURRENT OF become changes by key. The key values are
 * handed over in variables that no text can name.
 */

import type {
  Assignment,
  Column as ColumnNode,
  Delete,
  Expression,
  Identifier,
  ObjectName,
  Select,
  SelectItem,
  Span,
  TableSource,
  Update,
} from '@sprocket/tsql';
import { type Column, nameKey, objectKey, type Table } from '../catalog/model.ts';
import { sqlError } from '../errors.ts';
import type { Instruction } from '../program/program.ts';
import type { Value } from '../values/value.ts';
import { bound, statementOf } from './compiled.ts';
import type { Frame, PreparedStatement, Steps, VariableDeclaration, Variables } from './contracts.ts';
import type { Cursor, CursorTarget, OpenRows } from './cursor-model.ts';
import { findCursor } from './cursors.ts';
import { CompileFailure } from './failures.ts';
import { prepareStatement } from './prepare.ts';
import type { Activation, Runtime } from './runtime.ts';
import { runChange } from './statements.ts';

/** The cursor's query with the keys of its one table; null when there is no such table. */
export function positionedSelect(runtime: Runtime, cursor: Cursor): CursorTarget | null {
  const { select } = cursor.definition;
  const { body } = select.query;
  const [source] = body.kind === 'querySpecification' && body.from.length === 1 ? body.from : [];
  if (body.kind !== 'querySpecification' || body.distinct || body.groupBy !== null || source?.kind !== 'table') return null;
  const table = tableOf(runtime, source.name);
  if (table === undefined) return null;
  const keys = keyColumns(table);
  const items = keys.map((key) => selectItem(columnNode(source, key)));
  const target: CursorTarget = { table, keys, select: withItems(select, [...body.items, ...items]) };
  return canBind(runtime, cursor, target) ? target : null;
}

/** An aggregate in the select list, for example, leaves no row to stand on. */
function canBind(runtime: Runtime, cursor: Cursor, target: CursorTarget): boolean {
  try {
    statementOf(cursor.compiled, cursor.at, target.select, runtime.catalogs);
    return true;
  } catch (thrown) {
    if (thrown instanceof CompileFailure) return false;
    throw thrown;
  }
}

function tableOf(runtime: Runtime, name: ObjectName): Table | undefined {
  const { catalogs } = runtime;
  const [object = '', schema, database] = name.parts.map((part) => part.value).reverse();
  if (object.startsWith('#') && !object.startsWith('##')) return catalogs.temporary(object);
  const found = catalogs
    .database(object.startsWith('##') ? 'tempdb' : database || undefined)
    ?.objects.get(objectKey(schema || catalogs.defaultSchema, object));
  return found?.kind === 'table' ? found : undefined;
}

/** The primary key, or every column that can be compared when there is none. */
function keyColumns(table: Table): readonly Column[] {
  const key = table.keys.find((candidate) => candidate.kind === 'primary') ?? table.keys[0];
  if (key === undefined) return table.columns.filter((column) => column.computed === null && !INCOMPARABLE.has(column.type.name));
  return key.columns.flatMap(({ columnId }) => table.columns.find((column) => column.id === columnId) ?? []);
}

const INCOMPARABLE: ReadonlySet<string> = new Set(['text', 'ntext', 'image', 'xml']);

const hasKey = (table: Table): boolean => table.keys.length > 0;

/** The fetched row as it is now; undefined when it is gone. Static cursors and tables without a key keep the row as it was. */
export function refreshedRow(runtime: Runtime, cursor: Cursor, open: OpenRows, stored: readonly Value[]): readonly Value[] | undefined {
  const { target } = open;
  if (target === null || !hasKey(target.table) || cursor.kind === 'static' || cursor.kind === 'fast forward') return stored;
  const prepared = preparedByKey(runtime, cursor, target);
  if (prepared.kind !== 'query') return stored;
  const keys = stored.slice(stored.length - open.hidden);
  const frame: Frame = { ...cursor.frame, slots: [...cursor.frame.slots, ...keys] };
  const rows = prepared.open(frame);
  const step = rows.next();
  const row = step.done === true ? undefined : [...step.value];
  rows.return?.();
  return row;
}

/** SELECT the cursor's items FROM its table WHERE key = the values. */
function preparedByKey(runtime: Runtime, cursor: Cursor, target: CursorTarget): PreparedStatement {
  return bound(cursor.compiled, cursor.at, target, runtime.catalogs, (scope) => {
    const { query } = target.select;
    if (query.body.kind !== 'querySpecification') throw new Error('a positioned cursor has one SELECT');
    const [source] = query.body.from;
    const where = keyCondition(target, source as TableSource & { kind: 'table' }, query.span);
    const select: Select = {
      ...target.select,
      query: { ...query, body: { ...query.body, where, top: null }, orderBy: [], offset: null, fetch: null },
    };
    return prepareStatement(select, { ...scope, variables: withKeys(scope.variables, cursor.frame.slots.length, target) });
  });
}

/** UPDATE and DELETE … WHERE CURRENT OF. */
export function* runPositioned(runtime: Runtime, activation: Activation, at: Instruction, statement: Update | Delete): Steps<void> {
  const { where } = statement;
  if (where?.kind !== 'currentOf') throw new Error('not a positioned statement');
  const cursor = findCursor(runtime, activation, where.cursor);
  const { open } = cursor;
  if (open === null) throw sqlError(16917);
  if (cursor.readOnly || open.target === null) throw sqlError(16929);
  const row = open.rows[open.position];
  if (row === undefined) throw sqlError(16931);
  const prepared = preparedChange(runtime, activation, at, statement, open.target);
  if (prepared.kind !== 'change') throw new Error('a positioned statement was not prepared as a change');
  const { length } = activation.slots;
  activation.slots.push(...row.slice(row.length - open.hidden));
  try {
    yield* runtime.transactions.writes(prepared.writes);
    yield* runChange(runtime, activation, prepared);
    // The row is found again by its new values.
    if (!hasKey(open.target.table))
      open.rows[open.position] = [...row.slice(0, row.length - open.hidden), ...activation.slots.slice(length)];
  } finally {
    activation.slots.length = length;
  }
}

function preparedChange(
  runtime: Runtime,
  activation: Activation,
  at: Instruction,
  statement: Update | Delete,
  target: CursorTarget,
): PreparedStatement {
  return bound(activation.compiled, at, statement, runtime.catalogs, (scope) => {
    const source = statement.target;
    if (source.kind !== 'table') throw sqlError(16933);
    if (tableOf(runtime, source.name) !== target.table) throw sqlError(16933);
    const condition = keyCondition(target, source, statement.span);
    const top = hasKey(target.table) ? statement.top : onlyOne(statement.span);
    const byKey = { ...statement, where: condition, top };
    const tracked =
      byKey.kind === 'update' && !hasKey(target.table) ? { ...byKey, set: byKey.set.map((set) => tracking(set, target)) } : byKey;
    return prepareStatement(tracked, { ...scope, variables: withKeys(scope.variables, activation.slots.length, target) });
  });
}

/** `column = expr` of a table without a key also keeps the new value, as `@key = column = expr` does. */
function tracking(set: Assignment, target: CursorTarget): Assignment {
  if (set.kind !== 'assignColumn') return set;
  const name = set.column.parts.at(-1)?.value ?? '';
  const index = target.keys.findIndex((key) => nameKey(key.name) === nameKey(name));
  if (index < 0) return set;
  return { ...set, kind: 'assignVariableAndColumn', variable: { kind: 'variable', name: keyName(index), span: set.span } };
}

const onlyOne = (span: Span): Update['top'] => ({
  kind: 'top',
  count: { kind: 'integer', text: '1', span },
  percent: false,
  withTies: false,
  span,
});

/** A name that the lexer never makes. */
const keyName = (index: number): string => `@ key ${index}`;

function withKeys(variables: Variables, firstSlot: number, target: CursorTarget): Variables {
  const keys = target.keys.map((key, index): [string, VariableDeclaration] => [
    nameKey(keyName(index)),
    { name: keyName(index), slot: firstSlot + index, type: key.type, table: null },
  ]);
  return new Map([...variables, ...keys]);
}

function keyCondition(target: CursorTarget, source: TableSource & { readonly kind: 'table' }, span: Span): Expression {
  const tests = target.keys.map((key, index): Expression => {
    const left = columnNode(source, key);
    const right: Expression = { kind: 'variable', name: keyName(index), span };
    return key.nullable ? { kind: 'isDistinctFrom', not: true, left, right, span } : { kind: 'comparison', op: '=', left, right, span };
  });
  const [first] = tests;
  if (first === undefined) throw sqlError(16929);
  return tests.length === 1 ? first : { kind: 'and', operands: tests, span };
}

function columnNode(source: TableSource & { readonly kind: 'table' }, column: Column): ColumnNode {
  const { span } = source;
  const qualifier = source.alias ?? source.name.parts.at(-1);
  const identifier: Identifier = { kind: 'identifier', value: column.name, quoted: true, span };
  return { kind: 'column', name: { kind: 'name', parts: qualifier === undefined ? [identifier] : [qualifier, identifier], span }, span };
}

const selectItem = (expression: Expression): SelectItem => ({ kind: 'selectExpression', expression, alias: null, span: expression.span });

function withItems(select: Select, items: readonly SelectItem[]): Select {
  const { query } = select;
  if (query.body.kind !== 'querySpecification') return select;
  return { ...select, query: { ...query, body: { ...query.body, items } } };
}
