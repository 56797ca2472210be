/**
 * SET ROWCOUNT: caps what a statement returns or changes. A data change gets a TOP clause of that size unless it has a smaller one; a SELECT is cut
 * while its rows are sent, or by a TOP clause where they go into variables, a table or one document. The capped syntax is kept so that binding it is
 * done once.
 */

import type { Integer, Query, QuerySpecification, Top } from '@sprocket/tsql';
import type { Bindable } from './compiled.ts';

const capped = new WeakMap<Bindable, Map<number, Bindable>>();

/** The statement as it runs under `SET ROWCOUNT limit`. */
export function withRowLimit(statement: Bindable, limit: number): Bindable {
  if (statement.kind === 'truncate' || (statement.kind === 'select' && sendsItsRows(statement.query))) return statement;
  const known = capped.get(statement) ?? new Map<number, Bindable>();
  capped.set(statement, known);
  const before = known.get(limit);
  if (before !== undefined) return before;
  const limited =
    statement.kind === 'select'
      ? { ...statement, query: limitedQuery(statement.query, limit) }
      : { ...statement, top: smaller(statement.top, limit, statement.span) };
  known.set(limit, limited);
  return limited;
}

function sendsItsRows({ body, for: document }: Query): boolean {
  return document === null && (body.kind === 'setOperation' || (body.into === null && !assigns(body)));
}

const assigns = ({ items }: QuerySpecification): boolean => items.some(({ kind }) => kind === 'selectAssignment');

/** A query with OFFSET keeps the limit that it has. */
function limitedQuery(query: Query, limit: number): Query {
  const { body, offset, span } = query;
  if (offset !== null) return query;
  if (body.kind === 'querySpecification') return { ...query, body: { ...body, top: smaller(body.top, limit, span) } };
  return query.orderBy.length === 0 ? query : { ...query, offset: integer(0, span), fetch: integer(limit, span) };
}

const integer = (value: number, span: Bindable['span']): Integer => ({ kind: 'integer', text: String(value), span });

/** A TOP with an expression is taken to be the smaller one. */
function smaller(top: Top | null, limit: number, span: Bindable['span']): Top {
  if (top !== null && (top.percent || top.count.kind !== 'integer' || Number(top.count.text) <= limit)) return top;
  return { kind: 'top', count: integer(limit, span), percent: false, withTies: false, span };
}
