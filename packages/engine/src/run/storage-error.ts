/**
 * What a storage backend reports when a statement fails, as data that the rest of the engine can act on. The backend's own words stay in `detail`,
 * which goes to the log only: a client never sees them. Exceptions that registered functions throw are not storage errors and pass through unchanged.
 */

export type StorageErrorKind =
  | 'unique'
  | 'busy'
  | 'snapshot'
  | 'full'
  | 'corrupt'
  | 'input/output'
  | 'readonly'
  | 'interrupted'
  | 'memory'
  | 'other';

/** A failure of the storage engine. `index` and `columns` are filled for `unique`. */
export class StorageError extends Error {
  readonly kind: StorageErrorKind;
  readonly index: string | null;
  readonly columns: readonly string[];
  /** The backend's message and the statement; for the log. */
  readonly detail: string;

  constructor(kind: StorageErrorKind, detail: string, violated: UniqueViolation = { index: null, columns: [] }) {
    super(`storage error: ${kind}`);
    this.kind = kind;
    this.detail = detail;
    this.index = violated.index;
    this.columns = violated.columns;
  }
}

export interface UniqueViolation {
  /** Storage name of the violated index; null when the violation names columns instead. */
  readonly index: string | null;
  /** `table.column` storage names of a violated key over plain columns. */
  readonly columns: readonly string[];
}
