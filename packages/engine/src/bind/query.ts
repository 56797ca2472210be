/**
 * SELECT: binds FROM, then WHERE, GROUP BY, the select list, HAVING and ORDER BY in the order in which names become visible, and checks what
 * may be selected from a grouped query (8120). Set operations take the common type of each column.
 */

import type {
  Expression,
  OrderItem,
  QueryBody,
  QuerySpecification,
  Select,
  SelectItem,
  SetOperation,
  Query as SyntaxQuery,
  Top,
} from '@sprocket/tsql';
import { BIGINT, FLOAT, isInteger, sameType } from '@sprocket/tsql';
import { nameKey } from '../catalog/model.ts';
import { SqlError, sqlError, unsupported } from '../errors.ts';
import { nodeColumnOf } from '../functions/index.ts';
import type { VariableDeclaration } from '../run/contracts.ts';
import { isGroupedBy, sameExpr } from './call.ts';
import { isColumnProperty } from './clr.ts';
import { coerce, commonTypeOf } from './coerce.ts';
import { requireJointColumns, requireSettled } from './collation.ts';
import { requireDistinct, requireOperand, requireSortable } from './comparable.ts';
import type { Binder, CommonTables, ExprContext, NameScope } from './context.ts';
import { documentQuery, refuseDocument } from './document.ts';
import { bindExpr, bindPredicate } from './expression.ts';
import { isConstantTerm } from './folded.ts';
import { type BoundFromList, bindFromList, shownName } from './from.ts';
import { type PseudoTarget, pseudoTarget } from './graph/columns.ts';
import { matchScope, starOrder } from './graph/match.ts';
import { withPaths } from './graph/path-order.ts';
import { bindPaths, finishPaths, type PathScope } from './graph/paths.ts';
import { bindGroupedSets, groupingSets } from './grouping.ts';
import { namedWindows } from './named-windows.ts';
import { columnRef, qualifies } from './names.ts';
import { checkNextValues, oncePerRow, refuseInSet, withoutNextValue } from './next-value.ts';
import { resultNullable } from './nullability.ts';
import { boundsBeforeNumbering } from './number-bounds.ts';
import { topBeforeNumbering } from './numbers.ts';
import { filter } from './predicate.ts';
import type { Expr, From, Limit, OrderKey, Query, QueryColumn, SelectQuery, SetQuery, Source, SourceColumn } from './tree.ts';
import { hasAggregate, leavesOf, mapChildren, queryOf, visit, visitQuery } from './walk.ts';
import { withTables } from './with.ts';

export const NO_TABLES: CommonTables = new Map();

export function expressionContext(binder: Binder, names: NameScope | null, commonTables: CommonTables = NO_TABLES): ExprContext {
  return { binder, names, commonTables, aggregates: 'refused', windows: 'refused' };
}

/** A SELECT statement: its query, and the variables that its items assign (null when it returns rows). */
export interface BoundSelect {
  readonly query: Query;
  readonly assignments: readonly VariableDeclaration[] | null;
}

export function bindSelect(select: Select, binder: Binder): BoundSelect {
  const cx = expressionContext(binder, null, withTables(select.with, NO_TABLES, binder));
  const assigned = assignedVariables(select.query.body, binder);
  if (assigned !== null) refuseDocument(select.query, 'ASSIGNMENT');
  if (assigned !== null) return { query: bindQuery(withoutAssignments(select.query), cx), assignments: assigned };
  const query = bindQuery(select.query, cx);
  requireSettled(query);
  return { query, assignments: null };
}

/** The queries of a chain of UNION, EXCEPT and INTERSECT, in the order of the text. */
function specificationsOf(body: QueryBody): readonly QuerySpecification[] {
  return body.kind === 'setOperation' ? [...specificationsOf(body.left), ...specificationsOf(body.right)] : [body];
}

