/** The syntax trees of stored modules, parsed once for each definition. */

import { type CreateFunction, type CreateProcedure, type CreateTrigger, type CreateView, parse } from '@sprocket/tsql';
import type { Procedure, Trigger, UserFunction, View } from '../catalog/model.ts';
import { sqlError } from '../errors.ts';

export type Module = View | UserFunction | Procedure | Trigger;
export type ModuleTree = CreateView | CreateFunction | CreateProcedure | CreateTrigger;

const trees = new WeakMap<Module, ModuleTree>();

/** The CREATE statement of a module; its text parsed when it was stored, so a failure here is reported like any syntax error. */
export function bindModuleText(module: Module): ModuleTree {
  const known = trees.get(module);
  if (known !== undefined) return known;
  const { statements, diagnostics } = parse(module.definition, { quotedIdentifier: module.settings.quotedIdentifier });
  const tree = statements.find(
    (s): s is ModuleTree =>
      s.kind === 'createView' || s.kind === 'createFunction' || s.kind === 'createProcedure' || s.kind === 'createTrigger',
  );
  if (tree === undefined || diagnostics.length > 0) throw sqlError(102, module.name);
  trees.set(module, tree);
  return tree;
}
