/** CHECK constraints. */

import type { Check as CheckSyntax } from '@sprocket/tsql';
import { sqlError } from '../../../errors.ts';
import { definitionText, tableSource } from '../../definition.ts';
import { systemName } from '../../ids.ts';
import { type Check, nameKey, type Table } from '../../model.ts';
import { callsMethod, columnNames, refersTo } from '../syntax.ts';
import { type Build, constraintError, requireFreeConstraintName } from './build.ts';

/** Adds a check; `column` is set for one that stands on a column. */
export function withCheck(build: Build, table: Table, constraint: CheckSyntax, column: string | null, trusted = true): Table {
  if (callsMethod(constraint.condition)) throw constraintError(build, sqlError(423, table.name));
  build.context.binder.checkPredicate(constraint.condition, table);
  requireOwnColumns(build, table, constraint, column);
  const id = build.takeId();
  const name = constraint.name?.value ?? systemName('CK', table.name, column === null ? [] : [column], id);
  requireFreeConstraintName(build, table, name);
  const text = definitionText(constraint.condition, tableSource(build.context.text, table.columns));
  const check: Check = {
    id,
    name,
    systemNamed: constraint.name === null,
    text,
    columnId: onlyColumn(table, text),
    disabled: false,
    notTrusted: !trusted,
  };
  return { ...table, checks: [...table.checks, check] };
}

/** A check reads no computed column that is not stored, and one that stands on a column only that column. */
function requireOwnColumns(build: Build, table: Table, constraint: CheckSyntax, owner: string | null): void {
  const read = columnNames(constraint.condition);
  const virtual = table.columns.find((column) => column.computed?.persisted === false && read.has(nameKey(column.name)));
  if (virtual !== undefined) throw constraintError(build, sqlError(1764, virtual.name, table.name, 'CHECK CONSTRAINT'));
  if (owner === null) return;
  const other = table.columns.find((column) => nameKey(column.name) !== nameKey(owner) && read.has(nameKey(column.name)));
  if (other !== undefined) throw constraintError(build, sqlError(8141, owner, table.name));
}

/** A check over one column belongs to that column, wherever it was written; 547 names the column then. */
function onlyColumn(table: Table, text: string): number | null {
  const [first, second] = table.columns.filter(({ name }) => refersTo(text, name));
  return first === undefined || second !== undefined ? null : first.id;
}
