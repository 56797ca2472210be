/**
 * A cursor's query, bound once: all its rows, and one of its rows by the keys of the tables behind it. The keys stand behind the shown columns of every
 * row and are never sent. A plan is kept with the compiled text, as prepared statements are, so opening a known cursor binds nothing.
 */

import type { CursorDefinition } from '@sprocket/tsql';
import { type BindScope, createBinder, type Dependencies, dependenciesOf } from '../../bind/context.ts';
import { maxRecursion } from '../../bind/hints.ts';
import { both, type CursorTable, isKey } from '../../bind/position.ts';
import { bindSelect } from '../../bind/query.ts';
import type { BoundView, From, Query, SelectQuery } from '../../bind/tree.ts';
import { leavesOf } from '../../bind/walk.ts';
import { nameKey, type Table } from '../../catalog/model.ts';
import { sqlError, sqlErrorState } from '../../errors.ts';
import type { ResultColumn } from '../../session/api.ts';
import { intoOf } from '../change/select-into.ts';
import type { PreparedQuery } from '../contracts.ts';
import { preparedQuery } from '../prepare.ts';
import { type Exposed, exposeTables, hiddenColumn, type Reading } from './expose.ts';
import { type Concurrency, concurrencyOf, effectiveKind, readsAlong, requestedKind } from './kind.ts';
import type { CursorKind } from './model.ts';

export interface CursorPlan {
  readonly dependencies: Dependencies;
  /** The columns that are shown. */
  readonly columns: readonly ResultColumn[];
  readonly kind: CursorKind;
  readonly concurrency: Concurrency;
  /** It is not what was asked for. */
  readonly converted: boolean;
  readonly rows: PreparedQuery;
  /** One row, by the hidden values in the slots behind the declared ones; null where rows cannot be found again. */
  readonly member: PreparedQuery | null;
  /** Also of a snapshot, where they say only what it was made from. */
  readonly tables: readonly PlannedTable[];
  /** Places of the values that must be as they were fetched when a row is changed, by table. */
  readonly compared: readonly (readonly number[])[];
  /** For each shown column, where it comes from; null for an expression. */
  readonly origins: readonly (ColumnOrigin | null)[];
  /** Names of FOR UPDATE OF, folded; null for all columns. */
  readonly updatable: ReadonlySet<string> | null;
}

export interface PlannedTable extends CursorTable {
  /** The columns that UPDATE names, folded: the view's where it is one. */
  readonly names: ReadonlySet<string>;
}

/** A column of a table or view, as the query names it. */
export interface ColumnOrigin {
  /** Position in `tables`. */
  readonly table: number;
  readonly name: string;
  /** Position in the base table. */
  readonly column: number;
  /** A column of the key. */
  readonly key: boolean;
}

/** Cursors that differ from those of T-SQL. */
export interface PlanOptions {
  /** Of sp_cursoropen: a keyset needs no key. */
  readonly isApi: boolean;
}

/** `firstSlot` is behind the variables of the text. */
export function planCursor(definition: CursorDefinition, scope: BindScope, firstSlot: number, options: PlanOptions): CursorPlan {
  if (intoOf(definition.select.query.body) !== null) throw sqlErrorState(154, 3, 'INTO clause', 'a cursor declaration');
  const binder = createBinder(scope, maxRecursion(definition.select));
  const { query, assignments } = bindSelect(definition.select, binder);
  if (assignments !== null) throw sqlError(154, 'variable assignment', 'a cursor declaration');
  const exposed = exposeTables(query, readingOf(definition, scope, options));
  const wish = requestedKind(definition);
  const kind = effectiveKind(wish, exposed, { byStorage: options.isApi });
  const concurrency = concurrencyOf(definition, kind);
  if (definition.for?.kind === 'cursorUpdate' && concurrency === 'read only') throw sqlError(16957);
  const isLooking =
    kind === 'keyset' || kind === 'dynamic' || (kind === 'fast forward' && !options.isApi && exposed !== null && readsAlong(exposed));
  const moves = isLooking ? exposed : null;
  const all = moves === null ? query : withKeys(moves);
  return {
    columns: query.columns,
    kind,
    concurrency,
    converted: wish !== kind,
    rows: preparedQuery(all, binder),
    member: moves === null ? null : preparedQuery(memberQuery(moves, firstSlot), binder),
    ...(exposed === null ? NO_TABLES : tablesOf(exposed)),
    updatable: updatableNames(definition, query),
    dependencies: dependenciesOf(binder),
  };
}

const NO_TABLES = { tables: [], compared: [], origins: [] };

