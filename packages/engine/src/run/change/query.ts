/** The query behind UPDATE, DELETE and MERGE: the row id, the present row, and whatever leaves the statement's expressions need. */

import type { Top } from '@sprocket/tsql';
import { sameExpr } from '../../bind/call.ts';
import type { Binder, ExprContext } from '../../bind/context.ts';
import { type MaskScope, maskOf, maskScope, readsMasked } from '../../bind/masking.ts';
import { bindLimit, describeColumn } from '../../bind/query.ts';
import type { Expr, From, SelectQuery } from '../../bind/tree.ts';
import type { Value } from '../../values/value.ts';
import type { Frame } from '../contracts.ts';
import { compile } from '../evaluate.ts';
import { valueMask } from '../masked.ts';
import type { Placement } from './row-image.ts';
import { overRow } from './row-image.ts';

/** Collects the items of a query; an expression that is asked for twice is one item. */
export interface Items {
  readonly list: Expr[];
  /** Where values of masked columns come from; null when nothing is masked. */
  readonly masks: MaskScope | null;
  /** The item's place as an argument. */
  leaf(expr: Expr): Expr;
  /** The expression with its leaves replaced by arguments. */
  over(expr: Expr, placements?: readonly Placement[]): Expr;
}

export function createItems(initial: readonly Expr[], masks: MaskScope | null = null): Items {
  const list = [...initial];
  const leaf = (expr: Expr): Expr => {
    let index = list.findIndex((item) => sameExpr(item, expr));
    if (index < 0) index = list.push(expr) - 1;
    return { kind: 'argument', index, type: expr.type, nullable: expr.nullable };
  };
  return { list, masks, leaf, over: (expr, placements = []) => overRow(expr, placements, leaf) };
}

/** Evaluates an expression over the query's row for somebody who keeps the value: it is masked for who may not see it. */
export function valueOver(items: Items, expr: Expr): (row: readonly Value[], frame: Frame) => Value {
  const evaluate = compile(items.over(expr));
  const mask = items.masks === null ? null : valueMask(maskOf(expr, items.masks), expr.type);
  const plain = (row: readonly Value[], frame: Frame): Value => evaluate(frame.context, frame.slots, row);
  return mask === null ? plain : (row, frame) => mask(() => plain(row, frame), frame);
}

/** The scope of masks for the sources of a change. */
export const masksFor = (from: From, binder: Binder): MaskScope | null => (readsMasked(binder) ? maskScope(from) : null);

export function rowQuery(items: readonly Expr[], from: From, where: Expr | null, top: Top | null, cx: ExprContext): SelectQuery {
  const limit = bindLimit(
    top,
    { kind: 'query', span: NO_SPAN, body: undefined as never, orderBy: [], offset: null, fetch: null, for: null },
    cx,
  );
  return {
    kind: 'select',
    columns: items.map((item) => describeColumn('', item)),
    items,
    from,
    where,
    groupBy: null,
    having: null,
    distinct: false,
    orderBy: [],
    limit,
  };
}

const NO_SPAN = { start: 0, end: 0, line: 0 };
