/** Views as targets of INSTEAD OF triggers: the view's columns as a table without storage, whose rows go to the trigger alone. */

import type { TableSource } from '@sprocket/tsql';
import { INT } from '@sprocket/tsql';
import type { ExprContext } from '../../bind/context.ts';
import { bindSource } from '../../bind/from.ts';
import { resolveTable } from '../../bind/resolve.ts';
import type { Table, View } from '../../catalog/model.ts';
import { plainTable } from '../../catalog/plain-table.ts';
import { triggersOf } from './apply.ts';
import type { TargetRows } from './target.ts';

/** The target rows of a view with an INSTEAD OF trigger for the event; undefined for anything else. */
export function viewTarget(target: TableSource, event: 'INSERT' | 'UPDATE' | 'DELETE', cx: ExprContext): TargetRows | undefined {
  if (target.kind !== 'table' || (target.name.parts.length === 1 && cx.commonTables.has((target.name.parts[0]?.value ?? '').toLowerCase())))
    return undefined;
  const found = resolveTable(target.name, cx.binder);
  if (found.kind !== 'object' || found.object.kind !== 'view') return undefined;
  const triggers = triggersOf(found.object.id, found.database);
  if (!triggers.some((trigger) => trigger.timing === 'instead of' && trigger.events.includes(event))) return undefined;
  const { from, sources } = bindSource(target, cx);
  const [named] = sources;
  if (named === undefined) return undefined;
  const rowId = { kind: 'constant' as const, value: 0, type: INT, nullable: false };
  const columns = named.columns.map((column, index) => ({
    kind: 'column' as const,
    source: named,
    index,
    type: column.type,
    nullable: true,
  }));
  return {
    from,
    sources,
    joined: [],
    named,
    base: {
      source: named,
      table: tableOf(found.object, named.columns),
      database: found.database,
      rowId,
      columns,
      positions: named.columns.map((_c, i) => i),
      over: columns,
    },
  };
}

function tableOf({ id, schema, name, created, modified }: View, shown: TargetRows['named']['columns']): Table {
  const storage = { kind: 'database', name, rowIdColumn: null } as const;
  const columns = shown.map((column) => ({ ...column, nullable: true }));
  return plainTable({ id, schema, name, created, modified, isSystem: false, storage }, columns);
}
