/**
 * What data definition asks about expressions and rows: types of stored expressions, result columns of modules, and whether existing rows satisfy
 * a new constraint. Everything is bound against the catalog state that the statement is building, so a table may refer to its own new columns.
 */

import { type Expression, isDateTime, isString, type Select, type Type } from '@sprocket/tsql';
import { coerce } from '../bind/coerce.ts';
import { type BindScope, createBinder, useDatabase } from '../bind/context.ts';
import { bindExpr, bindPredicate } from '../bind/expression.ts';
import { bindModuleQuery, tableSource } from '../bind/from.ts';
import { hasNextValue } from '../bind/next-value.ts';
import { expressionContext } from '../bind/query.ts';
import type { Expr } from '../bind/tree.ts';
import { DECLARATION, resolveType } from '../bind/types.ts';
import { requirePlain, some } from '../bind/walk.ts';
import type { DdlBinder } from '../catalog/ddl/context.ts';
import { type Column, type DatabaseCatalog, type EdgeConstraint, type ForeignKey, nameKey, type Table } from '../catalog/model.ts';
import { sqlError } from '../errors.ts';
import { keyOf } from '../values/compare.ts';
import type { Value } from '../values/value.ts';
import { createTarget } from './change/apply.ts';
import { requireAdmitted } from './change/edges.ts';
import { decodeRow, outgoing, requireParent } from './change/references.ts';
import { bindOverTable, definitionBinder } from './change/row-image.ts';
import { columnStore } from './change/store.ts';
import { viewKey } from './change/view-keys.ts';
import { type RowId, showKey, storedName } from './change/writer.ts';
import type { ExecutionContext, Frame, Steps, VariableDeclaration } from './contracts.ts';
import { compile, NO_VALUES } from './evaluate.ts';
import { eachRow } from './pace.ts';

/** Functions that give other values later, and conversions between strings and dates whose style leaves the order of the parts to the session. */
function variesOutside(node: Expr): boolean {
  if (node.kind === 'call') return (node.fn.volatility ?? 'pure') !== 'pure';
  if (node.kind !== 'convert' || !node.explicit) return false;
  const [from, to] = [node.operand.type, node.type];
  const dates = (isString(from) && isDateTime(to)) || ((from.name === 'datetime' || from.name === 'smalldatetime') && isString(to));
  return dates && !isFixedStyle(node.style ?? 0);
}

const isFixedStyle = (style: number): boolean => style === 20 || style === 21 || (style > 100 && ![106, 107, 109, 113].includes(style));

/** Binds a module's body as CREATE does; the session compiles modules, so it supplies this. */
export type CheckModule = DdlBinder['checkModule'];

export function createDdlBinder(scope: BindScope, context: ExecutionContext, checkModule: CheckModule): DdlBinder {
  const frame: Frame = { slots: [], id: 0, context, trigger: null };
  const seeing = (database: DatabaseCatalog): BindScope => withDatabase(scope, database);
  return {
    resolveType: (database, reference, site) => resolveType(reference, site ?? DECLARATION, createBinder(seeing(database))),
    typeOf: (expression, table) => {
      const bound = bindWithin(expression, table, scope);
      if (table !== null && hasNextValue(bound)) throw sqlError(11719);
      return {
        type: bound.type,
        nullable: bound.nullable,
        deterministic: !some(bound, variesOutside),
      };
    },
    checkPredicate: (expression, table) => {
      const binder = definitionBinder(scope, table, null);
      const bound = requirePlain(
        bindPredicate(expression, expressionContext(binder, { sources: [tableSource(table, null, undefined, binder)], parent: null })),
      );
      if (hasNextValue(bound)) throw sqlError(11719);
    },
    constant: (expression, type) => evaluateConstant(expression, type, scope, frame),
    columnsOf: (database, select, parameters) => columnsOf(select, parameters, seeing(database)),
    checkModule,
    validateCheck: (database, table, checkId) => validateCheck(seeing(database), database, table, checkId, frame),
    validateForeignKey: (database, table, foreignKey) => validateForeignKey(seeing(database), database, table, foreignKey, frame),
    validateConnection: (database, table, constraint) => validateConnection(seeing(database), database, table, constraint, frame),
    *rowsOf(database, table) {
      for (const { row } of rowsOf(table, database, scope, frame)) yield row;
    },
    hasNulls: (database, table, column) => {
      const sql = `SELECT 1 FROM ${nameOf(table, database, scope)} WHERE ${scope.catalog.backend.quoteName(column.storageName)} IS NULL LIMIT 1`;
      return context.connection.get(sql, [], PLAIN) !== undefined;
    },
    fillColumn: (database, table, column) => fillColumn(seeing(database), database, table, column, frame),
    convertColumn: (database, table, from, to) => convertColumn(seeing(database), database, table, from, to, frame),
    viewKey: (database, view, columns) => viewKey(view, columns, { database, scope: seeing(database), context }),
    duplicateKey: (database, table, columns) => duplicateKey(scope, database, table, columns, frame),
  };
}

