/**
 * Calls with OVER, over windows whose names are resolved: the binder refuses the windows that SQL Server refuses (frames of ranking functions, RANGE with
 * a distance, constants in ORDER BY) and turns IGNORE NULLS into an aggregate over the values that are present.
 */

import { BIGINT, type Call, MAX, type Over } from '@sprocket/tsql';
import { sqlError, sqlErrorState } from '../errors.ts';
import { windowFunction } from '../functions/index.ts';
import { AT_OFFSET } from '../functions/offset-values.ts';
import { PRESENT_VALUES } from '../functions/present-values.ts';
import { aggregateArguments, argumentOf, bindOrderItem, PERCENTILES } from './call.ts';
import { coerce } from './coerce.ts';
import { caseOf } from './conditional.ts';
import { refuseConstants } from './constant-order.ts';
import type { ExprContext } from './context.ts';
import { bindExpr } from './expression.ts';
import { type ResolvedWindow, resolveWindow } from './named-windows.ts';
import { isNull } from './predicate.ts';
import type { Expr, FrameBound, OrderKey, WindowExpr, WindowFrame } from './tree.ts';

/** A call with OVER: a window function, or an aggregate over the rows of its frame. */
export function bindWindow(name: string, node: Call, over: Over, cx: ExprContext): Expr {
  if (cx.windows === 'refused') throw sqlError(4108);
  if (name === 'STRING_AGG') throw sqlError(4113, name);
  if (node.distinct) throw sqlError(10759);
  const inner: ExprContext = { ...cx, windows: 'refused' };
  const full = resolveWindow(over, cx.namedWindows);
  checkFrame(name, full, node.args);
  refuseOrder(name, full);
  if (node.withinGroup !== null && !PERCENTILES.has(name)) throw sqlError(10757, name.toLowerCase());
  const partitionBy = full.partitionBy.map((e) => bindExpr(e, inner));
  const orderBy = full.orderBy.map((item) => bindOrderItem(item, inner));
  refuseConstants(orderBy);
  refuseLarge(name, full, orderBy);
  const base = { kind: 'window' as const, partitionBy, orderBy, frame: bindFrame(full), ignoreNulls: node.nulls === 'ignore' };
  const ranked = windowFunction(name);
  if (ranked === undefined) {
    const { fn, signature, args } = aggregateArguments(name, node, inner);
    const within = (node.withinGroup ?? []).map((item) => bindOrderItem(item, inner));
    refuseConstants(within);
    return {
      ...base,
      orderBy: within.length > 0 ? [] : orderBy,
      fn: { aggregate: fn, signature },
      args,
      type: signature.returns,
      nullable: signature.nullable ?? true,
    };
  }
  const args = node.args.map((arg) => bindExpr(arg, inner));
  const signature = ranked.signature(args.map(argumentOf));
  requireOrder(name, full);
  checkConstants(name, args);
  const converted = args.map((arg, index) => coerce(arg, signature.params[index] ?? arg.type));
  const window = { ...base, fn: { name }, args: converted, type: signature.returns, nullable: signature.nullable ?? true };
  return node.nulls === 'ignore' ? ignoringNulls(name, window) : window;
}

const BESIDE: Readonly<Record<string, WindowFrame>> = {
  LAG: { unit: 'rows', start: { kind: 'unboundedPreceding' }, end: { kind: 'preceding', offset: 1 } },
  LEAD: { unit: 'rows', start: { kind: 'following', offset: 1 }, end: { kind: 'unboundedFollowing' } },
};

/** The window function as an aggregate over the values of its frame that are not NULL. */
function ignoringNulls(name: string, window: WindowExpr): Expr {
  const fn = PRESENT_VALUES[name];
  const [value, offset, otherwise] = window.args;
  if (fn === undefined || value === undefined) throw sqlError(10753, name);
  if (offset !== undefined && !isWritten(offset)) return atOffset(name, window, coerce(offset, BIGINT));
  const beside = offset === undefined ? [value] : [value, coerce(offset, BIGINT)];
  const signature = fn.signature(beside.map(argumentOf));
  const present: WindowExpr = {
    ...window,
    fn: { aggregate: fn, signature },
    args: beside,
    frame: BESIDE[name] ?? window.frame,
    ignoreNulls: false,
    nullable: true,
  };
  return otherwise === undefined ? present : caseOf([{ when: isNull(present), then: otherwise }], present);
}

/** A constant of at least 1, so that every row looks equally far. */
const isWritten = (offset: Expr): boolean => offset.kind === 'constant' && offset.value !== null && Number(offset.value) > 0;

const FROM_ROW: Readonly<Record<string, WindowFrame>> = {
  LAG: { unit: 'rows', start: { kind: 'unboundedPreceding' }, end: { kind: 'currentRow' } },
  LEAD: { unit: 'rows', start: { kind: 'currentRow' }, end: { kind: 'unboundedFollowing' } },
};

