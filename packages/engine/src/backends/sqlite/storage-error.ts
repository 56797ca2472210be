/**
 * From SQLite's result codes to storage errors, one table. A violated unique index is known by its name when it has expressions, and by its columns
 * when it has none: SQLite's message says nothing more.
 */

import { sqlError } from '../../errors.ts';
import { StorageError, type StorageErrorKind, type UniqueViolation } from '../../run/storage-error.ts';

/** Turns what node:sqlite throws into a StorageError; anything that did not come from SQLite is returned as it is. */
export function storageError(thrown: unknown, sql: string): unknown {
  if (!isSqliteError(thrown)) return thrown;
  if (thrown.message === NO_TILES) return sqlError(4116);
  const detail = `${thrown.message} (${thrown.errcode}) in ${sql}`;
  if (UNIQUE_CODES.has(thrown.errcode)) return new StorageError('unique', detail, uniqueViolation(thrown.message));
  return new StorageError(KIND_BY_CODE[thrown.errcode] ?? KIND_BY_CODE[thrown.errcode & 0xff] ?? 'other', detail);
}

/** What SQLite's own ntile() says; a number of tiles may come from a variable, so it is known only here. */
const NO_TILES = 'argument of ntile must be a positive integer';

interface SqliteError {
  readonly message: string;
  /** Extended result code. */
  readonly errcode: number;
}

function isSqliteError(thrown: unknown): thrown is SqliteError {
  return thrown instanceof Error && 'errcode' in thrown && typeof thrown.errcode === 'number';
}

/** SQLITE_CONSTRAINT_PRIMARYKEY, _UNIQUE and _ROWID. */
const UNIQUE_CODES: ReadonlySet<number> = new Set([1555, 2067, 2579]);

/** Primary and extended result codes of SQLite. */
const KIND_BY_CODE: Readonly<Record<number, StorageErrorKind>> = {
  5: 'busy',
  517: 'snapshot',
  6: 'busy',
  7: 'memory',
  8: 'readonly',
  9: 'interrupted',
  10: 'input/output',
  11: 'corrupt',
  13: 'full',
  26: 'corrupt',
};

const PREFIX = 'UNIQUE constraint failed: ';
const INDEX_PREFIX = "index '";

/** `index 'name'` for an index with expressions, `table.column, table.column` for one over plain columns. */
function uniqueViolation(message: string): UniqueViolation {
  const what = message.startsWith(PREFIX) ? message.slice(PREFIX.length) : '';
  if (what.startsWith(INDEX_PREFIX)) return { index: what.slice(INDEX_PREFIX.length, -1), columns: [] };
  return { index: null, columns: what === '' ? [] : what.split(', ') };
}
