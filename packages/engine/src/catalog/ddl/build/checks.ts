/** CHECK constraints. */

import type { Check as CheckSyntax } from '@sprocket/tsql';
import { definitionText, tableSource } from '../../definition.ts';
import { systemName } from '../../ids.ts';
import type { Check, Table } from '../../model.ts';
import { refersTo } from '../syntax.ts';
import { type Build, requireFreeConstraintName } from './build.ts';

/** Adds a check; `column` is set for one that stands on a column. */
export function withCheck(build: Build, table: Table, constraint: CheckSyntax, column: string | null, trusted = true): Table {
  build.context.binder.checkPredicate(constraint.condition, table);
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

/** A check over one column belongs to that column, wherever it was written; 547 names the column then. */
function onlyColumn(table: Table, text: string): number | null {
  const [first, second] = table.columns.filter(({ name }) => refersTo(text, name));
  return first === undefined || second !== undefined ? null : first.id;
}
