/** Aggregates and window functions: SQLite's own where they agree with SQL Server's, registered ones else. */

import type { Expr } from '../../../bind/tree.ts';
import { unsupported } from '../../../errors.ts';
import { NULL_ELIMINATED, registeredAggregate } from '../registered.ts';
import { equality } from './keys.ts';
import { type Printer, use } from './printer.ts';
import { orderText } from './query.ts';
import { scalar } from './scalar.ts';

export function aggregateText(expr: Extract<Expr, { kind: 'aggregate' }>, p: Printer): string {
  const { name } = expr.fn;
  const arg = expr.args[0];
  if (arg === undefined) return 'count(*)';
  if (name === 'COUNT' || name === 'COUNT_BIG')
    return warningText(`count(${expr.distinct ? `DISTINCT ${equality(arg, p)}` : scalar(arg, p)})`, expr, p);
  const args = expr.args.map((arg) => scalar(arg, p));
  const sort = expr.orderBy.length === 0 ? '' : orderText(expr.orderBy, null, p);
  const native = expr.distinct ? undefined : expr.fn.sqlite?.(args, expr.signature);
  if (native !== undefined && sort === '') return leadsIndex(arg) ? native : warningText(native, expr, p);
  const present = expr.quiet ? ` FILTER (WHERE ${scalar(arg, p)} IS NOT NULL)` : '';
  return `${use(p, registeredAggregate(expr.fn, expr.signature))}(${expr.distinct ? 'DISTINCT ' : ''}${args.join(', ')}${sort})${present}`;
}

/** An aggregate that warns (8153) when it leaves a NULL out. */
function warningText(aggregate: string, { args: [arg], quiet }: Extract<Expr, { kind: 'aggregate' }>, p: Printer): string {
  return arg?.nullable && !quiet
    ? `coalesce(CASE WHEN count(*) > count(${scalar(arg, p)}) THEN ${use(p, NULL_ELIMINATED)}() END, ${aggregate})`
    : aggregate;
}

/** MIN and MAX of such a column read one end of the index, where SQL Server sees no NULL. */
function leadsIndex(arg: Expr): boolean {
  if (arg.kind !== 'column' || arg.source.table === null) return false;
  const { keys, indexes, columns } = arg.source.table;
  return [...keys, ...indexes].some(({ columns: [first] }) => first !== undefined && first.columnId === columns[arg.index]?.id);
}

export function windowText(expr: Extract<Expr, { kind: 'window' }>, p: Printer): string {
  if (expr.ignoreNulls) throw unsupported('IGNORE NULLS');
  const partition = expr.partitionBy.length === 0 ? '' : `PARTITION BY ${expr.partitionBy.map((e) => equality(e, p)).join(', ')}`;
  const parts = [partition, orderText(expr.orderBy, null, p).trim(), frameText(expr)].filter((part) => part !== '');
  return `${windowCall(expr, p)} OVER (${parts.join(' ')})`;
}

function windowCall(expr: Extract<Expr, { kind: 'window' }>, p: Printer): string {
  const args = expr.args.map((arg) => scalar(arg, p));
  if ('name' in expr.fn) return `${expr.fn.name.toLowerCase()}(${args.join(', ')})`;
  const { aggregate, signature } = expr.fn;
  if (args.length === 0) return 'count(*)';
  if (aggregate.name === 'COUNT' || aggregate.name === 'COUNT_BIG') return `count(${args.join(', ')})`;
  const native = aggregate.sqlite?.(args, signature);
  return native ?? `${use(p, registeredAggregate(aggregate, signature))}(${args.join(', ')})`;
}

const EDGES: Readonly<Record<string, string>> = {
  unboundedPreceding: 'UNBOUNDED PRECEDING',
  currentRow: 'CURRENT ROW',
  unboundedFollowing: 'UNBOUNDED FOLLOWING',
  preceding: 'PRECEDING',
  following: 'FOLLOWING',
};

function frameText(expr: Extract<Expr, { kind: 'window' }>): string {
  const { frame } = expr;
  if (frame === null) return '';
  const bound = (edge: typeof frame.start): string => ('offset' in edge ? `${edge.offset} ${EDGES[edge.kind]}` : (EDGES[edge.kind] ?? ''));
  return `${frame.unit.toUpperCase()} BETWEEN ${bound(frame.start)} AND ${bound(frame.end)}`;
}
