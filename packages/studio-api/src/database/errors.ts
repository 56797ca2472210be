/** What PostgreSQL says when it does not take a row. */

/** A text with a character that PostgreSQL does not store: NUL. */
export function isUnstorable(error: unknown): boolean {
  return codeOf(error) === '22021' || codeOf(error) === '22P05';
}

/** The SQLSTATE, or the system's code, of an error or its cause. */
export function codeOf(error: unknown): unknown {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    const { code } = cause as { code?: unknown };
    if (code !== undefined) return code;
  }
  return undefined;
}

/** The name of the unique constraint or index that a statement violated; undefined when that is not what went wrong. */
export function violatedUnique(error: unknown): string | undefined {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    const { code, constraint } = cause as { code?: unknown; constraint?: unknown };
    if (code === '23505') return typeof constraint === 'string' ? constraint : '';
  }
  return undefined;
}