/** LAG and LEAD whose offset each row has for itself: their frame begins or ends with the row, whose offset and default count. */
function atOffset(name: string, window: WindowExpr, offset: Expr): Expr {
  const fn = AT_OFFSET[name];
  const [value, , otherwise] = window.args;
  if (fn === undefined || value === undefined) throw sqlError(10753, name);
  const args = otherwise === undefined ? [value, offset] : [value, offset, otherwise];
  const signature = fn.signature(args.map(argumentOf));
  return { ...window, fn: { aggregate: fn, signature }, args, frame: FROM_ROW[name] ?? window.frame, ignoreNulls: false, nullable: true };
}

/** Functions whose offset is an argument; they and the ranking functions have no frame. */
const OFFSETS: ReadonlySet<string> = new Set(['LAG', 'LEAD']);

function checkFrame(name: string, over: ResolvedWindow, args: Call['args']): void {
  if (over.frame === null) return;
  const lower = name.toLowerCase();
  if (windowFunction(name)?.framed === false || PERCENTILES.has(name)) {
    const ranks = !OFFSETS.has(name) && !PERCENTILES.has(name);
    throw over.inheritsFrame ? sqlErrorState(4106, ranks ? 2 : 1, lower) : sqlErrorState(10752, ranks ? 3 : 1, lower);
  }
  if (over.orderBy.length === 0) refuseUnordered(over, over.frame, args);
  const edges = [over.frame.start, over.frame.end];
  if (over.frame.unit === 'range' && edges.some((edge) => edge?.kind === 'preceding' || edge?.kind === 'following')) throw sqlError(4194);
}

/** A frame needs an order, but for COUNT(*) over a partition. */
function refuseUnordered(over: ResolvedWindow, frame: NonNullable<Over['frame']>, [argument]: Call['args']): void {
  if (over.named) throw sqlError(5364);
  if (over.partitionBy.length === 0) throw sqlError(102, frame.unit.toUpperCase());
  if (argument?.kind !== 'star') throw sqlError(10756);
}

/** The order of a window whose function needs one. */
function requireOrder(name: string, over: ResolvedWindow): void {
  if (over.orderBy.length > 0) return;
  const offset = OFFSETS.has(name) || windowFunction(name)?.framed === true;
  throw over.named ? sqlErrorState(5366, offset ? 2 : 3, name.toLowerCase()) : sqlError(4112, name);
}

/** Functions of their own order, which the window may not have as well. */
function refuseOrder(name: string, over: ResolvedWindow): void {
  if (!PERCENTILES.has(name) || over.orderBy.length === 0) return;
  throw over.named ? sqlError(5363, name.toLowerCase()) : sqlError(10758, name.toLowerCase());
}

/** A frame by RANGE compares values, which large ones do not allow (8728). Ranking functions have no frame, but for CUME_DIST. */
function refuseLarge(name: string, over: ResolvedWindow, orderBy: readonly OrderKey[]): void {
  const byRange = over.frame === null ? windowFunction(name)?.framed !== false || name === 'CUME_DIST' : over.frame.unit === 'range';
  if (byRange && orderBy.some(({ expr }) => expr.type.length === MAX)) throw sqlError(8728);
}

/** What SQL Server says about constants before anything runs. */
function checkConstants(name: string, [first, offset]: readonly Expr[]): void {
  const tiles = first?.kind === 'constant' ? first.value : 1;
  if (name === 'NTILE' && (tiles === null || Number(tiles) < 1)) throw sqlError(4116);
  if (OFFSETS.has(name) && offset?.kind === 'constant' && Number(offset.value) < 0) throw sqlError(8730);
}

function bindFrame(over: Over): WindowFrame | null {
  if (over.frame === null) return null;
  const bound = (edge: NonNullable<Over['frame']>['start']): FrameBound => {
    if (edge.kind !== 'preceding' && edge.kind !== 'following') return { kind: edge.kind };
    return { kind: edge.kind, offset: edge.offset.kind === 'integer' ? Number(edge.offset.text) : 0 };
  };
  const { unit } = over.frame;
  const start = bound(over.frame.start);
  const end: FrameBound = over.frame.end === null ? { kind: 'currentRow' } : bound(over.frame.end);
  const words =
    over.frame.end === null ? `${unit.toUpperCase()} ${BOUND[start.kind]}` : `BETWEEN ${BOUND[start.kind]} AND ${BOUND[end.kind]}`;
  if (
    BOUND_ORDER.indexOf(start.kind) > BOUND_ORDER.indexOf(end.kind) ||
    start.kind === 'unboundedFollowing' ||
    end.kind === 'unboundedPreceding'
  )
    throw sqlError(4193, words);
  return { unit, start, end };
}

/** How error 4193 spells the edges of a frame; numbers are left out. */
const BOUND: Readonly<Record<FrameBound['kind'], string>> = {
  unboundedPreceding: 'UNBOUNDED PRECEDING',
  preceding: '... PRECEDING',
  currentRow: 'CURRENT ROW',
  following: '... FOLLOWING',
  unboundedFollowing: 'UNBOUNDED FOLLOWING',
};

const BOUND_ORDER = Object.keys(BOUND);
