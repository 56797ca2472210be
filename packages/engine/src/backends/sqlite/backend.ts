/** SQLite behind the interface that `run` uses. */

import { SERVER_COLLATION } from '../../bind/from.ts';
import type { Backend } from '../../run/contracts.ts';
import { equalityKey, orderKey, physicalType, quoteName } from './physical.ts';
import { printQuery } from './print/query.ts';
import { keyFunctions } from './registered.ts';
import { isHeavy } from './weight.ts';

export const SQLITE: Backend = {
  print: printQuery,
  physicalType,
  quoteName,
  equalityKey: (sql, type) => equalityKey(sql, type, SERVER_COLLATION),
  orderKey: (sql, type) => orderKey(sql, type, SERVER_COLLATION),
  keyFunctions,
  isHeavy,
};

/** The same for threads that run nothing but heavy reads: a look at the flag for every row that is read costs less than a read that cannot be ended. */
export const INTERRUPTIBLE_SQLITE: Backend = { ...SQLITE, print: (query, alias) => printQuery(query, alias, true) };
