/**
 * What one printed statement gathers: its numbered parameters, the functions and system tables it needs, and how the columns of some sources are named.
 * Sources are aliased `s1`, `s2` …, output columns `c0`, `c1` ….
 */

import type { Expr } from '../../../bind/tree.ts';
import type { PrintedQuery, QueryParameter, RegisteredFunction, SystemTable } from '../../../run/contracts.ts';

/** Names a database's file in SQL. */
export type AliasOf = (databaseId: number) => string;

export interface Printer {
  readonly alias: AliasOf;
  readonly params: QueryParameter[];
  readonly functions: Map<string, RegisteredFunction>;
  readonly systemTables: Map<string, SystemTable>;
  /** Columns of sources that are not plain tables in SQL: rows that travel as JSON. */
  readonly columns: Map<number, (index: number) => string>;
  /** String columns whose comparison key is a column of its own, by source. */
  readonly keys: Map<number, ReadonlySet<number>>;
  /** Every scan of a table can be interrupted, not only joins and recursion. */
  readonly ticks: boolean;
}

export function createPrinter(alias: AliasOf, ticks: boolean): Printer {
  return { alias, params: [], functions: new Map(), systemTables: new Map(), columns: new Map(), keys: new Map(), ticks };
}

export function finish(p: Printer, sql: string): PrintedQuery {
  return { sql, params: p.params, functions: [...p.functions.values()], systemTables: [...p.systemTables.values()] };
}

export function use(p: Printer, fn: RegisteredFunction): string {
  p.functions.set(fn.name, fn);
  return fn.name;
}

/** A parameter for the expression; a variable is bound once however often it is named. */
export function parameter(expr: Expr, p: Printer): string {
  const known =
    expr.kind !== 'variable'
      ? -1
      : p.params.findIndex(
          (q) => q.kind === 'expr' && q.expr.kind === 'variable' && q.expr.slot === expr.slot && q.expr.type === expr.type,
        );
  if (known >= 0) return `?${known + 1}`;
  p.params.push({ kind: 'expr', expr });
  return `?${p.params.length}`;
}

export function frameParameter(p: Printer): string {
  p.params.push({ kind: 'frame' });
  return `?${p.params.length}`;
}
