/** System procedures as rows of sys.all_objects. */

import type { ObjectEntry } from '../views/objects.ts';
import { SYSTEM_CREATED } from '../views/shared.ts';
import { allSystemProcedures, systemProcedureId } from './index.ts';
import type { SystemProcedure } from './procedure.ts';

let entries: readonly ObjectEntry[] | undefined;

export function systemProcedureEntries(): readonly ObjectEntry[] {
  entries ??= allSystemProcedures.map(entryOf);
  return entries;
}

function entryOf({ kind, name }: SystemProcedure): ObjectEntry {
  return {
    id: systemProcedureId(name),
    name,
    schemaId: 4,
    schema: 'sys',
    parentId: 0,
    type: kind === 'text' ? 'P' : 'X',
    created: SYSTEM_CREATED,
    modified: SYSTEM_CREATED,
    isSystem: true,
    object: null,
    table: null,
    constraint: null,
    column: null,
  };
}
