/** 1934: tables with filtered indexes, indexes over computed columns or indexed views change only under the options that such indexes are made with. */

import type { BindScope } from '../../bind/context.ts';
import { allIndexes, columnById, isKey } from '../../catalog/find.ts';
import { indexedViewsOver, SETTINGS_MATTER } from '../../catalog/indexed-view.ts';
import type { DatabaseCatalog, Table } from '../../catalog/model.ts';
import { sqlError } from '../../errors.ts';
import type { Frame } from '../contracts.ts';
import type { ChangeVerb } from './writer.ts';

/** Raises 1934 when a change may not run as its session is set. */
export type RequireSettings = (frame: Frame, verb: ChangeVerb) => void;

/** Null for a table to which the options do not matter. */
export function requiredSettings(table: Table, database: DatabaseCatalog | null, scope: BindScope): RequireSettings | null {
  if (!matter(table, database)) return null;
  const { quotedIdentifier } = scope.settings;
  return ({ context: { options } }, verb) => {
    const wrong = [
      ...(options.ansiNulls ? [] : ['ANSI_NULLS']),
      ...(quotedIdentifier ? [] : ['QUOTED_IDENTIFIER']),
      ...(options.concatNullYieldsNull ? [] : ['CONCAT_NULL_YIELDS_NULL']),
      ...(options.ansiWarnings ? [] : ['ANSI_WARNINGS']),
      ...(options.ansiPadding ? [] : ['ANSI_PADDING']),
      // ANSI_WARNINGS ON stands for it.
      ...(options.arithAbort || options.ansiWarnings ? [] : ['ARITHABORT']),
    ];
    if (wrong.length > 0) throw sqlError(1934, verb, wrong.join(', '), SETTINGS_MATTER);
  };
}

function matter(table: Table, database: DatabaseCatalog | null): boolean {
  const isComputed = (id: number): boolean => (columnById(table, id)?.computed ?? null) !== null;
  const own = allIndexes(table).some(
    (index) => (!isKey(index) && index.filter !== null) || index.columns.some(({ columnId }) => isComputed(columnId)),
  );
  return own || (table.xmlIndexes ?? []).length > 0 || (database !== null && indexedViewsOver(database, table.id).length > 0);
}
