/**
 * BULK INSERT: the rows of a data file into a table, as one statement. A row that does not fit is reported and left out until there are too many of them;
 * a file that is no such file ends the load. Triggers and constraints are passed over unless the statement asks for them.
 */

import type { BulkInsert } from '@sprocket/tsql';
import type { Column } from '../../catalog/model.ts';
import { holdsOnServer } from '../../catalog/security/index.ts';
import { SqlError, sqlError, sqlErrorState } from '../../errors.ts';
import { decodeFile } from '../../functions/bulk/decode.ts';
import { type FieldReader, fieldReader } from '../../functions/bulk/fields.ts';
import { type Format, readFormatFile } from '../../functions/bulk/format-file.ts';
import { type BulkOptions, readBulkOptions } from '../../functions/bulk/options.ts';
import { type BulkRecord, equalFields, recordsOf } from '../../functions/bulk/records.ts';
import { type Given, USE_DEFAULT } from '../../run/change/store.ts';
import type { Steps } from '../../run/contracts.ts';
import { instructionOf, sendError, settlePlace } from '../../run/recover.ts';
import type { Activation } from '../../run/runtime.ts';
import type { SessionCore } from '../session-core.ts';
import { type BulkCode, bulkCode, distrust, type ReadyBulk, readyBulk } from './target.ts';

export function* bulkInsert(core: SessionCore, activation: Activation, statement: BulkInsert): Steps<void> {
  if (statement.file.kind !== 'string') throw sqlError(102, 'variable');
  const options = readBulkOptions(statement.options);
  const code = bulkCode(core, statement, null, options);
  const prepared = yield* readyBulk(core, code);
  const path = statement.file.value;
  const format = formatOf(core, prepared, options);
  const text = decodeFile(readBulkFile(core, path), { ...options, wide: options.wide || format.wide });
  const load: Load = { core, activation, prepared, code, options, format, reporter: reporterOf(core, activation, options) };
  const stored = yield* storeBatches(load, recordsOf(text, format.fields, path, options));
  core.status.rowCount = stored;
  core.status.error = load.reporter.last;
  core.sendWarnings();
  core.output.done('insert', stored);
}

/** What FORMATFILE says, or a field for each column. */
function formatOf(core: SessionCore, { bulk }: ReadyBulk, options: BulkOptions): Format {
  const { formatFile } = options;
  if (formatFile === null)
    return { fields: equalFields(bulk.shown.length, options).map((field, i) => ({ ...field, column: i + 1 })), wide: false };
  const format = readFormatFile(decodeFile(readBulkFile(core, formatFile), { wide: false, codePage: '' }), formatFile);
  const outside = format.fields.findIndex(({ column }) => column > bulk.shown.length);
  if (outside >= 0) throw sqlError(4828, outside + 1, formatFile);
  return format;
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

interface Load {
  readonly core: SessionCore;
  readonly activation: Activation;
  readonly prepared: ReadyBulk;
  readonly code: BulkCode;
  readonly options: BulkOptions;
  readonly format: Format;
  readonly reporter: Reporter;
}

/** Each batch is a statement of its own: what the ones before have stored stays when a later one fails. */
function* storeBatches(load: Load, records: Iterable<BulkRecord>): Steps<number> {
  const { core, code, options } = load;
  if (options.batchSize === 0) return yield* storeRows(load, records);
  let stored = 0;
  for (const batch of batches(records, options.batchSize))
    stored += yield* storeRows({ ...load, prepared: yield* readyBulk(core, code) }, batch);
  return stored;
}

function* batches(records: Iterable<BulkRecord>, size: number): Generator<readonly BulkRecord[]> {
  let batch: BulkRecord[] = [];
  for (const record of records) {
    batch.push(record);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

function* storeRows(load: Load, records: Iterable<BulkRecord>): Steps<number> {
  const { core, activation, options, prepared, format } = load;
  const fields = fieldsOf(prepared, format, options);
  const positions = fields.flatMap((field) => (field === null || field.position < 0 ? [] : [field.position]));
  const types = positions.map(() => null);
  return yield* core.transactions.statement(prepared.writes, function* () {
    const stored = yield* prepared.bulk.insert(activation, readRows(load, fields, records), positions, types);
    if (!options.checkConstraints) distrust(core, prepared.bulk);
    return stored;
  });
}

/** Rows that fit; the others are reported. */
function* readRows(
  { activation, reporter }: Load,
  fields: readonly (FieldColumn | null)[],
  records: Iterable<BulkRecord>,
): Generator<readonly Given[]> {
  try {
    for (const record of records) {
      const values = rowValues(record, fields, activation);
      if (values instanceof SqlError) reporter.report(values);
      else yield values;
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

/** One for each field of the file; null for one that no column takes. */
function fieldsOf(
  { bulk: { shown, table } }: ReadyBulk,
  { fields }: Format,
  { keepIdentity, keepNulls }: BulkOptions,
): readonly (FieldColumn | null)[] {
  return fields.map((field): FieldColumn | null => {
    if (field.column === 0) return null;
    const position = shown[field.column - 1] ?? -1;
    const column = table.columns[position];
    if (column === undefined) throw sqlError(4406, table.name);
    const isMade = column.computed !== null || column.type.name === 'rowversion' || column.generated !== null;
    const isTaken = !isMade && (column.identity === null || keepIdentity);
    const empty = column.default !== null && !keepNulls ? USE_DEFAULT : null;
    return { column, position: isTaken ? position : -1, read: fieldReader(column.type), empty };
  });
}

function rowValues(
  { row, fields }: BulkRecord,
  columns: readonly (FieldColumn | null)[],
  { context }: Activation,
): readonly Given[] | SqlError {
  const values: Given[] = [];
  for (const [i, field] of columns.entries()) {
    if (field === null || field.position < 0) continue;
    const { column, read, empty } = field;
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
