/**
 * The system procedures by name. A name is looked up here when its schema is `sys` or when it is unqualified and begins with `sp_`; the procedure then
 * runs in the caller's database, whichever database the name was qualified with.
 */

import { nameKey } from '../model.ts';
import { CONSTRAINT_HELP } from './help/constraints.sql.ts';
import { DATABASE_HELP } from './help/database.sql.ts';
import { DEPENDENCIES } from './help/dependencies.sql.ts';
import { FULL_TEXT_HELP } from './help/full-text.sql.ts';
import { OBJECT_HELP } from './help/object.sql.ts';
import { PRINCIPAL_HELP } from './help/principals.sql.ts';
import { TEXT } from './help/text.sql.ts';
import { NATIVE_PROCEDURES } from './native/index.ts';
import { COLUMNS } from './odbc/columns.sql.ts';
import { KEYS } from './odbc/keys.sql.ts';
import { MANAGED } from './odbc/managed.sql.ts';
import { PARAMETER_PROCEDURES } from './odbc/parameters.sql.ts';
import { ROWSETS } from './odbc/rowsets.sql.ts';
import { TABLES } from './odbc/tables.sql.ts';
import { TYPE_INFO } from './odbc/type-info.sql.ts';
import type { SystemProcedure } from './procedure.ts';
import { CONFIGURATION_PROCEDURES } from './server/configuration.sql.ts';
import { CURSOR_PROCEDURES } from './server/cursors.sql.ts';
import { EXTENDED_PROCEDURES } from './server/extended.sql.ts';
import { FOR_EACH } from './server/foreach.sql.ts';
import { LINKED_SERVER_PROCEDURES } from './server/linked-servers.sql.ts';
import { MAINTENANCE } from './server/maintenance.sql.ts';
import { SESSIONS_HELP } from './server/sessions.sql.ts';
import { STATEMENTS } from './server/statements.sql.ts';
import { STATISTICS } from './server/statistics.sql.ts';
import { SURFACE } from './server/surface.sql.ts';
import { UPKEEP } from './server/upkeep.sql.ts';

export type { NativeContext, NativeProcedure, SystemProcedure, TextProcedure } from './procedure.ts';

/** Every system procedure of the catalog; those that only a session can do (sp_executesql, sp_prepare, sp_getapplock …) are not among them. */
export const allSystemProcedures: readonly SystemProcedure[] = [
  ...COLUMNS,
  ...TABLES,
  ...KEYS,
  ...PARAMETER_PROCEDURES,
  ...MANAGED,
  ...TYPE_INFO,
  ...OBJECT_HELP,
  ...TEXT,
  ...CONSTRAINT_HELP,
  ...DATABASE_HELP,
  ...PRINCIPAL_HELP,
  ...DEPENDENCIES,
  ...SESSIONS_HELP,
  ...SURFACE,
  ...CONFIGURATION_PROCEDURES,
  ...LINKED_SERVER_PROCEDURES,
  ...ROWSETS,
  ...FULL_TEXT_HELP,
  ...EXTENDED_PROCEDURES,
  ...UPKEEP,
  ...STATISTICS,
  ...MAINTENANCE,
  ...FOR_EACH,
  ...STATEMENTS,
  ...CURSOR_PROCEDURES,
  ...NATIVE_PROCEDURES,
];

/** Far below the ids of system views. */
const FIRST_ID = -1_000_000_001;

const byName: ReadonlyMap<string, SystemProcedure> = new Map(allSystemProcedures.map((procedure) => [nameKey(procedure.name), procedure]));

export function systemProcedure(name: string): SystemProcedure | undefined {
  return byName.get(nameKey(name));
}

const ids: ReadonlyMap<string, number> = new Map(allSystemProcedures.map(({ name }, i) => [nameKey(name), FIRST_ID - i]));

/** The object id that OBJECT_ID reports; 0 for a name that is none of ours. */
export const systemProcedureId = (name: string): number => ids.get(nameKey(name)) ?? 0;
