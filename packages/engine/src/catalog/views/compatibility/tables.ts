import type { Table } from '../../model.ts';
import type { SystemContext } from '../define.ts';

export function* tables({ catalog }: SystemContext): Iterable<Table> {
  for (const object of catalog.objects.values()) if (object.kind === 'table') yield object;
}
