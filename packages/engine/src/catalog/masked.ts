/** Whether any table of a database has a masked column: where none has, nothing of a query is looked at. Objects are immutable, so it is asked once. */

import type { DatabaseCatalog } from './model.ts';

const known = new WeakMap<DatabaseCatalog['objects'], boolean>();

export function hasMaskedColumns({ objects }: DatabaseCatalog): boolean {
  const answer = known.get(objects);
  if (answer !== undefined) return answer;
  let found = false;
  for (const object of objects.values())
    if (object.kind === 'table' && object.columns.some(({ mask }) => mask !== undefined)) {
      found = true;
      break;
    }
  known.set(objects, found);
  return found;
}
