/** Lines of queries: each clause on its own, conditions a line an operand, subqueries indented unless they are short. */
import type { Expression, Query, QueryBody, QuerySpecification, TableSource } from '../../ast/index.ts';
import type { SyntaxNode } from '../nodes.ts';
import { forEachChild } from '../nodes.ts';
import type { Layout } from './layout.ts';
import { breakAt, breakBack, breakList, breakNext, fits, indexAt, SHORT, SHORT_QUERY } from './layout.ts';

/** A query whose first word already begins a line. */
export function layoutQuery(layout: Layout, query: Query, depth: number): void {
  layoutBody(layout, query.body, depth);
  const [order] = query.orderBy;
  if (order !== undefined) breakBack(layout, order.span.start, 'ORDER', depth, query.span.start);
  for (const item of query.orderBy) layoutExpressions(layout, item, depth + 1);
  if (query.offset !== null) breakBack(layout, query.offset.span.start, 'OFFSET', depth, query.span.start);
  if (query.for !== null) breakBack(layout, query.for.span.start, 'FOR', depth, query.span.start);
}

function layoutBody(layout: Layout, body: QueryBody, depth: number): void {
  if (body.kind === 'querySpecification') return layoutSpecification(layout, body, depth);
  layoutBody(layout, body.left, depth);
  const operator = SET_WORDS[body.op];
  breakBack(layout, body.right.span.start, operator, depth, body.left.span.start);
  if (layout.tokens[indexAt(layout, body.right.span.start) - 1]?.key !== '(') breakAt(layout, body.right.span.start, depth);
  layoutBody(layout, body.right, depth);
}

const SET_WORDS = { union: 'UNION', unionAll: 'UNION', except: 'EXCEPT', intersect: 'INTERSECT' } as const;

function layoutSpecification(layout: Layout, body: QuerySpecification, depth: number): void {
  const { start } = body.span;
  const short = body.from.length === 0 && body.into === null && fits(layout, body.span, SHORT);
  breakList(layout, body.items, depth + 1);
  for (const item of body.items) layoutExpressions(layout, item, depth + 1);
  if (body.into !== null) breakBack(layout, body.into.span.start, 'INTO', depth, start);
  const [first] = body.from;
  if (first !== undefined) breakBack(layout, first.span.start, 'FROM', depth, start);
  for (const source of body.from) layoutSource(layout, source, depth);
  if (body.where !== null && !short) breakBack(layout, body.where.span.start, 'WHERE', depth, start);
  if (body.where !== null) layoutCondition(layout, body.where, depth + 1);
  const [group] = body.groupBy?.items ?? [];
  if (body.groupBy !== null) breakBack(layout, group?.span.start ?? body.groupBy.span.start, 'GROUP', depth, start);
  if (body.having !== null) {
    breakBack(layout, body.having.span.start, 'HAVING', depth, start);
    layoutCondition(layout, body.having, depth + 1);
  }
  const [window] = body.windows;
  if (window !== undefined) breakBack(layout, window.span.start, 'WINDOW', depth, start);
}

/** Joins stand below FROM. */
export function layoutSource(layout: Layout, source: TableSource, depth: number): void {
  switch (source.kind) {
    case 'join':
    case 'crossJoin':
    case 'apply':
      layoutSource(layout, source.left, depth);
      breakAfter(layout, source.left.span.end, depth);
      layoutSource(layout, source.right, depth);
      if (source.kind === 'join') layoutJoinCondition(layout, source.on, depth + 1);
      return;
    default:
      layoutExpressions(layout, source, depth);
  }
}

/** The first word behind a source; the parentheses that close around it stay. */
function breakAfter(layout: Layout, offset: number, depth: number): void {
  let index = indexAt(layout, offset);
  while (layout.tokens[index]?.key === ')') index++;
  layout.breaks.set(index, depth);
}

function layoutJoinCondition(layout: Layout, condition: Expression, depth: number): void {
  if (fits(layout, condition.span, SHORT)) layoutExpressions(layout, condition, depth);
  else layoutCondition(layout, condition, depth);
}

/** Operands of AND and OR take a line each at this depth; the first stays on the line of its WHERE or ON, which is one less deep. */
export function layoutCondition(layout: Layout, condition: Expression, depth: number): void {
  if (condition.kind !== 'and' && condition.kind !== 'or') return layoutExpressions(layout, condition, depth - 1);
  const [first, ...rest] = condition.operands;
  layoutExpressions(layout, first!, depth - 1);
  for (const operand of rest) {
    breakBack(layout, operand.span.start, condition.kind.toUpperCase(), depth, first!.span.end);
    layoutExpressions(layout, operand, depth);
  }
}

/** Subqueries and long CASE expressions below a node. */
export function layoutExpressions(layout: Layout, node: SyntaxNode, depth: number): void {
  if (node.kind === 'query') return layoutSubquery(layout, node, depth);
  if ((node.kind === 'searchedCase' || node.kind === 'simpleCase') && !fits(layout, node.span, SHORT)) {
    for (const branch of node.branches) breakBack(layout, branch.when.span.start, 'WHEN', depth + 1, node.span.start);
    if (node.otherwise !== null) breakBack(layout, node.otherwise.span.start, 'ELSE', depth + 1, node.span.start);
    breakAt(layout, node.span.end - 'END'.length, depth);
    forEachChild(node, (child) => layoutExpressions(layout, child, depth + 1));
    return;
  }
  forEachChild(node, (child) => layoutExpressions(layout, child, depth));
}

/** A query in parentheses. */
export function layoutSubquery(layout: Layout, query: Query, depth: number): void {
  const open = indexAt(layout, query.span.start) - 1;
  const isolated = layout.tokens[open]?.key === '(' && layout.tokens[open - 1]?.key !== '(';
  if (!isolated || fits(layout, query.span, SHORT_QUERY)) return;
  breakAt(layout, query.span.start, depth + 1);
  layoutQuery(layout, query, depth + 1);
  breakNext(layout, query.span.end, ')', depth, query.span.end + MAX_DISTANCE);
}

/** How far the closing parenthesis may be behind a query, comments included. */
const MAX_DISTANCE = 10_000;
