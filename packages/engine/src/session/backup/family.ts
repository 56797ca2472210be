/** What makes a database the same as the one that a backup was made of, whatever both are called by now. */

import { createHash } from 'node:crypto';
import type { DatabaseCatalog } from '../../catalog/model.ts';

/** A database that was never restored is known by when it was made. */
export function familyOf({ family, created, databaseId }: DatabaseCatalog): string {
  if (family !== undefined) return family;
  const hex = createHash('sha256').update(`${created} ${databaseId}`).digest('hex').slice(0, 32).toUpperCase();
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