function assignedVariables(body: QueryBody, binder: Binder): readonly VariableDeclaration[] | null {
  if (body.kind !== 'querySpecification') {
    if (specificationsOf(body).some((spec) => spec.items.some((item) => item.kind === 'selectAssignment'))) throw sqlError(10734);
    if (
      specificationsOf(body)
        .slice(1)
        .some((spec) => spec.into !== null)
    )
      throw sqlError(196);
    return null;
  }
  const assigned = body.items.filter((item) => item.kind === 'selectAssignment');
  if (assigned.length === 0) return null;
  if (assigned.length < body.items.length) throw sqlError(141);
  return assigned.map((item) => {
    const variable = binder.scope.variables.get(nameKey(item.variable.name));
    if (variable === undefined || variable.table !== null) throw sqlError(137, item.variable.name);
    return variable;
  });
}

/** Assignments become plain items; a compound one reads its variable. */
function withoutAssignments(query: SyntaxQuery): SyntaxQuery {
  const body = query.body as QuerySpecification;
  const items = body.items.map((item): SelectItem => {
    if (item.kind !== 'selectAssignment') return item;
    const expression: Expression =
      item.op === '='
        ? item.value
        : { kind: 'arithmetic', op: item.op.slice(0, -1) as '+', left: item.variable, right: item.value, span: item.span };
    return { kind: 'selectExpression', expression, alias: null, span: item.span };
  });
  return { ...query, body: { ...body, items } };
}

/** A query inside an expression: outer names stay visible, the rest starts afresh. */
export function bindSubquery(query: SyntaxQuery, cx: ExprContext): Query {
  refuseOrder(query);
  return withoutNextValue(bindQuery(query, { ...expressionContext(cx.binder, cx.names, cx.commonTables) }));
}

/** The branches of a UNION are as good as the query itself. */
const hasTop = (body: QueryBody): boolean => (body.kind === 'setOperation' ? hasTop(body.left) || hasTop(body.right) : body.top !== null);

/** Rows of an inner query have no order, so ORDER BY needs something that picks rows or writes a document (1033). */
export function refuseOrder(query: SyntaxQuery): void {
  if (query.orderBy.length > 0 && !hasTop(query.body) && query.offset === null && query.for === null) throw sqlError(1033);
}

/** Binds a query; `cx.names` are the names of outer queries. */
export function bindQuery(query: SyntaxQuery, cx: ExprContext): Query {
  const bound = bindBody(query, cx);
  return query.for === null ? bound : documentQuery(bound, query.for, cx.binder);
}

function bindBody(query: SyntaxQuery, cx: ExprContext): Query {
  if (query.body.kind === 'setOperation') return bindSet(query.body, query, cx);
  return bindSpecification(query.body, query, cx);
}

function bindSpecification(spec: QuerySpecification, query: SyntaxQuery, outer: ExprContext): Query {
  const listed = bindFromList(spec.from, outer);
  if (listed.paths.length === 0) return bindListed(spec, query, outer, listed);
  const paths = bindPaths(spec.where, listed.paths, { sources: listed.sources, parent: outer.names }, outer.binder);
  const bound = bindListed(spec, query, outer, { ...listed, from: withPaths(listed.list, paths, spec.where) }, paths);
  finishPaths(paths, outer.binder);
  return bound;
}

function bindListed(
  spec: QuerySpecification,
  query: SyntaxQuery,
  outer: ExprContext,
  { from, sources, joined }: BoundFromList,
  paths?: PathScope,
): Query {
  const names: NameScope = { sources, parent: outer.names };
  const plain = expressionContext(outer.binder, names, outer.commonTables);
  const match = matchScope(joined, paths);
  const where = spec.where === null ? null : filter(bindPredicate(spec.where, { ...plain, match }));
  const full: ExprContext = {
    ...plain,
    aggregates: 'allowed',
    windows: 'allowed',
    namedWindows: namedWindows(spec.windows),
    ...(paths === undefined ? {} : { paths }),
  };
  const shown = [...starOrder(sources, match), ...(paths?.paths.map(({ source }) => source) ?? [])];
  const base: SelectParts = { spec, query, from, where, sources: shown, cx: full };
  const sets = groupingSets(spec.groupBy, plain);
  if (sets !== null && sets.length > 1) return bindGroupedSets(base, sets);
  const only = sets?.[0];
  if (only === undefined) return bindPlain(base, null);
  return bindPlain({ ...base, cx: { ...full, grouping: { all: only, present: only } } }, only);
}

