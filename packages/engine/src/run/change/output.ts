/**
 * The OUTPUT clause: items over `inserted`, `deleted` and the statement's other sources, evaluated in JavaScript for each changed row, and sent to
 * the client or into a table.
 */

import type { Output } from '@sprocket/tsql';
import { nvarchar } from '@sprocket/tsql';
import { noteChange } from '../../bind/access.ts';
import type { Binder, ExprContext } from '../../bind/context.ts';
import { bindSource, shownName, tableSource } from '../../bind/from.ts';
import { type MaskScope, maskOf, readsMasked } from '../../bind/masking.ts';
import { columnRef } from '../../bind/names.ts';
import { bindItems, expressionContext } from '../../bind/query.ts';
import type { Expr, Source } from '../../bind/tree.ts';
import { hasQuery } from '../../bind/walk.ts';
import { type DatabaseCatalog, nameKey, type Table } from '../../catalog/model.ts';
import { sqlError, sqlErrorState } from '../../errors.ts';
import type { ResultColumn } from '../../session/api.ts';
import type { Value } from '../../values/value.ts';
import type { Frame, Steps } from '../contracts.ts';
import { compile, type Evaluator } from '../evaluate.ts';
import { type ValueMask, valueMask } from '../masked.ts';
import { eachRow, mapRows } from '../pace.ts';
import { type ChangeTarget, createTarget, hasTrigger, insertRows } from './apply.ts';
import { overRow, type Placement } from './row-image.ts';
import { assignments } from './store.ts';
import type { TargetRows } from './target.ts';

/** The arguments of an OUTPUT item: the query's row, then the new image, then the old one, then MERGE's action. */
export interface OutputLayout {
  readonly rowWidth: number;
  readonly tableWidth: number;
}

export interface BoundOutput {
  /** Columns for the client; null without a client-side OUTPUT. */
  readonly columns: readonly ResultColumn[] | null;
  /** Whether there is any OUTPUT clause. */
  readonly any: boolean;
  /** Evaluates the items for one changed row. */
  collect(row: readonly Value[], inserted: readonly Value[] | null, deleted: readonly Value[] | null, action: string, frame: Frame): void;
  /** Sends what was collected. */
  flush(frame: Frame, emit: (row: readonly Value[]) => void): Steps<void>;
  readonly writes: readonly number[];
}

export interface OutputScope {
  readonly table: Table;
  /** The target as the statement writes it. */
  readonly shown?: string;
  /** The view or common table through which the table is reached: its columns are those of `inserted` and `deleted`. */
  readonly through?: Pick<TargetRows, 'named' | 'base'>;
  readonly database: DatabaseCatalog | null;
  /** Told which columns `inserted` and `deleted` show. */
  readonly used: Source['used'];
  readonly sources: readonly Source[];
  readonly cx: ExprContext;
  readonly images: { readonly inserted: boolean; readonly deleted: boolean; readonly action: boolean };
  /** Which image some rows do not have, so that its columns are NULL there: MERGE may insert or delete. */
  readonly missing?: { readonly inserted: boolean; readonly deleted: boolean };
  readonly layout: OutputLayout;
  /** Where values of masked columns come from. */
  readonly masks?: MaskScope | null;
  /** Adds a leaf to the statement's query and returns its position. */
  readonly leaf: (expr: Expr) => Expr;
}

export function bindOutputs(
  outputs: readonly Output[],
  scope: OutputScope,
  target: { readonly triggers: ChangeTarget['triggers'] } | null,
): BoundOutput {
  const parts = outputs.map((output) => bindOutput(output, scope));
  const toClient = parts.find((part) => part.into === null);
  if (toClient !== undefined && target?.triggers.some((t) => t.timing === 'after') === true)
    throw sqlError(334, scope.shown ?? scope.table.name);
  return {
    columns: toClient?.columns ?? null,
    any: parts.length > 0,
    writes: parts.flatMap((part) => (part.into?.target.database == null ? [] : [part.into.target.database.databaseId])),
    collect: (row, inserted, deleted, action, frame) => {
      const width = scope.layout.tableWidth;
      const args = [...row.slice(0, scope.layout.rowWidth), ...padded(inserted, width), ...padded(deleted, width), action];
      for (const part of parts)
        part
          .rows(frame)
          .push(part.evaluators.map(({ evaluate, mask }) => shownValue(() => evaluate(frame.context, frame.slots, args), mask, frame)));
    },
    *flush(frame, emit) {
      for (const part of parts) yield* send(part, frame, emit);
    },
  };
}

