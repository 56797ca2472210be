/**
 * From SQLite's result codes to storage errors, one table. A violated unique index is known by its name when it has expressions, and by its columns
 * when it has none: SQLite's message says nothing more.
 */

import { sqlError, unsupported } from '../../errors.ts';
import { StorageError, type StorageErrorKind, type UniqueViolation } from '../../run/storage-error.ts';

/** Turns what node:sqlite throws into a StorageError; anything that did not come from SQLite is returned as it is. */
export function storageError(thrown: unknown, sql: string): unknown {
  if (!isSqliteError(thrown)) return thrown;
  const told = TOLD[thrown.message];
  if (told !== undefined) return told();
  const detail = `${thrown.message} (${thrown.errcode}) in ${sql}`;
  if (UNIQUE_CODES.has(thrown.errcode)) return new StorageError('unique', detail, uniqueViolation(thrown.message));
  return new StorageError(KIND_BY_CODE[thrown.errcode] ?? KIND_BY_CODE[thrown.errcode & 0xff] ?? 'other', detail);
}

/** What only SQLite can tell of a statement: the number of tiles may come from a variable, and the others are limits of its own. */
const TOLD: Readonly<Record<string, () => Error>> = {
  'argument of ntile must be a positive integer': () => sqlError(4116),
  'at most 64 tables in a join': () => unsupported('join of more than 64 tables'),
  'too many columns in result set': () => unsupported('SELECT list of more than 2,000 columns'),
  'Expression tree is too large (maximum depth 1000)': () => sqlError(8631),
  'Recursion limit': () => sqlError(8631),
};

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