/** What binding a SELECT has at hand once FROM and WHERE are bound. */
export interface SelectParts {
  readonly spec: QuerySpecification;
  readonly query: SyntaxQuery;
  readonly from: From | null;
  readonly where: Expr | null;
  readonly sources: readonly Source[];
  readonly cx: ExprContext;
}

interface Item {
  readonly expr: Expr;
  readonly column: QueryColumn;
}

const MOST_ITEMS = 4096;

function bindPlain(parts: SelectParts, groupBy: readonly Expr[] | null): SelectQuery {
  const { spec, query, cx } = parts;
  const items = bindItems(spec.items, parts.sources, cx);
  if (items.length > MOST_ITEMS) throw sqlError(1056);
  const having = spec.having === null ? null : filter(bindPredicate(spec.having, { ...cx, windows: 'refused' }));
  const orderBy = query.orderBy.map((item, i) => bindOrder(item, i + 1, items, cx, spec.distinct));
  for (const key of orderBy) requireSortable(key.expr.type, 'ORDER BY');
  refuseTwice(orderBy);
  if (spec.distinct) for (const item of items) requireDistinct(item.expr.type);
  const grouped =
    groupBy !== null || having !== null || items.some((i) => hasAggregate(i.expr)) || orderBy.some((o) => hasAggregate(o.expr));
  const groups = grouped ? (groupBy ?? []) : null;
  if (groups !== null) checkGrouped(items, having, orderBy, groups, parts.sources);
  const select: SelectQuery = {
    kind: 'select',
    columns: items.map((i) => i.column),
    items: oncePerRow(items.map((i) => i.expr)),
    from: parts.from,
    where: parts.where,
    groupBy: groups,
    having,
    distinct: spec.distinct,
    orderBy,
    limit: bindLimit(spec.top, query, cx),
  };
  checkNextValues(select);
  if (groups !== null) checkOrderings([...select.items, ...(having === null ? [] : [having]), ...orderBy.map(({ expr }) => expr)]);
  return boundsBeforeNumbering(topBeforeNumbering(select, cx.binder), cx.binder);
}

/** 8711: aggregates of one scope that are told an order are told the same, or one of them more of it. */
function checkOrderings(exprs: readonly Expr[]): void {
  const orderings: (readonly OrderKey[])[] = [];
  for (const expr of exprs)
    visit(expr, (node) => {
      if (node.kind === 'aggregate' && node.orderBy.length > 0) orderings.push(node.orderBy);
      return true;
    });
  const longest = orderings.reduce((most, keys) => (keys.length > most.length ? keys : most), []);
  const isBeginning = (keys: readonly OrderKey[]): boolean =>
    keys.every((key, i) => key.descending === longest[i]?.descending && sameExpr(key.expr, longest[i]?.expr));
  if (!orderings.every(isBeginning)) throw sqlError(8711);
}

export function bindItems(items: readonly SelectItem[], sources: readonly Source[], cx: ExprContext): Item[] {
  return items.flatMap((item): Item[] => {
    if (item.kind === 'selectAssignment') throw sqlError(141);
    if (item.expression.kind === 'star') return expandStar(item.expression.qualifier?.parts.map((p) => p.value) ?? null, sources);
    const expr = bindExpr(item.expression, cx);
    return [{ expr, column: describeColumn(item.alias?.value ?? impliedName(item.expression, expr, cx), expr) }];
  });
}

/** A property of a column has no name, though it reads like a column. */
function impliedName(expression: Expression, expr: Expr, cx: ExprContext): string {
  if (expression.kind === 'pseudoColumn') return columnOf(pseudoTarget(expression, cx.names))?.name ?? '';
  if (expression.kind === 'column')
    return expr.kind === 'call' && isColumnProperty(expression.name.parts, cx) ? '' : (expression.name.parts.at(-1)?.value ?? '');
  return expression.kind === 'collate' ? impliedName(expression.operand, expr, cx) : '';
}

const columnOf = ({ source, index }: PseudoTarget): SourceColumn | undefined => source.columns[index];

