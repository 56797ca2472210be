/**
 * INSERT BULK: the batch announces the table, its columns and how to load; the bulk load message brings the rows, which are inserted as one statement.
 * SqlBulkCopy, bcp and the bulk interfaces of drivers speak it.
 */

import type { InsertBulk } from '@sprocket/tsql';
import type { BulkLoading } from '../../bind/context.ts';
import { SqlError, sqlError, unsupported } from '../../errors.ts';
import { createActivation } from '../../run/activation.ts';
import type { Steps } from '../../run/contracts.ts';
import { runChange } from '../../run/statements.ts';
import type { BulkRequest } from '../api.ts';
import type { SessionCore } from '../session-core.ts';
import { type BulkCode, bulkCode, distrust, prepareBulk, readyBulk } from './target.ts';

/** What is wrong with the table or its columns is said before the client sends rows. */
export function announceBulk(core: SessionCore, statement: InsertBulk): void {
  core.bulk = null;
  prepareBulk(core, codeOf(core, statement));
  core.bulk = statement;
}

const codeOf = (core: SessionCore, statement: InsertBulk): BulkCode =>
  bulkCode(core, statement, statement.columns.length === 0 ? null : statement.columns.map((column) => column.name), loadingOf(statement));

const OPTIONS: ReadonlySet<string> = new Set([
  'CHECK_CONSTRAINTS',
  'FIRE_TRIGGERS',
  'KEEP_NULLS',
  // About storage and speed alone.
  'TABLOCK',
  'ORDER',
  'ROWS_PER_BATCH',
  'KILOBYTES_PER_BATCH',
]);

/** Identity values are kept where their column is announced. */
function loadingOf({ options }: InsertBulk): BulkLoading {
  const unknown = options.find(({ name }) => !OPTIONS.has(name));
  if (unknown !== undefined) throw unsupported(`INSERT BULK … WITH (${unknown.name})`);
  const has = (name: string): boolean => options.some((option) => option.name === name);
  return {
    checkConstraints: has('CHECK_CONSTRAINTS'),
    fireTriggers: has('FIRE_TRIGGERS'),
    keepNulls: has('KEEP_NULLS'),
    keepIdentity: false,
  };
}

export function* insertBulk(core: SessionCore, { columns, rows }: BulkRequest): Steps<void> {
  const announced = core.bulk;
  core.bulk = null;
  if (announced === null) throw sqlError(4022);
  const code = codeOf(core, announced);
  const prepared = yield* readyBulk(core, code);
  const { bulk } = prepared;
  if (columns.length !== bulk.columns.length) throw sqlError(213);
  const activation = createActivation(core, { kind: 'batch', compiled: code.compiled, module: null, procedureName: null });
  const types = columns.map(({ type }) => type);
  core.current = activation;
  try {
    yield* runChange(core, activation, prepared, function* () {
      const count = yield* bulk.insert(activation, rows, bulk.columns, types);
      if (!code.loading.checkConstraints && count > 0) distrust(core, bulk);
      return count;
    });
  } catch (thrown) {
    if (thrown instanceof SqlError && thrown.errorClass === 'statement') thrown.cause = sqlError(3621);
    throw thrown;
  } finally {
    core.current = null;
  }
}
