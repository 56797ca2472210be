/**
 * What CREATE checks of a module's body: it is compiled and every statement bound, with the names of missing objects left for later. Errors carry the
 * module's name and their line in its text.
 */

import type { CreateFunction } from '@sprocket/tsql';
import { bindModuleText, type Module } from '../bind/module.ts';
import type { DatabaseCatalog, Trigger } from '../catalog/model.ts';
import { SqlError } from '../errors.ts';
import { requireReturnValues, shapeErrors } from '../program/function-shape.ts';
import { failTogether } from '../run/activation.ts';
import { type Compiled, checkAll } from '../run/compiled.ts';
import { CompileFailure } from '../run/failures.ts';
import { settlePlace } from '../run/recover.ts';
import { compileFunction, compileTrigger, inDatabase, procedureModule } from './modules.ts';
import type { SessionCore } from './session-core.ts';

export function checkModule(core: SessionCore, database: DatabaseCatalog, module: Module): void {
  try {
    const tree = module.kind === 'function' ? (bindModuleText(module) as CreateFunction) : null;
    if (tree !== null) requireReturnValues(tree);
    const compiled = compile(core, database, module);
    const bound =
      compiled === undefined ? [] : bindingErrors(() => inDatabase(core, database.databaseId, () => checkAll(compiled, core.catalogs)));
    const [first, ...others] = [...bound, ...(tree === null ? [] : shapeErrors(tree))];
    if (first !== undefined) throw new CompileFailure(first, others);
  } catch (thrown) {
    const errors = thrown instanceof CompileFailure ? [thrown.error, ...thrown.others] : [thrown];
    throw failTogether(
      core,
      errors.map((error) => {
        if (!(error instanceof SqlError)) throw error;
        return settlePlace(error, error.line, module.name);
      }),
    );
  }
}

/** All that binding a body finds. */
function bindingErrors(bind: () => void): readonly SqlError[] {
  try {
    bind();
    return [];
  } catch (thrown) {
    if (thrown instanceof CompileFailure) return [thrown.error, ...thrown.others];
    throw thrown;
  }
}

/** Undefined for what has no body of statements: its query was bound when its columns were asked for. */
function compile(core: SessionCore, database: DatabaseCatalog, module: Module): Compiled | undefined {
  switch (module.kind) {
    case 'view':
      return undefined;
    case 'procedure': {
      const tree = bindModuleText(module);
      return tree.kind === 'createProcedure' ? procedureModule(core, database.databaseId, module, tree).compiled : undefined;
    }
    case 'function':
      return module.form === 'inline' ? undefined : compileFunction(core, database.databaseId, module).compiled;
    case 'trigger':
      return compileOverParent(core, database, module);
  }
}

function compileOverParent(core: SessionCore, database: DatabaseCatalog, trigger: Trigger): Compiled | undefined {
  if (trigger.parentId === 0) return compileTrigger(core, database.databaseId, trigger, null).compiled;
  const parent = database.objectsById.get(trigger.parentId);
  return parent?.kind === 'table' ? compileTrigger(core, database.databaseId, trigger, parent).compiled : undefined;
}