export function describeColumn(name: string, expr: Expr): QueryColumn {
  const origin = expr.kind === 'column' ? expr.source.columns[expr.index] : undefined;
  return {
    name,
    type: expr.type,
    nullable: resultNullable(expr),
    identity: origin?.identity ?? false,
    computed: origin === undefined || origin.computed,
  };
}

function expandStar(qualifier: readonly string[] | null, sources: readonly Source[]): Item[] {
  const chosen = qualifier === null ? sources : sources.filter((source) => qualifies(source, qualifier));
  if (chosen.length === 0) throw qualifier === null ? sqlError(263) : sqlError(107, qualifier.join('.'));
  return chosen.flatMap((source) =>
    source.columns.flatMap((column, index) => {
      if (column.hidden || (source.path === true && qualifier === null)) return [];
      if (source.path === true) throw sqlError(13961, source.name);
      const expr = columnRef(source, index);
      if (nodeColumnOf(expr.type) !== null) throw sqlError(493, column.name);
      return [
        {
          expr,
          column: { name: column.name, type: expr.type, nullable: column.nullable, identity: column.identity, computed: column.computed },
        },
      ];
    }),
  );
}

/** ORDER BY takes an ordinal, an output name, or an expression over the sources. */
function bindOrder(item: OrderItem, position: number, items: readonly Item[], cx: ExprContext, distinct: boolean): OrderKey {
  const { descending } = item;
  const chosen = outputItem(
    item.expression,
    items.map((i) => i.column.name),
  );
  if (chosen !== undefined && isAmbiguous(item.expression, chosen, items)) throw sqlError(209, items[chosen]?.column.name ?? '');
  if (chosen !== undefined) return { expr: (items[chosen] as Item).expr, descending };
  const expr = bindExpr(item.expression, cx);
  if (isConstantTerm(expr)) throw sqlError(408, position);
  if (expr.kind === 'variable') throw sqlError(1008, position);
  if (distinct && !items.some((i) => sameExpr(i.expr, expr))) throw sqlError(145);
  return { expr, descending };
}

/** A name that two different output columns have. */
function isAmbiguous(expression: Expression, chosen: number, items: readonly Item[]): boolean {
  if (expression.kind === 'integer') return false;
  const { column, expr } = items[chosen] as Item;
  return items.some((other) => nameKey(other.column.name) === nameKey(column.name) && !sameExpr(other.expr, expr));
}

/** 169: a column is ordered by once. */
function refuseTwice(keys: readonly OrderKey[]): void {
  if (keys.some((key, i) => keys.findIndex((other) => sameExpr(other.expr, key.expr)) < i)) throw sqlError(169);
}

/** The 0-based position that an ORDER BY item names by number or by output name; 108 for a number out of range. */
export function outputItem(expression: Expression, names: readonly string[]): number | undefined {
  if (expression.kind === 'integer') {
    const ordinal = Number(expression.text);
    if (ordinal < 1 || ordinal > names.length) throw sqlError(108, ordinal);
    return ordinal - 1;
  }
  if (expression.kind === 'unary' && expression.op === '-' && expression.operand.kind === 'integer')
    throw sqlError(108, -Number(expression.operand.text));
  if (expression.kind !== 'column' || expression.name.parts.length !== 1) return undefined;
  const key = nameKey(expression.name.parts[0]?.value ?? '');
  const index = names.findIndex((name) => nameKey(name) === key);
  return index < 0 ? undefined : index;
}

export function bindLimit(top: Top | null, query: SyntaxQuery, cx: ExprContext): Limit | null {
  const rowless: ExprContext = { ...cx, names: cx.names?.parent ?? null, aggregates: 'refused', windows: 'refused' };
  const bindCount = (expression: Expression): Expr => countOf(expression, cx, rowless);
  if (top !== null) {
    if (query.offset !== null) throw sqlError(10741);
    if (top.withTies && query.orderBy.length === 0) throw sqlError(1062);
    const count = bindCount(top.count);
    if (!top.percent && count.kind !== 'scalarQuery' && !isInteger(count.type)) throw sqlError(1060);
    if (top.percent && count.kind === 'constant' && count.value === null) throw sqlError(1014);
    if (top.percent && count.kind === 'constant' && !(Number(count.value) >= 0 && Number(count.value) <= 100)) throw sqlError(1031);
    return {
      kind: 'top',
      count: top.percent ? coerce(count, FLOAT) : rowCount(count, 0, 127),
      percent: top.percent,
      withTies: top.withTies,
    };
  }
  if (query.offset === null) return null;
  const fetch = query.fetch === null ? null : rowCount(bindCount(query.fetch), 1, 10744);
  return { kind: 'offset', offset: rowCount(bindCount(query.offset), 0, 10742), fetch };
}

