/**
 * Writes rows of one table: computes what the statement did not give (defaults, identity, computed columns, rowversion), checks NOT NULL and CHECK,
 * stores, and words a violated unique index as SQL Server does. Foreign keys are looked at when all rows of the statement are in place
 * (`references.ts`). A writer is compiled once for a state of the catalog.
 */

import { isFixedLength, isString } from '@sprocket/tsql';
import { coerce } from '../../bind/coerce.ts';
import type { BindScope } from '../../bind/context.ts';
import { bindExpr } from '../../bind/expression.ts';
import { expressionContext } from '../../bind/query.ts';
import { some } from '../../bind/walk.ts';
import { temporaryDisplayName } from '../../catalog/edit.ts';
import { isDisabled } from '../../catalog/find.ts';
import type { Column, DatabaseCatalog, Index, IndexColumn, Key, Table } from '../../catalog/model.ts';
import { warnsVerbosely } from '../../catalog/scoped-configurations.ts';
import { sqlError } from '../../errors.ts';
import { converter } from '../../values/convert.ts';
import type { Value } from '../../values/value.ts';
import type { Backend, ExecutionContext, Frame, PhysicalType, PhysicalValue, StatementOptions } from '../contracts.ts';
import { compile, type Evaluator, NO_VALUES } from '../evaluate.ts';
import { StorageError } from '../storage-error.ts';
import { bindOverTable, definitionBinder, parseStored } from './row-image.ts';

export interface TableWriter {
  readonly table: Table;
  readonly databaseId: number;
  readonly database: DatabaseCatalog | null;
  /** The default of a column for one row; null where it has none. */
  readonly defaults: readonly (Evaluator | null)[];
  /** Fills computed columns and rowversion into the row and checks it; `verb` words the errors. `changed` are the positions that an update assigns. */
  complete(row: Value[], frame: Frame, verb: ChangeVerb, changed?: readonly number[]): void;
  /** Checks that call functions, which may look at the table: they see the rows of the statement. Null when there are none. */
  readonly checkStored: ((row: readonly Value[], frame: Frame, verb: ChangeVerb, changed?: readonly number[]) => void) | null;
  /** Fills the computed columns that are not stored, for those who see whole rows. Null when there are none. */
  readonly fillVirtual: ((row: Value[], frame: Frame) => void) | null;
  /** Stores a complete row; false for one that INSERT leaves out under IGNORE_DUP_KEY. With `rowId` it takes the place of a removed row. */
  insert(row: readonly Value[], frame: Frame, verb: ChangeVerb, rowId?: RowId): boolean;
  update(rowId: RowId, row: readonly Value[], columns: readonly number[], frame: Frame, verb: ChangeVerb): void;
  remove(rowId: RowId, frame: Frame): void;
}

export type ChangeVerb = 'INSERT' | 'UPDATE' | 'DELETE' | 'MERGE' | 'ALTER TABLE';
export type RowId = number | bigint;

