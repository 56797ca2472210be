/** The cursors of a session for system views: each under every name that reaches it, in the order in which they were declared. */

import { nameKey } from '../catalog/model.ts';
import type { CursorColumnFigures, CursorFigures, CursorTableFigures } from '../catalog/views/live.ts';
import { type Cursor, isCounted, reportedRows } from '../run/cursors/model.ts';
import type { CursorPlan } from '../run/cursors/plan.ts';
import { statusOf } from '../run/cursors/status.ts';
import type { Activation } from '../run/runtime.ts';
import { serverOffset } from './clock.ts';
import type { SessionCore } from './session-core.ts';

const MINUTE = 600_000_000n;

type Reach = Pick<CursorFigures, 'scope' | 'depth' | 'reference'>;

/** `isOwn` is the session that asks: local cursors of others are theirs alone. */
export function cursorFigures(core: SessionCore, isOwn: boolean): readonly CursorFigures[] {
  const local = isOwn ? [...frames(core.current)].flatMap(localCursors) : [];
  const global = [...core.cursors.values()].map((cursor) => ({ cursor, reach: reachOf(cursor, 'global') }));
  const api = [...core.apiCursors.values()].flatMap(({ cursor }) => (cursor === null ? [] : [{ cursor, reach: reachOf(cursor, 'api') }]));
  const isNamed = new Set(global.map(({ cursor }) => cursor));
  return [...global, ...api.filter(({ cursor }) => !isNamed.has(cursor)), ...local]
    .sort((a, b) => a.cursor.handle - b.cursor.handle)
    .map(({ cursor, reach }) => figures(core, cursor, reach));
}

const reachOf = ({ name }: Cursor, scope: 'global' | 'api'): Reach => ({ scope, depth: -1, reference: name });

interface Found {
  readonly cursor: Cursor;
  readonly reach: Reach;
}

/** The running bodies from the inside out. */
function* frames(innermost: Activation | null): Iterable<{ readonly frame: Activation; readonly depth: number }> {
  let depth = 0;
  for (let frame = innermost; frame !== null; frame = frame.parent) {
    yield { frame, depth };
    depth += 1;
  }
}

function localCursors({ frame, depth }: { readonly frame: Activation; readonly depth: number }): readonly Found[] {
  const named = [...frame.cursors.values()].map((cursor): Found => ({ cursor, reach: { scope: 'local', depth, reference: cursor.name } }));
  const variables = [...frame.cursorVariables].map(([slot, cursor]): Found => {
    const reference = frame.compiled.program.declarations[slot]?.name ?? '';
    return { cursor, reach: { scope: 'variable', depth, reference } };
  });
  return [...named, ...variables];
}

function figures(core: SessionCore, cursor: Cursor, reach: Reach): CursorFigures {
  const { open, plan } = cursor;
  return {
    ...reach,
    sessionId: core.id,
    handle: cursor.handle,
    name: cursor.name,
    isLocal: reach.scope === 'local',
    kind: plan.kind,
    concurrency: plan.concurrency,
    scrollable: !cursor.forwardOnly,
    open: open !== null,
    status: statusOf(cursor),
    rows: reportedRows(cursor),
    fetchStatus: cursor.fetchStatus,
    lastOperation: cursor.lastOperation,
    rowCount: cursor.rowCount,
    ...bufferOf(cursor),
    created: cursor.created + BigInt(serverOffset()) * MINUTE,
    columns: columnsOf(core, plan),
    tables: tablesOf(core, plan),
  };
}

function bufferOf({ open }: Cursor): Pick<CursorFigures, 'bufferStart' | 'bufferSize'> {
  if (open === null || open.position < 0) return { bufferStart: 0, bufferSize: 0 };
  if (open.position >= open.rows.length) return { bufferStart: -1, bufferSize: 0 };
  return { bufferStart: isCounted(open) ? open.position + 1 : -1, bufferSize: 1 };
}

function columnsOf(core: SessionCore, plan: CursorPlan): readonly CursorColumnFigures[] {
  return plan.columns.map(({ name, type, nullable, computed }, i) => {
    const origin = plan.origins[i] ?? null;
    const table = origin === null ? undefined : plan.tables[origin.table];
    const isFixed = computed || type.name === 'rowversion' || plan.concurrency === 'read only' || table === undefined;
    const isListed = plan.updatable === null || plan.updatable.has(nameKey(origin?.name ?? ''));
    return {
      name,
      type,
      nullable,
      updatable: !isFixed && isListed,
      columnId: table?.table.columns[origin?.column ?? -1]?.id ?? 0,
      objectId: table?.table.id ?? 0,
      databaseId: table === undefined ? 0 : homeOf(core, table.databaseId),
    };
  });
}

/** A view stands for the tables that it shows. */
function tablesOf(core: SessionCore, plan: CursorPlan): readonly CursorTableFigures[] {
  const seen = new Set<object>();
  return plan.tables.flatMap(({ table, view, databaseId }): readonly CursorTableFigures[] => {
    if (view === null) return [{ schema: table.schema, name: table.name, objectId: table.id, databaseId: homeOf(core, databaseId) }];
    if (seen.has(view)) return [];
    seen.add(view);
    const catalog = core.catalogs.database(view.database);
    const object = [...(catalog?.objects.values() ?? [])].find(
      ({ schema, name }) => nameKey(schema) === nameKey(view.schema) && nameKey(name) === nameKey(view.name),
    );
    return [{ schema: view.schema, name: view.name, objectId: object?.id ?? 0, databaseId: catalog?.databaseId ?? 0 }];
  });
}

/** Temporary tables are in tempdb. */
const homeOf = (core: SessionCore, databaseId: number): number =>
  databaseId === 0 ? (core.catalogs.database('tempdb')?.databaseId ?? 0) : databaseId;
