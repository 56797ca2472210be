/**
 * Block predicates of row-level security: what may be written. Rows are held against them as the statement leaves or finds them (33504): new rows after
 * INSERT, both images of UPDATE, old rows before DELETE. An updated row is not looked at again when no column changes that the predicate is given.
 */

import type { Binder, BindScope } from '../../bind/context.ts';
import { argument, predicateQuery } from '../../bind/security-policy.ts';
import type { Expr } from '../../bind/tree.ts';
import { columnNames } from '../../catalog/ddl/syntax.ts';
import type { BlockedOperation, DatabaseCatalog, Table } from '../../catalog/model.ts';
import { nameKey } from '../../catalog/model.ts';
import { type ActivePredicate, predicatesOn } from '../../catalog/policies.ts';
import { sqlError } from '../../errors.ts';
import type { Value } from '../../values/value.ts';
import type { Frame } from '../contracts.ts';
import { compile, NO_VALUES } from '../evaluate.ts';
import { openPlan, planQuery } from '../plan.ts';
import { bindOverTable, definitionBinder } from './row-image.ts';
import { displayName } from './writer.ts';

export interface RowPolicy {
  /** Raises 33504. `changed` are the positions that an update assigns. */
  check(operation: BlockedOperation, rows: Iterable<readonly Value[]>, frame: Frame, changed?: readonly number[]): void;
}

/** Null for a table without block predicates. */
export function rowPolicy(table: Table, database: DatabaseCatalog | null, scope: BindScope): RowPolicy | null {
  const blocks = database === null ? [] : predicatesOn(database, table.id).filter(({ type }) => type === 'block');
  if (blocks.length === 0 || database === null) return null;
  const checks = blocks.map((predicate) => createCheck(predicate, table, database, definitionBinder(scope, table, database)));
  return {
    check: (operation, rows, frame, changed) => {
      for (const { predicate, reads, holds } of checks) {
        if (predicate.operation !== null && predicate.operation !== operation) continue;
        if (operation === 'AFTER UPDATE' && changed?.some((position) => reads.has(position)) === false) continue;
        for (const row of rows) if (!holds(row, frame)) throw sqlError(33504, displayName(table, database));
      }
    },
  };
}

interface Check {
  readonly predicate: ActivePredicate;
  /** Positions of the columns that the arguments name. */
  readonly reads: ReadonlySet<number>;
  holds(row: readonly Value[], frame: Frame): boolean;
}

function createCheck(predicate: ActivePredicate, table: Table, database: DatabaseCatalog, binder: Binder): Check {
  const args = predicate.args.map((text) => bindOverTable(text, table, database, binder));
  const evaluators = args.map((arg) => compile(arg));
  const given = args.map((arg, slot): Expr => ({ kind: 'variable', slot, name: '', type: arg.type, nullable: true }));
  const plan = planQuery(predicateQuery(predicate, database, given, binder), binder);
  const named = new Set(predicate.args.flatMap((text) => [...columnNames(argument(text))]));
  return {
    predicate,
    reads: new Set(table.columns.flatMap(({ name }, position) => (named.has(nameKey(name)) ? [position] : []))),
    holds: (row, frame) => {
      const slots = evaluators.map((evaluate) => evaluate(frame.context, NO_VALUES, row));
      for (const _found of openPlan(plan, { ...frame, slots })) return true;
      return false;
    },
  };
}