export function createWriter(table: Table, database: DatabaseCatalog | null, scope: BindScope): TableWriter {
  const binder = definitionBinder(scope, table, database);
  const { backend } = scope.catalog;
  const name = storedName(table, database, scope);
  const shown = displayName(table, database);
  const stored = table.columns
    .map((column, index) => ({ column, index, encode: backend.physicalType(column.type).encode }))
    .filter(({ column }) => column.computed === null || column.computed.persisted);
  const compute = (column: Column, index: number): { readonly index: number; readonly evaluate: Evaluator } => ({
    index,
    evaluate: compile(coerce(bindOverTable(column.computed?.text ?? '', table, database, binder), column.type)),
  });
  const computed = stored.filter(({ column }) => column.computed !== null).map(({ column, index }) => compute(column, index));
  const isVirtual = (column: Column): boolean => column.computed !== null && !column.computed.persisted;
  // Compiled when first asked for: most tables have no trigger that would see them.
  let virtual: readonly { readonly index: number; readonly evaluate: Evaluator }[] | null = null;
  const allChecks = table.checks.filter((c) => !c.disabled).map((check) => bindCheck(check, table, database, binder));
  const checks = allChecks.filter((check) => !check.callsFunction);
  const lateChecks = allChecks.filter((check) => check.callsFunction);
  const defaults = table.columns.map((column) => compileDefault(column, binder));
  const versions = stored.filter(({ column }) => column.type.name === 'rowversion').map(({ index }) => index);
  const options = writeOptions(table, backend);
  const frameColumn = table.storage.kind === 'variable';

  const columnList = stored.map(({ column }) => backend.quoteName(column.storageName));
  const insertText = (withRowId: boolean): string => {
    const columns = [...(withRowId ? ['rowid'] : []), ...(frameColumn ? ['"frame"'] : []), ...columnList];
    return `INSERT INTO ${name} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
  };
  const hold = ({ check, evaluate }: BoundCheck, row: readonly Value[], frame: Frame, verb: ChangeVerb): void => {
    if (evaluate(frame.context, NO_VALUES, row) === 0) throw checkViolation(verb, check, table, database);
  };
  const computedPlaces = new Set(computed.map(({ index }) => index));
  /** An update looks at the checks over what it assigns, and at those over computed columns. */
  const isTouched = ({ reads }: BoundCheck, changed: readonly number[] | undefined): boolean =>
    changed === undefined || reads.some((index) => changed.includes(index) || computedPlaces.has(index));
  const insertPlain = insertText(false);
  const insertAt = table.storage.rowIdColumn === null ? insertText(true) : insertPlain;
  const removeText = `DELETE FROM ${name} WHERE rowid = ?`;

  /** By the list that the rows of a statement share. */
  const updateTexts = new WeakMap<readonly number[], { readonly text: string; readonly changed: typeof stored }>();
  const updateOf = (columns: readonly number[]) => {
    const known = updateTexts.get(columns);
    if (known !== undefined) return known;
    const isChanged = (index: number) => columns.includes(index) || computedPlaces.has(index) || versions.includes(index);
    const changed = stored.filter(({ index }) => isChanged(index));
    const sets = changed.map(({ column }) => `${backend.quoteName(column.storageName)} = ?`);
    const made = { text: `UPDATE ${name} SET ${sets.join(', ')} WHERE rowid = ?`, changed };
    updateTexts.set(columns, made);
    return made;
  };

  const physical = (row: readonly Value[]): PhysicalValue[] => stored.map((place) => encode(place, row));
  const run = (sql: string, params: readonly PhysicalValue[], row: readonly Value[], frame: Frame): void => {
    frame.context.connection.context = frame.context;
    try {
      frame.context.connection.run(sql, params, options);
    } catch (error) {
      throw isDuplicate(error) ? duplicateKey(error, table, database, row, frame.context) : error;
    }
  };
  const ignoresDuplicates = [...table.keys, ...table.indexes].some((index) => index.ignoreDuplicateKeys);
  const insertUnlessDuplicate = (sql: string, params: readonly PhysicalValue[], row: readonly Value[], frame: Frame): boolean => {
    frame.context.connection.context = frame.context;
    try {
      frame.context.connection.run(sql, params, options);
      return true;
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      if (violated(error, table, row)?.ignoreDuplicateKeys !== true) throw duplicateKey(error, table, database, row, frame.context);
      frame.context.warn(3604);
      return false;
    }
  };

  return {
    table,
    databaseId: database?.databaseId ?? 0,
    database,
    defaults,
    complete: (row, frame, verb, changed) => {
      for (const index of versions) row[index] = frame.context.nextRowVersion(database?.databaseId ?? 0);
      for (const { index, evaluate } of computed) row[index] = evaluate(frame.context, NO_VALUES, row);
      for (const { column, index } of stored) {
        if (!column.nullable && row[index] === null) throw sqlError(515, column.name, shown, verb === 'MERGE' ? 'UPDATE' : verb);
      }
      for (const check of checks) if (isTouched(check, changed)) hold(check, row, frame, verb);
    },
    checkStored:
      lateChecks.length === 0
        ? null
        : (row, frame, verb, changed) => {
            for (const check of lateChecks) if (isTouched(check, changed)) hold(check, row, frame, verb);
          },
    fillVirtual: !table.columns.some(isVirtual)
      ? null
      : (row, frame) => {
          virtual ??= table.columns.flatMap((column, index) => (isVirtual(column) ? [compute(column, index)] : []));
          for (const { index, evaluate } of virtual) row[index] = evaluate(frame.context, NO_VALUES, row);
        },
    insert: (row, frame, verb, rowId) => {
      const place = rowId === undefined || table.storage.rowIdColumn !== null ? [] : [rowId];
      const params = [...place, ...(frameColumn ? [frame.id] : []), ...physical(row)];
      const sql = rowId === undefined ? insertPlain : insertAt;
      if (verb === 'INSERT' && ignoresDuplicates) return insertUnlessDuplicate(sql, params, row, frame);
      run(sql, params, row, frame);
      return true;
    },
    update: (rowId, row, columns, frame) => {
      const { text, changed } = updateOf(columns);
      if (changed.length > 0) run(text, [...changed.map((place) => encode(place, row)), rowId], row, frame);
    },
    remove: (rowId, frame) => run(removeText, [rowId], NO_VALUES, frame),
  };
}

interface BoundCheck {
  readonly check: Table['checks'][number];
  readonly evaluate: Evaluator;
  readonly callsFunction: boolean;
  /** Positions of the columns that it looks at. */
  readonly reads: readonly number[];
}

function bindCheck(
  check: Table['checks'][number],
  table: Table,
  database: DatabaseCatalog | null,
  binder: ReturnType<typeof definitionBinder>,
): BoundCheck {
  const bound = bindOverTable(check.text, table, database, binder);
  const reads: number[] = [];
  const callsFunction = some(bound, (node) => node.kind === 'function');
  some(bound, (node) => {
    if (node.kind === 'argument') reads.push(node.index);
    return false;
  });
  return { check, evaluate: compile(bound), callsFunction, reads };
}

interface StoredColumn {
  readonly index: number;
  readonly encode: PhysicalType['encode'];
}

function encode({ index, encode: encodeValue }: StoredColumn, row: readonly Value[]): PhysicalValue {
  const value = row[index] ?? null;
  return value === null ? null : encodeValue(value);
}

/** Index expressions call key functions, so every write may need them. */
function writeOptions(table: Table, backend: Backend): StatementOptions {
  const keys = table.columns.flatMap((column) => backend.keyFunctions(column.type));
  return { bigints: false, functions: [...new Set(keys)] };
}

function compileDefault(column: Column, binder: ReturnType<typeof definitionBinder>): Evaluator | null {
  if (column.default === null) return null;
  const bound = bindExpr(parseStored(column.default.text), { ...expressionContext(binder, null), isDefault: true });
  const evaluate = compile(bound);
  const convert = bound.kind === 'constant' && bound.value === null ? null : converter(bound.type, column.type);
  return (context, slots, args) => {
    const value = evaluate(context, slots, args);
    return value === null || convert === null ? null : convert(value, context);
  };
}

/** The table's name in SQL for writing. */
export function storedName(table: Table, database: DatabaseCatalog | null, scope: BindScope): string {
  const { kind, name } = table.storage;
  if (kind === 'system') throw sqlError(259);
  return kind === 'database' && database !== null
    ? `${scope.catalog.alias(database.databaseId)}.${scope.catalog.backend.quoteName(name)}`
    : `temp.${scope.catalog.backend.quoteName(name)}`;
}

/** `database.schema.table`, as 515 and 2628 name it. */
export function displayName(table: Table, database: DatabaseCatalog | null): string {
  if (database !== null) return `${database.name}.${table.schema}.${table.name}`;
  return table.storage.kind === 'temporary' ? `tempdb.dbo.${temporaryDisplayName(table)}` : table.name;
}

function checkViolation(verb: ChangeVerb, check: Table['checks'][number], table: Table, database: DatabaseCatalog | null): Error {
  const column = table.columns.find((c) => c.id === check.columnId);
  if (column?.rule === check.id) return sqlError(513, database?.name ?? 'tempdb', `${table.schema}.${table.name}`, column.name);
  const where = column === undefined ? ['', '', ''] : [", column '", column.name, "'"];
  const shown = table.storage.kind === 'variable' ? table.name : `${table.schema}.${table.name}`;
  return sqlError(547, verb, 'CHECK', check.name, database?.name ?? 'tempdb', shown, ...where);
}

const isDuplicate = (error: unknown): error is StorageError => error instanceof StorageError && error.kind === 'unique';

/** The key or unique index that a row could not be stored for. */
function violated(error: StorageError, table: Table, row: readonly Value[]): Key | Index | undefined {
  const isIt = ({ storageName, columns }: Key | Index): boolean => matches(storageName, columns, error.index, error, table);
  const isWithNulls = ({ columns }: Key | Index): boolean => matchesButNulls(columns, error, table, row);
  const unique = [...table.keys, ...table.indexes.filter((index) => index.unique)].filter((index) => !isDisabled(index));
  return unique.find(isIt) ?? (error.index === null ? unique.find(isWithNulls) : undefined);
}

/** 2627 for a key, 2601 for an index, with the values of the row that could not be stored. */
function duplicateKey(
  error: StorageError,
  table: Table,
  database: DatabaseCatalog | null,
  row: readonly Value[],
  context: ExecutionContext,
): Error {
  const object = database === null && table.storage.kind === 'variable' ? `dbo.${table.name}` : `${table.schema}.${table.name}`;
  const index = violated(error, table, row);
  const values = keyValues(index?.columns ?? [], table, row, context);
  if (index === undefined || !('kind' in index)) return sqlError(2601, object, index?.name ?? '', values);
  return sqlError(2627, index.kind === 'primary' ? 'PRIMARY KEY' : 'UNIQUE KEY', index.name, object, values);
}

/** SQLite names an index with expressions, and the columns of one without. */
function matches(name: string, columns: readonly IndexColumn[], storage: string | null, error: StorageError, table: Table): boolean {
  if (storage !== null) return storage === name || storage.startsWith(`${name}.`) || storage.startsWith(`${name}~`);
  const wanted = columns.map((c) => table.columns.find((column) => column.id === c.columnId)?.storageName ?? '');
  // Keys of table variables begin with the frame.
  const found = error.columns.map((column) => column.slice(column.lastIndexOf('.') + 1)).filter((column) => column !== 'frame');
  return wanted.length === found.length && wanted.every((column) => found.includes(column));
}

/** Rows with NULLs in a key are held apart by an index over its other columns, which storage then names. */
function matchesButNulls(columns: readonly IndexColumn[], error: StorageError, table: Table, row: readonly Value[]): boolean {
  const found = error.columns.map((column) => column.slice(column.lastIndexOf('.') + 1)).filter((column) => column !== 'frame');
  const places = columns.map(({ columnId }) => table.columns.findIndex((column) => column.id === columnId));
  const named = places.filter((place) => found.includes(table.columns[place]?.storageName ?? ''));
  return named.length === found.length && places.every((place) => named.includes(place) || row[place] === null);
}

function keyValues(columns: readonly IndexColumn[], table: Table, row: readonly Value[], context: ExecutionContext): string {
  const shown = columns.map(({ columnId }) => {
    const index = table.columns.findIndex((column) => column.id === columnId);
    const column = table.columns[index];
    return column === undefined ? '' : showKey(row[index] ?? null, column, context);
  });
  return `(${shown.join(', ')})`;
}

export function showKey(value: Value, column: Pick<Column, 'type'>, context: ExecutionContext): string {
  if (value === null) return '<NULL>';
  if (isString(column.type)) return isFixedLength(column.type) ? String(value).padEnd(column.type.length) : String(value);
  if (value instanceof Uint8Array) return `0x${Buffer.from(value).toString('hex')}`;
  return String(converter(column.type, { name: 'varchar', length: 900, precision: 0, scale: 0 }, { explicit: true })(value, context));
}

/** 2628: what would have been cut. */
export function truncation(table: Table, database: DatabaseCatalog | null, column: Column): (shown: string) => never {
  return (shown) => {
    if (database !== null && !warnsVerbosely(database)) throw sqlError(8152);
    throw sqlError(2628, displayName(table, database), column.name, shown);
  };
}
