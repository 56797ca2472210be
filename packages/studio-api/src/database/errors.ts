/** What PostgreSQL says when a row collides with another one. */

/** The name of the unique constraint or index that a statement violated; undefined when that is not what went wrong. */
export function violatedUnique(error: unknown): string | undefined {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    const { code, constraint } = cause as { code?: unknown; constraint?: unknown };
    if (code === '23505') return typeof constraint === 'string' ? constraint : '';
  }
  return undefined;
}
