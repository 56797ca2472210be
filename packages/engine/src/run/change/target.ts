/**
 * What a data change changes: the table behind the name it was given, be it the table itself, an alias of FROM, a view or a common table over one
 * table, and the query that finds the rows with their row ids and present values.
 */

import type { Identifier, TableFunction, TableSource } from '@sprocket/tsql';
import { type AccessPermission, noteChange, unnoted } from '../../bind/access.ts';
import type { Binder, ExprContext } from '../../bind/context.ts';
import { bindFromList, bindSource, checkNames } from '../../bind/from.ts';
import { pseudoPlace } from '../../bind/graph/columns.ts';
import { columnRef, qualifies, rowIdRef } from '../../bind/names.ts';
import type { Expr, From, QueryColumn, Source } from '../../bind/tree.ts';
import { isQueueTable } from '../../catalog/broker/tables.ts';
import { type DatabaseCatalog, nameKey, type Table } from '../../catalog/model.ts';
import { sqlError, unsupported } from '../../errors.ts';
import { overRow } from './row-image.ts';
import { chooseSource, type Touched, type TouchedOf, updatableQuery } from './updatable.ts';

export interface TargetRows {
  readonly from: From;
  readonly sources: readonly Source[];
  /** Those that JOIN or APPLY combine in FROM. */
  readonly joined: readonly Source[];
  /** The source that the statement names, with the columns it shows. */
  readonly named: Source;
  readonly base: BaseRow;
}

/** How the rows of the base table appear in the query. */
export interface BaseRow {
  /** The table as a source of the query. */
  readonly source: Source;
  readonly table: Table;
  readonly database: DatabaseCatalog | null;
  readonly rowId: Expr;
  /** The table's columns in order. */
  readonly columns: readonly Expr[];
  /** For each column of the named source, the position of the base column behind it; -1 where it is computed. */
  readonly positions: readonly number[];
  /** For each column of the named source, what it is over `source`; null where it needs more than the row of the base table. */
  readonly over: readonly (Expr | null)[];
}

/** Binds target and FROM. Without FROM the target is the only source. */
export function bindTargetRows(target: TableSource, from: readonly TableSource[], cx: ExprContext, touched: TouchedOf): TargetRows {
  const shown = target.kind === 'tableFunction' ? partsOf(target).join('.') : (targetName(target)?.join('.') ?? '');
  const list = bindFromList(from, cx);
  if (list.paths.length > 0) throw unsupported('FOR PATH in UPDATE and DELETE');
  const found = list.from === null ? undefined : findNamed(target, list.sources, cx);
  if (found !== undefined && list.from !== null)
    return expose(list, list.from, found, { binder: cx.binder, shown, touched: touched(found) });
  const own = bindSource(target, cx);
  const named = own.sources[0] as Source;
  checkNames([named, ...list.sources]);
  const joined: From = list.from === null ? own.from : { kind: 'join', type: 'cross', left: own.from, right: list.from, on: null };
  const all = { sources: [named, ...list.sources], joined: list.joined };
  return expose(all, joined, named, { binder: cx.binder, shown, touched: touched(named) });
}

/** The source of FROM that the target means: by alias, else the one reference to the same table. */
function findNamed(target: TableSource, sources: readonly Source[], cx: ExprContext): Source | undefined {
  const written = targetName(target);
  if (written === null) return undefined;
  const last = written.at(-1) ?? '';
  if (written.length === 1) {
    const alias = sources.find((source) => nameKey(source.name) === nameKey(last));
    if (alias !== undefined) return alias;
  }
  const own = bindSource(target, unnoted(cx)).sources[0];
  const same = sources.filter((source) => own !== undefined && isSame(source, own));
  if (same.length > 1) throw sqlError(8154, written.join('.'));
  return same[0];
}

/** The same table, or the same view without an alias. */
function isSame(source: Source, own: Source): boolean {
  if (own.table !== null || source.table !== null) return source.table === own.table;
  const keys = [source, own].map(({ database, schema, name }) => [database, schema, name].map((part) => nameKey(part ?? '')).join('.'));
  return own.schema !== null && keys[0] === keys[1];
}

function targetName(target: TableSource): readonly string[] | null {
  if (target.kind === 'tableVariable') return [target.name];
  return target.kind === 'table' ? partsOf(target) : null;
}

const partsOf = ({ name }: Pick<TableFunction, 'name'>): readonly string[] => name.parts.map((part: Identifier) => part.value);

interface Change {
  readonly binder: Binder;
  /** The target as the statement writes it. */
  readonly shown: string;
  readonly touched: Touched;
}

function expose({ sources, joined }: Pick<TargetRows, 'sources' | 'joined'>, from: From, named: Source, change: Change): TargetRows {
  const exposed = exposeIn(from, named.id, change);
  if (exposed === undefined) throw sqlError(4406, named.name);
  return { from: exposed.from, sources, joined, named, base: exposed.base };
}

interface Exposed {
  readonly from: From;
  readonly base: BaseRow;
}

