/** CHECK constraints. */

import type { Check as CheckSyntax } from '@sprocket/tsql';
import { definitionText, tableSource } from '../../definition.ts';
import { findColumn } from '../../find.ts';
import { systemName } from '../../ids.ts';
import type { Check, Table } from '../../model.ts';
import { type Build, requireFreeConstraintName } from './build.ts';

/** Adds a check; `column` is set for one that stands on a column. */
export function withCheck(build: Build, table: Table, constraint: CheckSyntax, column: string | null, trusted = true): Table {
  build.context.binder.checkPredicate(constraint.condition, table);
  const id = build.takeId();
  const name = constraint.name?.value ?? systemName('CK', table.name, column === null ? [] : [column], id);
  requireFreeConstraintName(build, table, name);
  const check: Check = {
    id,
    name,
    systemNamed: constraint.name === null,
    text: definitionText(constraint.condition, tableSource(build.context.text, table.columns)),
    columnId: column === null ? null : (findColumn(table, column)?.id ?? null),
    disabled: false,
    notTrusted: !trusted,
  };
  return { ...table, checks: [...table.checks, check] };
}
