/**
 * BULK INSERT: the rows of a data file into a table, as one statement. A row that does not fit is reported and left out until there are too many of them;
 * a file that is no such file ends the load. Triggers and constraints are passed over unless the statement asks for them.
 */

import type { BulkInsert, Insert } from '@sprocket/tsql';
import { findTableHome } from '../catalog/ddl/home.ts';
import { nameText } from '../catalog/find.ts';
import type { Column, DatabaseCatalog, Table } from '../catalog/model.ts';
import { holdsOnServer } from '../catalog/security/index.ts';
import { SqlError, sqlError, sqlErrorState, unsupported } from '../errors.ts';
import { flatten } from '../program/flatten.ts';
import { createActivation } from '../run/activation.ts';
import { decodeFile } from '../run/bulk/decode.ts';
import { type FieldReader, fieldReader } from '../run/bulk/fields.ts';
import { type BulkOptions, readBulkOptions } from '../run/bulk/options.ts';
import { type BulkRecord, recordsOf } from '../run/bulk/records.ts';
import { createTarget, fireAfter, insertRows } from '../run/change/apply.ts';
import { assignments, type Given, USE_DEFAULT } from '../run/change/store.ts';
import { createCompiled } from '../run/compiled.ts';
import type { Steps } from '../run/contracts.ts';
import { mapRows } from '../run/pace.ts';
import { instructionOf, sendError, settlePlace } from '../run/recover.ts';
import type { Activation } from '../run/runtime.ts';
import { readied } from '../run/statements.ts';
import type { Value } from '../values/value.ts';
import { asInsert } from './bulk-load.ts';
import { ddlContext } from './ddl-context.ts';
import { typeResolver } from './modules.ts';
import type { SessionCore } from './session-core.ts';

export function* bulkInsert(core: SessionCore, activation: Activation, statement: BulkInsert): Steps<void> {
  if (statement.file.kind !== 'string') throw sqlError(102, 'variable');
  const options = readBulkOptions(statement.options);
  const insert = asInsert({ ...statement, columns: [] });
  const { table, database } = yield* preparedTarget(core, statement, insert);
  const path = statement.file.value;
  const text = decodeFile(readBulkFile(core, path), options);
  const writes = database === null ? [] : [database.databaseId];
  const load: Load = { core, activation, table, database, options, reporter: reporterOf(core, activation, options) };
  const stored = yield* core.transactions.statement(writes, () => store(load, recordsOf(text, shownColumns(table).length, path, options)));
  core.status.rowCount = stored;
  core.status.error = load.reporter.last;
  core.sendWarnings();
  core.output.done('insert', stored);
}

/** The bytes of a file that may be read. Raises 4834, 4860 and 4861. */
export function readBulkFile(core: SessionCore, path: string): Uint8Array {
  if (!holdsOnServer(core.security.server, 'ADMINISTER BULK OPERATIONS')) throw sqlErrorState(4834, 4);
  const { bulkFiles } = core.instance.options;
  if (bulkFiles === undefined) throw sqlError(4861, path, '5(no folder is permitted: SPROCKET_BULK_DIR is not set)');
  const file = bulkFiles(path);
  switch (file.kind) {
    case 'bytes':
      return file.bytes;
    case 'missing':
      throw sqlError(4860, path);
    case 'refused':
      throw sqlError(4861, path, file.reason);
  }
}

interface Target {
  readonly table: Table;
  readonly database: DatabaseCatalog | null;
}

/** Takes the locks and asks for the permissions of an INSERT. */
function* preparedTarget(core: SessionCore, statement: BulkInsert, insert: Insert): Steps<Target> {
  const program = flatten([insert], typeResolver(core, ''));
  const compiled = createCompiled(program, '', core.options);
  const activation = createActivation(core, { kind: 'batch', compiled, module: null, procedureName: null });
  const [instruction] = program.code;
  if (instruction === undefined) throw new Error('an INSERT has one instruction');
  yield* readied(core, activation, instruction, insert);
  const found = findTableHome(ddlContext(core, ''), statement.table);
  if (found === undefined) throw unsupported('BULK INSERT into a view');
  const { home, table } = found;
  return { table, database: home.kind === 'database' ? home.catalog() : null };
}

interface Load extends Target {
  readonly core: SessionCore;
  readonly activation: Activation;
  readonly options: BulkOptions;
  readonly reporter: Reporter;
}

const shownColumns = (table: Table): readonly Column[] => table.columns.filter((column) => !column.hidden);

function* store(load: Load, records: Iterable<BulkRecord>): Steps<number> {
  const { core, activation, table, database, options } = load;
  const { checkConstraints, fireTriggers } = options;
  const unchecked: Table = checkConstraints ? table : { ...table, checks: [], foreignKeys: [] };
  const scope = {
    variables: new Map(),
    catalog: core.catalogs,
    settings: { ...core.options, defaultSchema: core.catalogs.defaultSchema },
    trigger: null,
  };
  const target = createTarget(unchecked, database, scope);
  const rows = yield* mapRows(readRows(load, records, target), activation, (row) => row);
  const stored = yield* insertRows(target, rows, activation, 'INSERT');
  if (!checkConstraints) distrust(load);
  if (fireTriggers) yield* fireAfter(target, 'INSERT', stored, [], new Set(table.columns.map((column) => column.id)), activation);
  return stored.length;
}

