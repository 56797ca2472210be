/** SQLite behind the interface that `run` uses. */

import { SERVER_COLLATION } from '../../bind/from.ts';
import type { Backend } from '../../run/contracts.ts';
import { equalityKey, orderKey, physicalType, quoteName } from './physical.ts';
import { printQuery } from './print/query.ts';
import { keyFunctions } from './registered.ts';

export const SQLITE: Backend = {
  print: printQuery,
  physicalType,
  quoteName,
  equalityKey: (sql, type) => equalityKey(sql, type, SERVER_COLLATION),
  orderKey: (sql, type) => orderKey(sql, type, SERVER_COLLATION),
  keyFunctions,
};
