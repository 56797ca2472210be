/** Procedures of files that belong to no one database: those of `_global`, and broken ones, whose call tells what is wrong with them. */

import { sqlError } from '../errors.ts';
import type { CodeModule } from '../run/modules.ts';
import { procedureModule } from './modules.ts';
import type { SessionCore } from './session-core.ts';

/** Compiled per database, since a global procedure's names mean the caller's tables. */
const compiled = new WeakMap<object, Map<number, CodeModule>>();

/** Raises the problem of a broken file. */
export function fileModule(core: SessionCore, folder: string, schema: string, name: string): CodeModule | undefined {
  const { files } = core.instance;
  const inSchema = schema === '' ? 'dbo' : schema;
  const problem = files.problem(folder, inSchema, name);
  if (problem !== undefined) throw sqlError(40512, `${inSchema}.${name}`, problem.file, problem.line, problem.message);
  const found = files.procedure(folder, inSchema, name);
  if (found === undefined) return undefined;
  const byDatabase = compiled.get(found.procedure) ?? new Map<number, CodeModule>();
  compiled.set(found.procedure, byDatabase);
  const { currentId } = core.catalogs;
  const known = byDatabase.get(currentId);
  if (known !== undefined) return known;
  const module: CodeModule = { ...procedureModule(core, currentId, found.procedure, found.file.tree), databaseId: null };
  byDatabase.set(currentId, module);
  return module;
}