/** Rows that fit; the others are reported. */
function* readRows(load: Load, records: Iterable<BulkRecord>, target: ReturnType<typeof createTarget>): Generator<Value[]> {
  const { table, options, activation, reporter } = load;
  const readers = fieldsOf(table, options);
  const positions = readers.flatMap(({ position }) => (position < 0 ? [] : [position]));
  const make = assignments(
    target,
    positions,
    positions.map(() => null),
  );
  try {
    for (const record of records) {
      const values = rowValues(record, readers, activation);
      if (values instanceof SqlError) reporter.report(values);
      else yield make(values, activation);
    }
  } catch (thrown) {
    if (thrown instanceof SqlError && ENDS_THE_LOAD.has(thrown.number)) reporter.end(thrown);
    throw thrown;
  }
}

interface FieldColumn {
  readonly column: Column;
  /** -1 for a field that is read and has no effect. */
  readonly position: number;
  readonly read: FieldReader;
  readonly empty: Given;
}

/** One for each column that the table shows. */
function fieldsOf(table: Table, { keepIdentity, keepNulls }: BulkOptions): readonly FieldColumn[] {
  return shownColumns(table).map((column): FieldColumn => {
    const isMade = column.computed !== null || column.type.name === 'rowversion' || column.generated !== null;
    const isTaken = !isMade && (column.identity === null || keepIdentity);
    const position = isTaken ? table.columns.indexOf(column) : -1;
    return { column, position, read: fieldReader(column.type), empty: column.default !== null && !keepNulls ? USE_DEFAULT : null };
  });
}

function rowValues({ row, fields }: BulkRecord, columns: readonly FieldColumn[], { context }: Activation): readonly Given[] | SqlError {
  const values: Given[] = [];
  for (const [i, { column, position, read, empty }] of columns.entries()) {
    if (position < 0) continue;
    const text = fields[i] ?? '';
    if (text === '') {
      if (empty === null && !column.nullable) return sqlError(4869, row, i + 1, column.name);
      values.push(empty);
      continue;
    }
    const result = read(text, context);
    if ('error' in result) return sqlError(result.error, row, i + 1, column.name);
    values.push(result.value);
  }
  return values;
}

const ENDS_THE_LOAD: ReadonlySet<number> = new Set([4832, 4879]);

interface Reporter {
  /** Number of the last error that was reported; 0 for none. */
  last: number;
  /** Sends the error of a row; ends the load when there have been too many. */
  report(error: SqlError): void;
  /** Ends the load: the provider's errors follow the cause. */
  end(cause: SqlError): never;
}

function reporterOf(core: SessionCore, activation: Activation, { maxErrors }: BulkOptions): Reporter {
  const line = instructionOf(activation)?.line ?? 0;
  // Inside TRY nothing is seen but what it catches.
  const send = (error: SqlError): void => {
    if (core.status.openTries === 0) sendError(core, settlePlace(error, line, activation.procedureName));
  };
  let errors = 0;
  const reporter: Reporter = {
    last: 0,
    report: (error) => {
      errors += 1;
      if (errors > maxErrors) {
        send(error);
        reporter.end(sqlError(4865, maxErrors));
      }
      send(error);
      if (core.status.openTries === 0) reporter.last = error.number;
    },
    end: (cause) => {
      send(cause);
      send(sqlError(7399, 'BULK', '(null)'));
      throw sqlError(7330, 'BULK', '(null)');
    },
  };
  return reporter;
}

/** Constraints that rows were not held against are no longer trusted. */
function distrust({ core, table }: Load): void {
  const isTrusted = [...table.checks, ...table.foreignKeys].some((constraint) => !constraint.disabled && !constraint.notTrusted);
  if (!isTrusted) return;
  const context = ddlContext(core, '');
  const name = [table.schema, table.name].map((value) => ({ kind: 'identifier' as const, value, quoted: true, span: NO_SPAN }));
  const found = findTableHome(context, { kind: 'name', parts: table.name.startsWith('#') ? name.slice(1) : name, span: NO_SPAN });
  if (found === undefined) throw new Error(`${nameText({ kind: 'name', parts: name, span: NO_SPAN })} is gone`);
  const distrusted = <Item extends { readonly notTrusted: boolean }>(item: Item): Item => ({ ...item, notTrusted: true });
  found.home.save({ ...found.table, checks: found.table.checks.map(distrusted), foreignKeys: found.table.foreignKeys.map(distrusted) });
}

const NO_SPAN = { start: 0, end: 0, line: 0 };