/** A number of rows cannot depend on the rows: a column of this query is 4115. */
function countOf(expression: Expression, cx: ExprContext, rowless: ExprContext): Expr {
  try {
    return bindExpr(expression, rowless);
  } catch (error) {
    if (!(error instanceof SqlError) || (error.number !== 207 && error.number !== 4104) || expression.kind !== 'column') throw error;
    bindExpr(expression, cx);
    throw sqlError(4115, expression.name.parts.map((part) => part.value).join('.'));
  }
}

/** A number of rows; a constant below the least one is an error at once, other values when they are known. */
function rowCount(expr: Expr, least: number, number: number): Expr {
  const count = coerce(expr, BIGINT);
  if (count.kind === 'constant' && count.value !== null && Number(count.value) < least) throw sqlError(number);
  return count;
}

/** Every column outside aggregates must be grouped by: 8120 in the list, 8121 in HAVING, 8127 in ORDER BY. */
function checkGrouped(
  items: readonly Item[],
  having: Expr | null,
  orderBy: readonly OrderKey[],
  groups: readonly Expr[],
  sources: readonly Source[],
): void {
  const ids = new Set(sources.map((source) => source.id));
  for (const item of items) requireGrouped(item.expr, groups, ids, 8120);
  if (having !== null) requireGrouped(having, groups, ids, 8121);
  for (const key of orderBy) requireGrouped(key.expr, groups, ids, 8127);
}

function requireGrouped(expr: Expr, groups: readonly Expr[], ids: ReadonlySet<number>, number: number): void {
  if (groups.some((group) => isGroupedBy(group, expr)) || expr.kind === 'aggregate') return;
  if (expr.kind === 'column' && ids.has(expr.source.id)) {
    throw sqlError(number, `${expr.source.written ?? shownName(expr.source)}.${expr.source.columns[expr.index]?.name ?? ''}`);
  }
  const query = queryOf(expr);
  if (query !== null) visitQuery(query, (inner) => requireGrouped(inner, groups, ids, number));
  mapChildren(expr, (child) => {
    requireGrouped(child, groups, ids, number);
    return child;
  });
}

function bindSet(body: SetOperation, query: SyntaxQuery, cx: ExprContext): SetQuery {
  const set = bindSetBody(body, cx);
  const names = set.columns.map((c) => c.name);
  const scope = expressionContext(cx.binder, { sources: [set.source], parent: null }, cx.commonTables);
  const orderBy = query.orderBy.map((item): OrderKey => {
    const chosen = outputItem(item.expression, names) ?? qualifiedItem(item.expression, set);
    if (chosen === undefined && item.expression.kind !== 'collate') refuseUnlisted(item.expression, set, cx);
    return { expr: chosen === undefined ? bindExpr(item.expression, scope) : columnRef(set.source, chosen), descending: item.descending };
  });
  return { ...set, orderBy, limit: bindLimit(null, query, { ...scope, names: cx.names }) };
}

/** 104 for what the first query could order by and does not select; 207 or 4104 for a name that it does not know. */
function refuseUnlisted(expression: Expression, set: Query, cx: ExprContext): never {
  const first = leftmost(set);
  const sources = first.kind === 'select' && first.from !== null ? leavesOf(first.from).map((leaf) => leaf.source) : [];
  bindExpr(expression, expressionContext(cx.binder, { sources, parent: cx.names }, cx.commonTables));
  throw sqlError(104);
}

const leftmost = (query: Query): Query => (query.kind === 'set' ? leftmost(query.left) : query);

