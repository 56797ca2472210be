/**
 * What kind of cursor a declaration makes. The words of the declaration ask for one; the query decides whether it can be had: a snapshot where no rows
 * of tables stand behind it, a keyset where the rows must be chosen or sorted first, and a snapshot again where a keyset has nothing to tell rows by.
 */

import type { CursorDefinition, CursorOption } from '@sprocket/tsql';
import type { Expr, From, OrderKey, SelectQuery } from '../../bind/tree.ts';
import type { Table } from '../../catalog/model.ts';
import { type Exposed, positions } from './expose.ts';
import type { CursorKind } from './model.ts';

/** What the words ask for. */
export function requestedKind({ options, for: purpose }: CursorDefinition): CursorKind {
  const has = (option: CursorOption): boolean => options.includes(option);
  if (has('STATIC') || has('INSENSITIVE')) return 'static';
  if (has('FAST_FORWARD')) return 'fast forward';
  if (has('DYNAMIC')) return 'dynamic';
  if (has('KEYSET') || has('SCROLL')) return 'keyset';
  return has('READ_ONLY') || purpose?.kind === 'cursorReadOnly' ? 'fast forward' : 'dynamic';
}

/** A cursor scrolls when SCROLL or one of the scrolling kinds is named. */
export function isForwardOnly({ options }: CursorDefinition): boolean {
  if (options.includes('FORWARD_ONLY') || options.includes('FAST_FORWARD')) return true;
  return !['SCROLL', 'STATIC', 'KEYSET', 'DYNAMIC'].some((option) => options.includes(option as CursorOption));
}

export type Concurrency = 'read only' | 'scroll locks' | 'optimistic';

/** An updatable cursor is optimistic unless it says otherwise. */
export function concurrencyOf({ options, for: purpose }: CursorDefinition, kind: CursorKind): Concurrency {
  if (kind === 'static' || kind === 'fast forward' || options.includes('READ_ONLY') || purpose?.kind === 'cursorReadOnly')
    return 'read only';
  return options.includes('SCROLL_LOCKS') ? 'scroll locks' : 'optimistic';
}

/** What the query makes of the wish. `byStorage`: a cursor of an API tells rows of a table without a key by their place. */
export function effectiveKind(
  wish: CursorKind,
  exposed: (Exposed & { readonly query: SelectQuery }) | null,
  { byStorage }: { readonly byStorage: boolean },
): CursorKind {
  if (wish === 'static' || wish === 'fast forward') return wish;
  if (exposed === null) return 'static';
  const kind = wish === 'dynamic' && (exposed.limited || !isDelivered(exposed.query)) ? 'keyset' : wish;
  return kind === 'keyset' && !byStorage && exposed.tables.some((table) => !table.keyed) ? 'static' : kind;
}

/** A fast forward cursor takes its rows as it goes, where nothing has to be finished first. */
export const readsAlong = (exposed: Exposed & { readonly query: SelectQuery }): boolean => !exposed.limited && isDelivered(exposed.query);

/** Whether an index gives the rows in the order that is asked for. */
function isDelivered({ orderBy, from }: SelectQuery): boolean {
  const keys = orderBy.filter(({ expr }) => expr.kind !== 'scalarQuery' && expr.kind !== 'constant');
  if (keys.length === 0) return true;
  const wanted = keys.map((key) => columnIn(key, from));
  return from?.kind === 'table' && wanted.every((key) => key !== null) && indexesOf(from.table).some((index) => delivers(index, wanted));
}

interface Place {
  readonly column: number;
  readonly descending: boolean;
}

function columnIn({ expr, descending }: OrderKey, from: From | null): Place | null {
  const isOwn = from?.kind === 'table' && expr.kind === 'column' && expr.source.id === from.source.id;
  return isOwn ? { column: (expr as Extract<Expr, { kind: 'column' }>).index, descending } : null;
}

interface Ordered {
  readonly places: readonly Place[];
  readonly unique: boolean;
}

/** Keys and indexes; one that is not unique goes on with the clustered key. */
function indexesOf(table: Table): readonly Ordered[] {
  const all = [...table.keys.map((key) => ({ ...key, unique: true })), ...table.indexes.filter((i) => !i.disabled && i.filter === null)];
  const places = ({ columns }: (typeof all)[number]): readonly Place[] =>
    positions(table, { columns }).map((column, i) => ({ column, descending: columns[i]?.descending ?? false }));
  const clustered = all.find((index) => index.clustered);
  const tail = clustered === undefined ? [] : places(clustered);
  return all.map((index) =>
    index.unique ? { places: places(index), unique: true } : { places: [...places(index), ...tail], unique: tail.length > 0 },
  );
}

/** The wanted columns begin the index, all in its direction or all against it; behind a whole unique key anything may follow. */
function delivers({ places, unique }: Ordered, wanted: readonly (Place | null)[]): boolean {
  const shared = places.slice(0, wanted.length);
  const against = shared.map((place, i) => (wanted[i]?.column === place.column ? place.descending !== wanted[i]?.descending : null));
  if (against.length === 0 || against.some((turned) => turned === null || turned !== against[0])) return false;
  return wanted.length <= places.length || unique;
}