const PLAIN = { bigints: false, functions: [] };

/** The same scope with one database in the state that the statement is building. */
function withDatabase(scope: BindScope, database: DatabaseCatalog): BindScope {
  const isIt = (name: string | undefined): boolean =>
    name === undefined ? scope.catalog.database()?.databaseId === database.databaseId : nameKey(name) === nameKey(database.name);
  const catalog: BindScope['catalog'] = {
    database: (name) => (isIt(name) ? database : scope.catalog.database(name)),
    databaseById: (id) => (id === database.databaseId ? database : scope.catalog.databaseById(id)),
    temporary: (name) => scope.catalog.temporary(name),
    systemView: (schema, name) => scope.catalog.systemView(schema, name),
    alias: (id) => scope.catalog.alias(id),
    requireOpen: (id) => scope.catalog.requireOpen?.(id),
    ...(scope.catalog.requireLocal === undefined ? {} : { requireLocal: (server) => scope.catalog.requireLocal?.(server) }),
    backend: scope.catalog.backend,
  };
  return { ...scope, catalog };
}

function bindWithin(expression: Expression, table: Table | null, scope: BindScope) {
  const binder = table === null ? createBinder(scope) : definitionBinder(scope, table, null);
  const names = table === null ? null : { sources: [tableSource(table, null, undefined, binder)], parent: null };
  return requirePlain(bindExpr(expression, { ...expressionContext(binder, names), isDefault: table === null }));
}

function evaluateConstant(expression: Expression, type: Type, scope: BindScope, frame: Frame): Value {
  const bound = coerce(bindExpr(expression, expressionContext(createBinder(scope), null)), type);
  return compile(bound)(frame.context, NO_VALUES, NO_VALUES);
}

function columnsOf(select: Select, parameters: readonly { readonly name: string; readonly type: Type }[], scope: BindScope) {
  const types = [...(useDatabase(createBinder(scope))?.types.values() ?? [])];
  const tableOf = ({ name, alias }: Type): Table | null => {
    const found = name === 'table' ? types.find((type) => `${type.schema}.${type.name}` === alias) : undefined;
    return found?.kind === 'table' ? found.table : null;
  };
  const variables = new Map(
    parameters.map((p, slot): [string, VariableDeclaration] => [
      nameKey(p.name),
      { name: p.name, slot, type: p.type, table: tableOf(p.type) },
    ]),
  );
  const query = bindModuleQuery(select, createBinder({ ...scope, variables }));
  return query.columns.map((column) => ({ name: column.name, type: column.type, nullable: column.nullable }));
}

const nameOf = (table: Table, database: DatabaseCatalog, scope: BindScope): string =>
  storedName(table, table.storage.kind === 'database' ? database : null, scope);

interface StoredRow {
  readonly rowId: RowId;
  readonly row: Value[];
}

/** Every row of the table with its row id. Computed columns that are not stored read as NULL. */
function* rowsOf(table: Table, database: DatabaseCatalog, scope: BindScope, frame: Frame): Generator<StoredRow> {
  const { backend } = scope.catalog;
  const columns = table.columns.map((column) =>
    column.computed !== null && !column.computed.persisted ? 'NULL' : backend.quoteName(column.storageName),
  );
  const sql = `SELECT ${['rowid', ...columns].join(', ')} FROM ${nameOf(table, database, scope)}`;
  frame.context.connection.context = frame.context;
  for (const [rowId, ...values] of frame.context.connection.iterate(sql, [], { bigints: true, functions: [] })) {
    yield { rowId: rowId as RowId, row: decodeRow(values, table, backend) };
  }
}

function* validateCheck(scope: BindScope, database: DatabaseCatalog, table: Table, checkId: number, frame: Frame): Steps<void> {
  const check = table.checks.find((c) => c.id === checkId);
  if (check === undefined) return;
  const evaluate = compile(bindOverTable(check.text, table, database, definitionBinder(scope, table, database)));
  for (const { row } of rowsOf(table, database, scope, frame)) {
    if (evaluate(frame.context, NO_VALUES, row) !== 0) continue;
    const column = table.columns.find((c) => c.id === check.columnId);
    const where = column === undefined ? ['', '', ''] : [", column '", column.name, "'"];
    throw sqlError(547, 'ALTER TABLE', 'CHECK', check.name, database.name, `${table.schema}.${table.name}`, ...where);
  }
}