const shownValue = (evaluate: () => Value, mask: ValueMask | null, frame: Frame): Value =>
  mask === null ? evaluate() : mask(evaluate, frame);

/** Both images are rows of the target. */
function outputMasks({ table, database, cx, masks }: OutputScope, images: readonly number[]): MaskScope | null {
  if (database === null || !readsMasked(cx.binder)) return null;
  const scope = new Map(masks ?? []);
  const { databaseId } = database;
  for (const id of images)
    scope.set(id, { kind: 'table', source: { id, name: '', schema: null, database: null, columns: [], table }, table, databaseId });
  return scope;
}

const padded = (row: readonly Value[] | null, width: number): readonly Value[] => row ?? new Array<Value>(width).fill(null);

interface OutputPart {
  readonly columns: readonly ResultColumn[];
  readonly evaluators: readonly { readonly evaluate: Evaluator; readonly mask: ValueMask | null }[];
  readonly into: { readonly target: ChangeTarget; readonly store: ReturnType<typeof assignments> } | null;
  rows(frame: Frame): Value[][];
  take(frame: Frame): Value[][];
}

function* send(part: OutputPart, frame: Frame, emit: (row: readonly Value[]) => void): Steps<void> {
  const rows = part.take(frame);
  if (part.into === null) return yield* eachRow(rows, frame, emit);
  const { target, store } = part.into;
  const stored = yield* mapRows(rows, frame, (row) => store(row, frame));
  yield* insertRows(target, stored, frame, 'INSERT');
}

function bindOutput(output: Output, scope: OutputScope): OutputPart {
  const { binder } = scope.cx;
  const inserted = imageSource(scope, 'inserted', binder);
  const deleted = imageSource(scope, 'deleted', binder);
  const action: Source = { ...sourceWith('$action', binder) };
  const visible = [
    ...(scope.images.inserted ? [inserted] : []),
    ...(scope.images.deleted ? [deleted] : []),
    ...(scope.images.action ? [action] : []),
    ...scope.sources.filter((source) => source.id !== scope.through?.named.id),
  ];
  const items = bindItems(output.items, visible, expressionContext(binder, { sources: visible, parent: null }, scope.cx.commonTables));
  if (items.some((item) => hasQuery(item.expr))) throw sqlError(10705);
  const { rowWidth, tableWidth } = scope.layout;
  const placements: Placement[] = [
    { source: inserted, offset: rowWidth },
    { source: deleted, offset: rowWidth + tableWidth },
    { source: action, offset: rowWidth + 2 * tableWidth },
  ];
  const masks = outputMasks(scope, [inserted.id, deleted.id]);
  const evaluators = items.map((item) => {
    const mask = masks === null ? null : valueMask(maskOf(item.expr, masks), item.expr.type);
    return { evaluate: compile(overRow(item.expr, placements, scope.leaf)), mask };
  });
  const pending = new WeakMap<Frame, Value[][]>();
  return {
    columns: items.map((item) => item.column),
    evaluators,
    into:
      output.into === null
        ? null
        : bindInto(
            output,
            items.map((item) => item.expr),
            scope,
          ),
    rows: (frame) => {
      const known = pending.get(frame) ?? [];
      pending.set(frame, known);
      return known;
    },
    take: (frame) => {
      const known = pending.get(frame) ?? [];
      pending.delete(frame);
      return known;
    },
  };
}

function imageSource(scope: OutputScope, name: 'inserted' | 'deleted', binder: Binder): Source {
  const source = tableSource(scope.table, scope.database, name, binder);
  const missing = scope.missing?.[name] === true;
  const image = {
    ...source,
    used: scope.used,
    columns: missing ? source.columns.map((column) => ({ ...column, nullable: true })) : source.columns,
  };
  return scope.through === undefined || scope.through.named.id === scope.through.base.source.id
    ? image
    : viewImage(image, scope.through, scope, missing);
}

