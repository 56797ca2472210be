/** PIVOT and UNPIVOT as plain queries: grouping by the remaining columns with one conditional aggregate a value, and a UNION ALL of one branch a column. */

import { type Pivot, SYSNAME, sameType, type Unpivot } from '@sprocket/tsql';
import { nameKey } from '../catalog/model.ts';
import { sqlError } from '../errors.ts';
import { callAggregate } from './call.ts';
import type { ExprContext } from './context.ts';
import { bindConversion } from './expression.ts';
import { bindSource } from './from.ts';
import { constant, stringConstant } from './literal.ts';
import { bindColumn, columnRef } from './names.ts';
import { compare, isNull } from './predicate.ts';
import { combine, sourceOf } from './query.ts';
import type { ColumnRef, Expr, From, Query, QueryColumn, SelectQuery, Source } from './tree.ts';
import { visit } from './walk.ts';

type Derived = Extract<From, { kind: 'derived' }>;

export function bindPivot(node: Pivot, cx: ExprContext): Derived {
  const input = bindSource(node.source, cx);
  const names = { sources: input.sources, parent: cx.names };
  const pivoted = bindColumn(node.column.parts, names);
  const inner: ExprContext = { ...cx, names, aggregates: 'allowed', windows: 'refused' };
  const consumed = new Set<string>([keyOf(pivoted), ...columnsOf(callAggregate(node.aggregate, null, inner))]);
  const groups = input.sources
    .flatMap((source) => source.columns.map((_c, index) => columnRef(source, index)))
    .filter((expr) => !consumed.has(keyOf(expr)));
  const values = node.values.map((value) => {
    const matches = compare('=', pivoted, bindConversion(stringConstant(value.value, true), pivoted.type, null, false));
    return callAggregate(node.aggregate, matches, inner);
  });
  const columns = [
    ...groups.map(groupColumn),
    ...values.map(
      (expr, i): QueryColumn => ({ name: node.values[i]?.value ?? '', type: expr.type, nullable: true, identity: false, computed: true }),
    ),
  ];
  return {
    kind: 'derived',
    source: sourceOf(cx.binder, node.alias.value, columns),
    query: grouped(input.from, groups, [...groups, ...values], columns),
  };
}

function grouped(from: From, groupBy: readonly Expr[], items: readonly Expr[], columns: readonly QueryColumn[]): SelectQuery {
  return { kind: 'select', columns, items, from, where: null, groupBy, having: null, distinct: false, orderBy: [], limit: null };
}

function keyOf(expr: Expr): string {
  return expr.kind === 'column' ? `${expr.source.id}.${expr.index}` : '';
}

function columnsOf(expr: Expr): string[] {
  const keys: string[] = [];
  visit(expr, (node) => {
    if (node.kind === 'column') keys.push(keyOf(node));
    return true;
  });
  return keys;
}

function groupColumn(expr: Expr): QueryColumn {
  const ref = expr as ColumnRef;
  const column = ref.source.columns[ref.index];
  return { name: column?.name ?? '', type: expr.type, nullable: expr.nullable, identity: false, computed: false };
}

export function bindUnpivot(node: Unpivot, cx: ExprContext): Derived {
  const branches = node.columns.map((name) => unpivotBranch(node, name.parts.at(-1)?.value ?? '', cx));
  const [first, ...rest] = branches;
  if (first === undefined) throw sqlError(102, 'UNPIVOT');
  const place = first.columns.length - 2;
  rest.forEach((branch, i) => {
    const [type, other] = [first.columns[place]?.type, branch.columns[place]?.type];
    if (type && other && !sameType(type, other)) throw sqlError(8167, node.columns[i + 1]?.parts.at(-1)?.value ?? '');
  });
  const query = rest.reduce<Query>((left, right) => combine('unionAll', left, right, cx.binder), first);
  return { kind: 'derived', source: sourceOf(cx.binder, node.alias.value, query.columns), query };
}

/** One column's rows: the other columns, its value and its name, where the value is not NULL. */
function unpivotBranch(node: Unpivot, name: string, cx: ExprContext): SelectQuery {
  const input = bindSource(node.source, cx);
  const names = { sources: input.sources, parent: cx.names };
  const taken = new Set(node.columns.map((c) => nameKey(c.parts.at(-1)?.value ?? '')));
  const kept = input.sources.flatMap((source: Source) =>
    source.columns.flatMap((column, index) => (taken.has(nameKey(column.name)) ? [] : [columnRef(source, index)])),
  );
  const value = bindColumn([{ kind: 'identifier', value: name, quoted: false, span: node.span }], names);
  const columns: QueryColumn[] = [
    ...kept.map(groupColumn),
    { name: node.valueColumn.value, type: value.type, nullable: false, identity: false, computed: true },
    { name: node.nameColumn.value, type: SYSNAME, nullable: false, identity: false, computed: true },
  ];
  const items = [...kept, value, constant(name, SYSNAME)];
  return {
    kind: 'select',
    columns,
    items,
    from: input.from,
    where: isNull(value, true),
    groupBy: null,
    having: null,
    distinct: false,
    orderBy: [],
    limit: null,
  };
}