/** `t.c` after a set operation is the column that the first query selects from its source `t`. */
function qualifiedItem(expression: Expression, query: Query): number | undefined {
  const first = leftmost(query);
  if (first.kind !== 'select' || expression.kind !== 'column' || expression.name.parts.length < 2) return undefined;
  const [table, column] = expression.name.parts.slice(-2).map((part) => nameKey(part?.value ?? ''));
  const index = first.items.findIndex((item) => {
    const expr = item.kind === 'convert' ? item.operand : item;
    return expr.kind === 'column' && nameKey(expr.source.name) === table && nameKey(expr.source.columns[expr.index]?.name ?? '') === column;
  });
  return index < 0 ? undefined : index;
}

function bindSetBody(body: SetOperation, cx: ExprContext): SetQuery {
  const bindSide = (side: QueryBody): Query =>
    side.kind === 'setOperation' ? bindSetBody(side, cx) : bindSpecification(side, { ...EMPTY_QUERY, span: side.span, body: side }, cx);
  const [left, right] = [bindSide(body.left), bindSide(body.right)];
  refuseInSet(left);
  refuseInSet(right);
  return combine(body.op, left, right, cx.binder);
}

const EMPTY_QUERY = { kind: 'query', orderBy: [], offset: null, fetch: null, for: null } as const;

/** `left op right` with the columns of both sides converted to their common types; 205 for different counts. */
export function combine(op: SetQuery['op'], left: Query, right: Query, binder: Binder): SetQuery {
  if (left.columns.length !== right.columns.length) throw sqlError(205);
  const columns = left.columns.map((column, index): QueryColumn => {
    const other = right.columns[index] as QueryColumn;
    const type = commonTypeOf([outputExpr(left, index), outputExpr(right, index)]);
    if (op !== 'unionAll') requireOperand(type);
    return { name: column.name, type, nullable: column.nullable || other.nullable, identity: false, computed: true };
  });
  const conflicts = requireJointColumns(
    op,
    left,
    right,
    columns.map((column) => column.type),
  );
  return {
    kind: 'set',
    op,
    left: retyped(left, columns),
    right: retyped(right, columns),
    columns,
    source: sourceOf(binder, '', columns),
    orderBy: [],
    limit: null,
    ...(conflicts.some((conflict) => conflict !== undefined) ? { conflicts } : {}),
  };
}

/** The output column as an expression, for its type (an untyped NULL adapts). */
function outputExpr(query: Query, index: number): Expr {
  if (query.kind === 'select') return query.items[index] as Expr;
  const column = query.columns[index] as QueryColumn;
  return { kind: 'argument', index, type: column.type, nullable: column.nullable };
}

/** The query with its columns converted; a set operation is converted on both sides. */
export function retyped(query: Query, columns: readonly QueryColumn[]): Query {
  switch (query.kind) {
    case 'select':
      return { ...query, columns, items: query.items.map((item, i) => coerce(item, (columns[i] as QueryColumn).type)) };
    case 'set':
      // A long chain of UNION ALL would be converted anew with each of its members.
      if (columns.every((column, i) => sameType(column.type, (query.columns[i] as QueryColumn).type))) {
        return { ...query, columns, source: { ...query.source, columns: sourceColumns(columns) } };
      }
      return {
        ...query,
        columns,
        left: retyped(query.left, columns),
        right: retyped(query.right, columns),
        source: { ...query.source, columns: sourceColumns(columns) },
      };
    case 'values':
      return { ...query, columns, rows: query.rows.map((row) => row.map((value, i) => coerce(value, (columns[i] as QueryColumn).type))) };
    case 'document':
      if (columns.some((c, i) => c.type.name !== query.columns[i]?.type.name))
        throw unsupported('FOR JSON or FOR XML under a set operation with another type');
      return query;
  }
}

/** A source whose columns are a query's output: `c0`, `c1` … in storage. */
export function sourceOf(binder: Binder, name: string, columns: readonly QueryColumn[]): Source {
  return { id: binder.ids.next++, name, schema: null, database: null, columns: sourceColumns(columns), table: null };
}

function sourceColumns(columns: readonly QueryColumn[]): Source['columns'] {
  return columns.map((column, index) => ({ ...column, storageName: `c${index}`, hidden: false, expression: null }));
}