// biome-ignore lint/correctness/useYield: a validation may come to wait
function* validateForeignKey(scope: BindScope, database: DatabaseCatalog, table: Table, foreignKey: ForeignKey, frame: Frame): Steps<void> {
  const references = outgoing({ ...table, foreignKeys: [foreignKey] }, database, scope);
  for (const { row } of rowsOf(table, database, scope, frame))
    for (const reference of references) requireParent(reference, row, 'ALTER TABLE', frame, database);
}

function* validateConnection(
  scope: BindScope,
  database: DatabaseCatalog,
  table: Table,
  constraint: EdgeConstraint,
  frame: Frame,
): Steps<void> {
  const check = requireAdmitted(table, constraint, database, scope);
  yield* eachRow(rowsOf(table, database, scope, frame), frame, ({ row }) => check(row, 'ALTER TABLE', frame));
}

/** Gives all rows the column's default, computed value or identity. */
function* fillColumn(scope: BindScope, database: DatabaseCatalog, table: Table, column: Column, frame: Frame): Steps<void> {
  const target = createTarget(table, table.storage.kind === 'database' ? database : null, scope);
  const position = table.columns.findIndex((c) => c.id === column.id);
  const computed =
    column.computed === null
      ? null
      : compile(coerce(bindOverTable(column.computed.text, table, database, definitionBinder(scope, table, database)), column.type));
  const value = (row: readonly Value[]): Value => {
    if (computed !== null) return computed(frame.context, NO_VALUES, row);
    if (column.identity !== null) return identityValue(frame.context.nextIdentity(database.databaseId, table), column);
    if (column.type.name === 'rowversion') return frame.context.nextRowVersion(database.databaseId);
    return target.writer.defaults[position]?.(frame.context, NO_VALUES, NO_VALUES) ?? null;
  };
  rewrite(scope, database, table, position, (row) => value(row), frame);
}

function identityValue(drawn: bigint, column: Column): Value {
  if (column.type.name === 'bigint') return drawn;
  return column.type.name === 'decimal' || column.type.name === 'numeric' ? drawn * 10n ** BigInt(column.type.scale) : Number(drawn);
}

function* convertColumn(scope: BindScope, database: DatabaseCatalog, table: Table, from: Column, to: Column, frame: Frame): Steps<void> {
  const position = table.columns.findIndex((c) => c.id === to.id);
  const before: Table = { ...table, columns: table.columns.map((c) => (c.id === to.id ? from : c)) };
  const after: Table = { ...table, columns: table.columns.map((c) => (c.id === to.id ? to : c)) };
  const store = columnStore(createTarget(after, table.storage.kind === 'database' ? database : null, scope), position, from.type);
  rewrite(scope, database, before, position, (row) => store(row[position] ?? null, frame.context), frame, after);
}

/** Writes a new value into one column of all rows. Rows are read to the end first, so that writing does not disturb reading. */
function rewrite(
  scope: BindScope,
  database: DatabaseCatalog,
  table: Table,
  position: number,
  value: (row: readonly Value[]) => Value,
  frame: Frame,
  after: Table = table,
): void {
  const target = createTarget(after, table.storage.kind === 'database' ? database : null, scope);
  for (const { rowId, row } of [...rowsOf(table, database, scope, frame)]) {
    const next = [...row];
    next[position] = value(row);
    target.writer.update(rowId, next, [position], frame, 'UPDATE');
  }
}

/** The values of the first key that occurs twice. */
function duplicateKey(
  scope: BindScope,
  database: DatabaseCatalog,
  table: Table,
  columns: readonly Column[],
  frame: Frame,
): string | undefined {
  const positions = columns.map((column) => table.columns.findIndex((c) => c.id === column.id));
  const seen = new Set<string>();
  for (const { row } of rowsOf(table, database, scope, frame)) {
    const shown = columns.map((column, i) => showKey(row[positions[i] as number] ?? null, column, frame.context));
    const key = JSON.stringify(columns.map((column, i) => comparable(row[positions[i] as number] ?? null, column)));
    if (seen.has(key)) return `(${shown.join(', ')})`;
    seen.add(key);
  }
  return undefined;
}

function comparable(value: Value, column: Column): string | null {
  return value === null ? null : String(keyOf(column.type, column.type.collation)(value));
}