/** Rewrites FROM so that the row id and all base columns of source `id` can be read from outside. */
function exposeIn(from: From, id: number, change: Change): Exposed | undefined {
  switch (from.kind) {
    case 'join':
    case 'apply': {
      const left = exposeIn(from.left, id, change);
      if (left !== undefined) return { from: { ...from, left: left.from }, base: left.base };
      const right = exposeIn(from.right, id, change);
      return right && { from: { ...from, right: right.from }, base: right.base };
    }
    case 'table':
      return from.source.id === id ? { from, base: baseOf(from, change.binder) } : undefined;
    case 'derived':
      return from.source.id === id ? exposeDerived(from, change) : undefined;
    // The rows of a function with statements, or of a built-in one, belong to no table.
    case 'rows':
      if (from.source.id === id) throw sqlError(270, change.shown);
      return undefined;
    default:
      return undefined;
  }
}

function baseOf(from: Extract<From, { kind: 'table' }>, binder: Binder): BaseRow {
  const { source, table } = from;
  if (isQueueTable(table)) throw sqlError(270, table.name);
  const database = from.databaseId === 0 ? null : (binder.scope.catalog.databaseById(from.databaseId) ?? null);
  // All columns make up the row's image, whatever the statement names.
  const unread: Source = { ...source, used: undefined };
  return {
    source,
    table,
    database: table.storage.kind === 'database' ? database : null,
    rowId: rowIdRef(source, table),
    columns: source.columns.map((_c, index) => columnRef(unread, index)),
    positions: source.columns.map((_c, index) => index),
    over: source.columns.map((_c, index) => columnRef(unread, index)),
  };
}

/** A view or common table: its query also yields the row id and the base columns of the table that changes. */
function exposeDerived(from: Extract<From, { kind: 'derived' }>, change: Change): Exposed | undefined {
  const query = updatableQuery(from.query, change.touched, change.shown, from.source);
  const chosen = chooseSource(query, change.touched, change.shown);
  const inner = chosen && exposeIn(query.from, chosen.id, { ...change, touched: chosen.touched });
  if (chosen === undefined || inner === undefined) return undefined;
  const { base } = inner;
  const extra = [base.rowId, ...base.columns];
  const items = [...query.items, ...extra];
  const columns = [...query.columns, ...extra.map(hiddenColumn)];
  const source: Source = {
    ...from.source,
    columns: columns.map((c, i) => ({
      ...(from.source.columns[i] ?? c),
      storageName: `c${i}`,
      hidden: i >= from.source.columns.length,
      expression: null,
    })),
  };
  const at = (index: number): Expr => ({
    kind: 'column',
    source,
    index,
    type: (extra[index - query.items.length] as Expr).type,
    nullable: true,
  });
  const positions = query.items.map((item) =>
    item.kind === 'column' && item.source.id === chosen.id ? (base.positions[item.index] ?? -1) : -1,
  );
  return {
    from: { ...from, query: { ...query, from: inner.from, items, columns } },
    base: {
      ...base,
      rowId: at(query.items.length),
      columns: base.columns.map((_c, i) => at(query.items.length + 1 + i)),
      positions,
      over: query.items.map((item) => overBase(item, chosen.id, base.over)),
    },
  };
}

/** An item of a view over the base table, given the columns of the source inside that changes; null when it reads anything else. */
function overBase(item: Expr, id: number, over: BaseRow['over']): Expr | null {
  let complete = true;
  const replaced = overRow(item, [], (leaf) => {
    const known = leaf.kind === 'column' && leaf.source.id === id ? over[leaf.index] : null;
    if (known != null) return known;
    complete = false;
    return leaf;
  });
  return complete ? replaced : null;
}

const hiddenColumn = (expr: Expr): QueryColumn => ({ name: '', type: expr.type, nullable: true, identity: false, computed: true });

/** Notes the change of the table, and of the view through which it is reached; `columns` are positions in the base table. */
export function noteTarget(
  { named, base }: Pick<TargetRows, 'named' | 'base'>,
  permission: AccessPermission,
  columns: readonly number[] | null,
  binder: Binder,
): void {
  noteChange(binder, base.source.id, permission, columns);
  if (named.id === base.source.id) return;
  const shown = columns === null ? null : base.positions.flatMap((position, index) => (columns.includes(position) ? [index] : []));
  noteChange(binder, named.id, permission, shown);
}

/** The position in the base table of a column that the statement names; 207 when there is none, 4406 for a computed one of a view. */
export function basePosition(rows: { readonly named: Source; readonly base: BaseRow }, name: Identifier): number {
  const { columns } = rows.named;
  const index = pseudoPlace(name, columns) ?? columns.findIndex((column) => nameKey(column.name) === nameKey(name.value));
  if (index < 0) throw sqlError(207, name.value);
  const position = rows.base.positions[index] ?? -1;
  if (position < 0) throw sqlError(4406, rows.named.name);
  return position;
}

/** A column that SET names: its position and its present value, of which `read` says that it is used. */
export interface Place {
  readonly position: number;
  readonly present: Expr;
  read(): void;
}

export function placeIn(rows: TargetRows, parts: readonly Identifier[]): Place {
  const written = parts.map((part) => part.value);
  // Only the target's columns can be set, under the name that the statement knows the target by.
  if (written.length > 1 && !qualifies(rows.named, written.slice(0, -1))) throw sqlError(4104, written.join('.'));
  const position = basePosition(rows, parts.at(-1) as Identifier);
  const { named, base } = rows;
  const read = (): void => {
    base.source.used?.add(position);
    if (named.id !== base.source.id) named.used?.add(base.positions.indexOf(position));
  };
  return { position, present: base.columns[position] as Expr, read };
}
