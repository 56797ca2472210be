/** `STRING_AGG(b.name, '->') WITHIN GROUP (GRAPH PATH)`: an aggregate over the steps of a path is a column of the path's rows. */

import { INT, type PathAggregate } from '@sprocket/tsql';
import { nameKey } from '../../catalog/model.ts';
import { sqlError, unsupported } from '../../errors.ts';
import type { Signature } from '../../functions/builtin.ts';
import { aggregate } from '../../functions/index.ts';
import { argumentOf, sameExpr } from '../call.ts';
import { coerce } from '../coerce.ts';
import type { ExprContext } from '../context.ts';
import { bindExpr } from '../expression.ts';
import { constant } from '../literal.ts';
import { columnRef } from '../names.ts';
import type { AggregateExpr, ColumnRef, Expr, SourceColumn } from '../tree.ts';
import { hasQuery, mapChildren, visit } from '../walk.ts';
import { OUTSIDE, type Path, type PathScope } from './paths.ts';

/** The aggregates that a path has. */
const AGGREGATES: ReadonlySet<string> = new Set(['STRING_AGG', 'LAST_VALUE', 'SUM', 'COUNT', 'AVG', 'MIN', 'MAX']);

export function bindPathAggregate(node: PathAggregate, cx: ExprContext): Expr {
  const name = (node.name.parts.at(-1)?.value ?? '').toUpperCase();
  const { paths } = cx;
  if (cx.insideAggregate === true) throw sqlError(130);
  if (cx.aggregates === 'refused') throw sqlError(cx.aggregateError ?? 147);
  if (!AGGREGATES.has(name)) throw unsupported(`${name} WITHIN GROUP (GRAPH PATH)`);
  if (paths === undefined) throw sqlError(13952, name);
  const star = node.args[0]?.kind === 'star' ? node.args[0] : undefined;
  if (star !== undefined) {
    const path = starPath(star.qualifier?.parts.at(-1)?.value, name, paths);
    return columnOf(path, name, [constant(1, INT)]);
  }
  const inner: ExprContext = { ...cx, names: { sources: paths.sources, parent: null }, insideAggregate: true, windows: 'refused' };
  const args = node.args.map((arg) => bindExpr(arg, inner));
  if (args.some(hasQuery)) throw sqlError(130);
  return columnOf(pathOf(args, name, paths), name, args);
}

/** The path that `COUNT(b.*)` counts the steps of. */
function starPath(source: string | undefined, name: string, { paths }: PathScope): Path {
  if (source === undefined || name !== 'COUNT') throw sqlError(102, '*');
  const path = paths.find(({ hops }) =>
    hops.some(({ edge, node }) => [edge, node].some((other) => nameKey(other.source.name) === nameKey(source))),
  );
  if (path === undefined) throw sqlError(13954, source, name);
  return path;
}

/** The path whose columns the arguments read: 13952 without one, 13954 for a column of anything else. */
function pathOf(args: readonly Expr[], name: string, { paths }: PathScope): Path {
  const columns: ColumnRef[] = [];
  for (const arg of args)
    visit(arg, (expr) => {
      if (expr.kind === 'column') columns.push(expr);
      return true;
    });
  const [first] = columns;
  const path = first && paths.find((candidate) => placeIn(candidate, first) !== undefined);
  const other = columns.find((column) => path === undefined || placeIn(path, column) === undefined);
  if (other !== undefined) throw sqlError(13954, `${other.source.name}.${other.source.columns[other.index]?.name ?? ''}`, name);
  if (path === undefined) throw sqlError(13952, name);
  if (name === 'LAST_VALUE' && columns.some((column) => placeIn(path, column)?.side === 'edge'))
    throw unsupported('LAST_VALUE over an edge table WITHIN GROUP (GRAPH PATH)');
  return path;
}

function placeIn({ hops }: Path, { source }: ColumnRef): { readonly hop: number; readonly side: 'edge' | 'node' } | undefined {
  for (const [hop, { edge, node }] of hops.entries()) {
    if (edge.source.id === source.id) return { hop, side: 'edge' };
    if (node.source.id === source.id) return { hop, side: 'node' };
  }
  return undefined;
}

function columnOf(path: Path, name: string, args: readonly Expr[]): Expr {
  const { fn, signature } = typed(name, args);
  const bound = args.map((arg, i) => overSteps(coerce(arg, signature.params[i] ?? arg.type), path));
  const known = path.aggregates.findIndex((other) => other.fn === fn && sameExpr(other.args, bound));
  if (known >= 0) return columnRef(path.source, known + 1);
  path.aggregates.push({ fn, signature, args: bound });
  path.columns.push({ ...(path.columns[0] as SourceColumn), ...valueColumn(signature, path.columns.length) });
  return columnRef(path.source, path.columns.length - 1);
}

function valueColumn(signature: Signature, index: number): Pick<SourceColumn, 'type' | 'nullable' | 'storageName'> {
  return { type: signature.returns, nullable: true, storageName: `c${index}` };
}

function typed(name: string, args: readonly Expr[]): { readonly fn: AggregateExpr['fn'] | null; readonly signature: Signature } {
  const fn = name === 'LAST_VALUE' ? null : (aggregate(name) ?? null);
  const [most, least] = fn === null ? [1, 1] : [fn.maxArgs, Math.max(fn.minArgs, 1)];
  if (args.length < least || args.length > most) throw sqlError(174, name.toLowerCase(), least);
  const types = args.map(({ type }) => type);
  return { fn, signature: fn === null ? { params: types, returns: types[0] as Signature['returns'] } : fn.signature(args.map(argumentOf)) };
}

/** The expression over the values of a step; what is no column of the path is handed to its rows from outside. */
function overSteps(expr: Expr, path: Path): Expr {
  if (expr.kind === 'column') return { ...argument(expr, stepValue(expr, path)) };
  if (expr.kind === 'variable') return argument(expr, OUTSIDE + outsideValue(expr, path));
  return mapChildren(expr, (child) => overSteps(child, path));
}

const argument = ({ type, nullable }: Expr, index: number): Expr => ({ kind: 'argument', index, type, nullable });

function stepValue(column: ColumnRef, path: Path): number {
  const place = placeIn(path, column);
  const known = path.reads.findIndex(({ expr }) => sameExpr(expr, column));
  return known >= 0 || place === undefined ? known : path.reads.push({ ...place, expr: column }) - 1;
}

/** The first arguments of the rows are the run and the start. */
const OWN_ARGUMENTS = 2;

function outsideValue(expr: Expr, { args }: Path): number {
  const known = args.findIndex((other) => sameExpr(other, expr));
  return (known >= 0 ? known : args.push(expr) - 1) - OWN_ARGUMENTS;
}
