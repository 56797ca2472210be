/**
 * What every step of building a table shares. A table is built from its syntax in steps (columns, computed columns, defaults, keys, indexes, checks,
 * foreign keys), each a function from table to table, and ALTER TABLE ADD uses the same steps on a table that exists. The steps know nothing of
 * storage, so table variables, table types and results of functions are built by them too.
 */

import { type SqlError, sqlError, sqlErrorState } from '../../../errors.ts';
import { constraintsOf, sameName } from '../../find.ts';
import type { DatabaseCatalog, Table } from '../../model.ts';
import { NAME_TAKEN, requireFreeName } from '../apply.ts';
import type { DdlContext } from '../context.ts';

export interface Build {
  readonly context: BuildContext;
  /** Where types and referenced tables are looked up. */
  readonly catalog: DatabaseCatalog;
  readonly kind: Table['storage']['kind'];
  takeId(): number;
}

/** The part of a DDL context that building needs. */
export type BuildContext = Pick<DdlContext, 'text' | 'settings' | 'now' | 'defaultSchema' | 'binder' | 'inform' | 'precede'>;

/** Constraint names are unique in their schema; those of temporary tables and table variables are not looked after. 8168: one statement gives a name twice. */
export function requireFreeConstraintName(build: Build, table: Table, name: string): void {
  if (constraintsOf(table).some(({ constraint }) => sameName(constraint.name, name))) throw doubledConstraint(build, table, name);
  if (build.kind !== 'database') return;
  if (sameName(name, table.name)) throw constraintError(build, sqlErrorState(2714, NAME_TAKEN.constraint, name));
  try {
    requireFreeName(build.catalog, table.schema, name, NAME_TAKEN.constraint);
  } catch (error) {
    throw constraintError(build, error as SqlError);
  }
}

function doubledConstraint(build: Build, table: Table, name: string): SqlError {
  const before = build.catalog.objectsById.get(table.id);
  const isOlder = before?.kind === 'table' && constraintsOf(before).some(({ constraint }) => sameName(constraint.name, name));
  return isOlder ? constraintError(build, sqlErrorState(2714, NAME_TAKEN.constraint, name)) : sqlError(8168, name);
}

/** What is found before a constraint is made leaves 1750 another state. */
const FOUND_EARLY: ReadonlySet<number> = new Set([1752, 1754, 1755, 1769, 1779, 1781, 8111]);

/** Sends the cause and returns 1750, which is the error that counts. */
export function constraintError(build: Pick<Build, 'context'>, cause: SqlError): SqlError {
  build.context.precede(cause);
  const error = sqlErrorState(1750, FOUND_EARLY.has(cause.number) ? 0 : 1);
  error.cause = cause;
  return error;
}