/** The row of the table as the view shows it. What a view adds from elsewhere (row numbers, say) is what the statement's query found. */
function viewImage(image: Source, { named, base }: Pick<TargetRows, 'named' | 'base'>, { sources }: OutputScope, missing: boolean): Source {
  const found = sources.some((source) => source.id === named.id);
  const unread: Source = { ...image, used: undefined };
  const columns = named.columns.map((column, index) => {
    const over = base.over[index] ?? null;
    const own = (leaf: Expr): Expr => (leaf.kind === 'column' ? columnRef(unread, leaf.index) : leaf);
    const expression = over === null ? (found ? columnRef({ ...named, used: undefined }, index) : null) : overRow(over, [], own);
    return expression === null ? { ...column, name: '', hidden: true } : { ...column, nullable: column.nullable || missing, expression };
  });
  return { ...image, used: named.used, columns };
}

/** MERGE's `$action` as a column. */
function sourceWith(name: string, binder: Binder): Source {
  const column = {
    name,
    type: nvarchar(10),
    nullable: false,
    identity: false,
    computed: true,
    storageName: 'c0',
    hidden: true,
    expression: null,
  };
  return { id: binder.ids.next++, name: '', schema: null, database: null, columns: [column], table: null };
}

function bindInto(output: Output, items: readonly Expr[], scope: OutputScope): OutputPart['into'] {
  if (output.into === null) return null;
  const source = bindSource(output.into, scope.cx);
  const { from } = source;
  if (from.kind !== 'table') throw sqlError(330, source.sources[0] === undefined ? '' : shownName(source.sources[0]));
  const database = from.databaseId === 0 ? null : (scope.cx.binder.scope.catalog.databaseById(from.databaseId) ?? null);
  noteChange(scope.cx.binder, from.source.id, 'INSERT', null);
  const target = createTarget(from.table, database, scope.cx.binder.scope);
  if (hasTrigger(target, 'after', 'INSERT')) throw sqlError(331, shownName(from.source));
  return {
    target,
    store: assignments(
      target,
      intoColumns(output, from.table, items.length, scope),
      items.map((item) => item.type),
    ),
  };
}

/** Where the items go. No item can be DEFAULT, so a rowversion column is refused (273), named or not. */
function intoColumns(output: Output, table: Table, count: number, scope: OutputScope): number[] {
  const chosen = output.columns.length === 0 ? openColumns(table, count) : namedColumns(output, table, count, scope);
  if (chosen.some((index) => table.columns[index]?.type.name === 'rowversion')) throw sqlError(273);
  return chosen;
}

/** The columns of an INSERT without a list. An identity column gets its own value, whatever IDENTITY_INSERT says. */
function openColumns(table: Table, count: number): number[] {
  const open = table.columns.flatMap((column, index) => (column.computed === null && column.identity === null ? [index] : []));
  if (open.length < count && table.columns.some((column) => column.identity !== null)) throw sqlError(8101, ownName(table));
  if (open.length !== count) throw sqlErrorState(213, 1);
  return open;
}

/** 544 names the target of the statement. */
function namedColumns(output: Output, table: Table, count: number, scope: OutputScope): number[] {
  const chosen = output.columns.map((name) => table.columns.findIndex((column) => nameKey(column.name) === nameKey(name.value)));
  if (chosen.includes(-1)) throw sqlError(207, output.columns[chosen.indexOf(-1)]?.value ?? '');
  if (chosen.length !== count) throw sqlErrorState(213, 1);
  if (chosen.some((index) => table.columns[index]?.identity != null)) throw sqlError(544, scope.table.name);
  const computed = chosen.find((index) => table.columns[index]?.computed !== null);
  if (computed !== undefined) throw sqlError(271, table.columns[computed]?.name ?? '');
  return chosen;
}

/** As 8101 names a target of OUTPUT: only tables of a database have a schema. */
const ownName = (table: Table): string => (table.storage.kind === 'database' ? `${table.schema}.${table.name}` : table.name);
