/** TEXTPTR: a column of a base table, with the place of its row. Views and derived tables have no rows of their own (280). */

import { INT } from '@sprocket/tsql';
import { sqlError } from '../errors.ts';
import { callBuiltin } from './call.ts';
import { constant } from './literal.ts';
import { rowIdRef } from './names.ts';
import type { Expr } from './tree.ts';

export function bindTextPointer(args: readonly Expr[]): Expr {
  const [value] = args;
  if (args.length !== 1 || value === undefined) throw sqlError(174, 'textptr', 1);
  const table = value.kind === 'column' ? value.source.table : null;
  const column =
    value.kind === 'column'
      ? table?.columns.find(({ storageName }) => storageName === value.source.columns[value.index]?.storageName)
      : undefined;
  if (value.kind !== 'column' || table === null || column === undefined || table.storage.kind === 'system') throw sqlError(280);
  return callBuiltin('TEXTPTR', [value, constant(table.id, INT), constant(column.id, INT), rowIdRef(value.source, table)]);
}
