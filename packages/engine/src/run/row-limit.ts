/**
 * SET ROWCOUNT: caps what a statement returns or changes. A data change gets a TOP clause of that size unless it has a smaller one; a SELECT is cut
 * while its rows are sent. The capped syntax is kept so that binding it is done once.
 */

import type { Integer, Top } from '@sprocket/tsql';
import type { Bindable } from './compiled.ts';

const capped = new WeakMap<Bindable, Map<number, Bindable>>();

/** The statement as it runs under `SET ROWCOUNT limit`. */
export function withRowLimit(statement: Bindable, limit: number): Bindable {
  if (statement.kind === 'select' || statement.kind === 'truncate') return statement;
  const known = capped.get(statement) ?? new Map<number, Bindable>();
  capped.set(statement, known);
  const before = known.get(limit);
  if (before !== undefined) return before;
  const limited = { ...statement, top: smaller(statement.top, limit, statement.span) };
  known.set(limit, limited);
  return limited;
}

/** A TOP with an expression is taken to be the smaller one. */
function smaller(top: Top | null, limit: number, span: Bindable['span']): Top {
  if (top !== null && (top.percent || top.count.kind !== 'integer' || Number(top.count.text) <= limit)) return top;
  const count: Integer = { kind: 'integer', text: String(limit), span };
  return { kind: 'top', count, percent: false, withTies: false, span };
}