/** A rowversion tells every change; without one the values themselves are compared, where the cursor asks for care. */
function readingOf({ options, for: purpose }: CursorDefinition, { trigger }: BindScope, { isApi }: PlanOptions): Reading {
  const isCareful = options.includes('OPTIMISTIC') || purpose?.kind === 'cursorUpdate' || (isApi && !options.includes('READ_ONLY'));
  return {
    isImage: (table) => table === trigger?.inserted || table === trigger?.deleted,
    versions: (table) => {
      const stamp = table.columns.findIndex((column) => column.type.name === 'rowversion');
      if (stamp >= 0) return [stamp];
      return isCareful ? table.columns.flatMap((column, i) => (column.computed === null && isComparable(column.type.name) ? [i] : [])) : [];
    },
  };
}

const isComparable = (type: string): boolean => !['text', 'ntext', 'image', 'xml'].includes(type);

type Navigable = Exposed & { readonly query: SelectQuery };

const hiddenValues = ({ tables }: Navigable) => tables.flatMap((table) => table.values);

function withKeys(moves: Navigable): SelectQuery {
  const hidden = hiddenValues(moves);
  const { query, from } = moves;
  return { ...query, from, items: [...query.items, ...hidden], columns: [...query.columns, ...hidden.map(hiddenColumn)] };
}

/** Which rows there are was settled when the cursor opened: the limit and the order are not asked again. */
function memberQuery(moves: Navigable, firstSlot: number): SelectQuery {
  const query = withKeys(moves);
  const conditions = placed(moves).flatMap(({ table, first }) =>
    table.keys.map((_key, i) => {
      const value = table.values[i];
      if (value === undefined) throw new Error('a key has its value');
      return isKey(value, firstSlot + first + i);
    }),
  );
  return { ...query, where: both([...(query.where === null ? [] : [query.where]), ...conditions]), orderBy: [], limit: null };
}

/** The tables with the place of their values among the hidden ones. */
function placed({ tables }: Navigable) {
  let next = 0;
  return tables.map((table) => {
    const first = next;
    next += table.values.length;
    return { table, first };
  });
}

function tablesOf(moves: Navigable): Pick<CursorPlan, 'tables' | 'compared' | 'origins'> {
  const { query } = moves;
  const shown = query.items.length;
  const leaves = leavesOf(moves.from);
  const origins = query.items.map((item) => {
    if (item.kind !== 'column') return null;
    const base = baseOf(item.source.id, item.index, moves.from);
    const index = base === null ? -1 : moves.tables.findIndex((table) => table.sourceId === base.sourceId);
    const table = moves.tables[index];
    const leaf = leaves.find((candidate) => candidate.source.id === item.source.id);
    const name = table?.view === null ? table.table.columns[base?.column ?? -1]?.name : leaf?.source.columns[item.index]?.name;
    if (table === undefined || base === null) return null;
    return { table: index, name: name ?? '', column: base.column, key: table.keys.includes(base.column) };
  });
  const tables = placed(moves).map(
    ({ table, first }): PlannedTable => ({
      table: table.table,
      databaseId: table.databaseId,
      view: table.view,
      keys: table.keys,
      types: table.values.map((value) => value.type),
      first,
      names: namesOf(table.table, table.view, moves.from),
    }),
  );
  const compared = placed(moves).map(({ table, first }, index) => [
    ...origins.flatMap((origin, i) => (origin?.table === index && isComparable(query.items[i]?.type.name ?? '') ? [i] : [])),
    ...table.values.map((_value, i) => shown + first + i),
  ]);
  return { tables, compared, origins };
}

/** The base table's column behind a column of a source. */
function baseOf(sourceId: number, index: number, from: From): { readonly sourceId: number; readonly column: number } | null {
  const leaf = leavesOf(from).find(({ source }) => source.id === sourceId);
  if (leaf?.kind === 'table') return { sourceId, column: index };
  if (leaf?.kind !== 'derived' || leaf.query.kind !== 'select' || leaf.query.from === null) return null;
  const item = leaf.query.items[index];
  return item?.kind === 'column' ? baseOf(item.source.id, item.index, leaf.query.from) : null;
}

function namesOf(table: Table, view: BoundView | null, from: From): ReadonlySet<string> {
  const leaf = view === null ? undefined : leavesOf(from).find((other) => other.kind === 'derived' && other.view === view);
  const columns = leaf === undefined ? table.columns : leaf.source.columns.filter((column) => !column.hidden);
  return new Set(columns.map((column) => nameKey(column.name)));
}

/** 207 for a name that no source of the query has. */
function updatableNames({ for: purpose }: CursorDefinition, query: Query): ReadonlySet<string> | null {
  if (purpose?.kind !== 'cursorUpdate' || purpose.columns.length === 0) return null;
  const sources = query.kind === 'select' && query.from !== null ? leavesOf(query.from) : [];
  const names = purpose.columns.map((column) => column.parts.at(-1)?.value ?? '');
  const known = new Set(sources.flatMap(({ source }) => source.columns.map((column) => nameKey(column.name))));
  for (const name of names) if (!known.has(nameKey(name))) throw sqlError(207, name);
  return new Set(names.map(nameKey));
}
