/** SQLite behind the interface that `run` uses. */

import { SERVER_COLLATION } from '../../bind/from.ts';
import type { PathPlan } from '../../bind/tree.ts';
import type { Backend } from '../../run/contracts.ts';
import { pathRows } from '../../run/paths.ts';
import { equalityKey, orderKey, physicalType, quoteName } from './physical.ts';
import { printQuery } from './print/query.ts';
import { describe, keyFunctions } from './registered.ts';
import { isHeavy } from './weight.ts';

export const SQLITE: Backend = {
  print: printQuery,
  physicalType,
  quoteName,
  equalityKey: (sql, type) => equalityKey(sql, type, SERVER_COLLATION),
  orderKey: (sql, type) => orderKey(sql, type, SERVER_COLLATION),
  keyFunctions,
  isHeavy,
  pathRows: (plan, alias) => ({ key: pathKey(plan, alias), rows: pathRows(plan, SQLITE, alias) as never }),
};

/** The same for paths over the same tables with the same aggregates. */
function pathKey({ hops, aggregates, ...plan }: PathPlan, alias: (databaseId: number) => string): string {
  const texts = hops.map(({ edges, nodes, object }) => [printQuery(edges, alias).sql, printQuery(nodes, alias).sql, object]);
  const yields = aggregates.map(({ fn, signature, args }) => [fn?.name ?? 'LAST_VALUE', signature.returns, args]);
  return `path ${describe([texts, plan, yields])}`;
}

/** The same for threads that run nothing but heavy reads: a look at the flag for every row that is read costs less than a read that cannot be ended. */
export const INTERRUPTIBLE_SQLITE: Backend = { ...SQLITE, print: (query, alias) => printQuery(query, alias, true) };
