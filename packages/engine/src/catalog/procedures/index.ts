/**
 * The system procedures by name. A name is looked up here when its schema is `sys` or when it is unqualified and begins with `sp_`; the procedure then
 * runs in the caller's database, whichever database the name was qualified with.
 */

import { nameKey } from '../model.ts';
import type { SystemProcedure } from './procedure.ts';

export type { NativeContext, NativeProcedure, SystemProcedure, TextProcedure } from './procedure.ts';

/** Every system procedure of the catalog; those that only a session can do (sp_executesql, sp_prepare, sp_getapplock …) are not among them. */
export const allSystemProcedures: readonly SystemProcedure[] = [];

const byName: ReadonlyMap<string, SystemProcedure> = new Map(allSystemProcedures.map((procedure) => [nameKey(procedure.name), procedure]));

export function systemProcedure(name: string): SystemProcedure | undefined {
  return byName.get(nameKey(name));
}
