/** PIVOT and UNPIVOT as plain queries: grouping by the remaining columns with one conditional aggregate a value, and a join with the numbers of the columns. */

import { INT, type Pivot, SYSNAME, sameType, type Unpivot } from '@sprocket/tsql';
import { nameKey } from '../catalog/model.ts';
import { sqlError } from '../errors.ts';
import { callAggregate } from './call.ts';
import { caseOf } from './conditional.ts';
import type { ExprContext } from './context.ts';
import { bindConversion } from './conversion.ts';
import { bindSource, valuesQuery } from './from.ts';
import { constant, NULL_CONSTANT, stringConstant } from './literal.ts';
import { bindColumn, columnRef } from './names.ts';
import { compare, isNull } from './predicate.ts';
import { sourceOf } from './query.ts';
import type { ColumnRef, Expr, From, QueryColumn, SelectQuery, Source } from './tree.ts';
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

/** A row for each row and column, in the order of the rows: the other columns, the column's value and its name, where the value is not NULL. */
export function bindUnpivot(node: Unpivot, cx: ExprContext): Derived {
  const input = bindSource(node.source, cx);
  const names = { sources: input.sources, parent: cx.names };
  const chosen = node.columns.map((column) => column.parts.at(-1)?.value ?? '');
  const values = chosen.map((name) => bindColumn([{ kind: 'identifier', value: name, quoted: false, span: node.span }], names));
  const [first] = values;
  if (first === undefined) throw sqlError(102, 'UNPIVOT');
  const different = values.findIndex((value) => !sameType(value.type, first.type));
  if (different >= 0) throw sqlError(8167, chosen[different] ?? '');
  const taken = new Set(chosen.map(nameKey));
  const kept = input.sources.flatMap((source: Source) =>
    source.columns.flatMap((column, index) => (taken.has(nameKey(column.name)) ? [] : [columnRef(source, index)])),
  );
  const places = columnPlaces(chosen.length, cx);
  const place = columnRef(places.source, 0);
  const pick = (results: readonly Expr[]): Expr =>
    caseOf(
      results.map((then, i) => ({ when: compare('=', place, constant(i, INT)), then })),
      NULL_CONSTANT,
    );
  const value = pick(values);
  const columns: QueryColumn[] = [
    ...kept.map(groupColumn),
    { name: node.valueColumn.value, type: value.type, nullable: false, identity: false, computed: true },
    { name: node.nameColumn.value, type: SYSNAME, nullable: false, identity: false, computed: true },
  ];
  const query: SelectQuery = {
    kind: 'select',
    columns,
    items: [...kept, value, pick(chosen.map((name) => constant(name, SYSNAME)))],
    // An outer join, since its left side is always the outer loop.
    from: { kind: 'join', type: 'left', left: input.from, right: places, on: null },
    where: isNull(value, true),
    groupBy: null,
    having: null,
    distinct: false,
    orderBy: [],
    limit: null,
  };
  return { kind: 'derived', source: sourceOf(cx.binder, node.alias.value, columns), query };
}

/** The numbers from 0 as rows. */
function columnPlaces(count: number, cx: ExprContext): Derived {
  const query = valuesQuery(Array.from({ length: count }, (_, i) => [constant(i, INT)]));
  return { kind: 'derived', source: sourceOf(cx.binder, '', query.columns), query };
}
