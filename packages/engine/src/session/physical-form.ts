/** How SQLite lays down what DDL defines: key expressions of indexes and affinities of columns. */

import { columnAffinity, encodePhysical, indexExpression, orderKey } from '../backends/sqlite/physical.ts';
import { keyFunctions } from '../backends/sqlite/registered.ts';
import type { PhysicalForm } from '../catalog/ddl/context.ts';

export const PHYSICAL_FORM: PhysicalForm = {
  indexExpression,
  keyFunctions,
  columnAffinity,
  orderForm: (collation) => ({
    orderKey: (sql, { type }) => orderKey(sql, type, collation),
    encode: (value, { type }) => encodePhysical(value, type),
    keyFunctions: ({ type }) => keyFunctions(type),
  }),
  // Conditions of filtered indexes are kept as metadata: an index without its filter finds the same rows.
  filterExpression: () => undefined,
};
