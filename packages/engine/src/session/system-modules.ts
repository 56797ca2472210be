/** The catalog's system procedures as modules: those written in T-SQL run in the caller's database, the native ones get their arguments by position. */

import { type CreateProcedure, parse, parseExpression } from '@sprocket/tsql';
import type { Procedure } from '../catalog/model.ts';
import type { NativeProcedure, SystemProcedure, TextProcedure } from '../catalog/procedures/index.ts';
import { sqlError } from '../errors.ts';
import { matchArguments, passValue } from '../run/arguments.ts';
import type { Steps } from '../run/contracts.ts';
import type { Module, ModuleParameter, NativeArgument, NativeModule } from '../run/modules.ts';
import type { Value } from '../values/value.ts';
import { MASTER } from './databases.ts';
import { ddlContext } from './ddl-context.ts';
import { procedureModule } from './modules.ts';
import type { SessionCore } from './session-core.ts';

const texts = new WeakMap<TextProcedure, { readonly procedure: Procedure; readonly tree: CreateProcedure }>();
const modules = new WeakMap<SystemProcedure, Map<number, Module>>();

export function systemModule(core: SessionCore, known: SystemProcedure): Module {
  const byDatabase = modules.get(known) ?? new Map<number, Module>();
  modules.set(known, byDatabase);
  // Bound statements depend on the database, so each has its own.
  const key = known.kind === 'text' ? core.catalogs.currentId : 0;
  if (known.kind === 'native') return nativeModule(core, known);
  const found = byDatabase.get(key);
  if (found !== undefined) return found;
  const { procedure, tree } = textOf(known);
  const module: Module = { ...procedureModule(core, key, procedure, tree), databaseId: null, metric: null };
  byDatabase.set(key, module);
  return module;
}

const SETTINGS = { ansiNulls: true, quotedIdentifier: true };

function textOf(known: TextProcedure): { readonly procedure: Procedure; readonly tree: CreateProcedure } {
  const cached = texts.get(known);
  if (cached !== undefined) return cached;
  const [tree] = parse(known.definition).statements;
  if (tree?.kind !== 'createProcedure') throw new Error(`${known.name} is not a procedure`);
  const procedure: Procedure = {
    kind: 'procedure',
    id: 0,
    schema: 'sys',
    name: known.name,
    created: 0n,
    modified: 0n,
    definition: known.definition,
    settings: SETTINGS,
    annotations: {},
    executeAs: null,
    schemaBound: false,
    encrypted: false,
    parameters: [],
    file: null,
  };
  const result = { procedure, tree };
  texts.set(known, result);
  return result;
}

function nativeModule(core: SessionCore, known: NativeProcedure): NativeModule {
  return { kind: 'native', name: known.name, run: (args) => runNative(core, known, args) };
}

function* runNative(core: SessionCore, known: NativeProcedure, args: readonly NativeArgument[]): Steps<number> {
  const parameters = known.parameters.map(
    (parameter): ModuleParameter => ({
      name: parameter.name,
      type: parameter.type,
      table: null,
      output: parameter.output,
      cursor: false,
      default: parameter.default === null ? null : (parseExpression(parameter.default).expression ?? null),
    }),
  );
  const matched = matchArguments(known.name, parameters, args);
  const values = parameters.map((parameter, i): Value => {
    const argument = matched[i];
    return argument === undefined || argument.isDefault ? defaultOf(parameter) : passValue(known.name, argument, parameter, core.context);
  });
  const writes = known.writes === 'nothing' ? [] : [known.writes === 'server' ? MASTER : core.catalogs.currentId];
  yield* core.transactions.writes(writes);
  return yield* core.transactions.statement(writes, () => known.run(ddlContext(core, ''), values));
}

/** Defaults of native procedures are constants. */
function defaultOf(parameter: ModuleParameter): Value {
  const node = parameter.default;
  switch (node?.kind) {
    case 'string':
      return node.value;
    case 'integer':
      return Number(node.text);
    case 'null':
      return null;
    default:
      throw sqlError(201, '', parameter.name);
  }
}
