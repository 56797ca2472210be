/** The catalog's system procedures as modules: those written in T-SQL run in the caller's database, the native ones get their arguments by position. */

import { type CreateProcedure, parse, parseExpression } from '@sprocket/tsql';
import type { Procedure } from '../catalog/model.ts';
import type { NativeProcedure, SystemProcedure, TextProcedure } from '../catalog/procedures/index.ts';
import { permitNative } from '../catalog/procedures/native/permit.ts';
import { SqlError, sqlError } from '../errors.ts';
import { matchArguments, passValue } from '../run/arguments.ts';
import type { Steps } from '../run/contracts.ts';
import type { CodeModule, Module, ModuleParameter, NativeArgument, NativeModule } from '../run/modules.ts';
import { settlePlace } from '../run/recover.ts';
import type { Value } from '../values/value.ts';
import { MASTER } from './databases.ts';
import { procedureAnnouncement } from './ddl-announcement.ts';
import { ddlContext } from './ddl-context.ts';
import { procedureModule } from './modules.ts';
import type { SessionCore } from './session-core.ts';

const texts = new WeakMap<TextProcedure, { readonly procedure: Procedure; readonly tree: CreateProcedure }>();
const modules = new WeakMap<TextProcedure, Map<number, CodeModule>>();

/** `databaseId` is the database that the procedure works on; null for the caller's. */
export function systemModule(core: SessionCore, known: SystemProcedure, databaseId: number | null): Module {
  if (known.kind === 'native') return nativeModule(core, known, databaseId);
  const byDatabase = modules.get(known) ?? new Map<number, CodeModule>();
  modules.set(known, byDatabase);
  // Bound statements depend on the database, so each has its own.
  const key = databaseId ?? core.catalogs.currentId;
  const found = byDatabase.get(key);
  if (found !== undefined) return { ...found, databaseId };
  const { procedure, tree } = textOf(known);
  const module: CodeModule = { ...procedureModule(core, key, procedure, tree), databaseId: null, metric: null };
  byDatabase.set(key, module);
  return { ...module, databaseId };
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

function nativeModule(core: SessionCore, known: NativeProcedure, databaseId: number | null): NativeModule {
  return {
    kind: 'native',
    name: known.name,
    *run(args) {
      const before = core.catalogs.switchTo(databaseId ?? core.catalogs.currentId);
      try {
        return yield* runNative(core, known, args);
      } catch (error) {
        throw error instanceof SqlError && error.procedure === null ? settlePlace(error, 1, known.name) : error;
      } finally {
        core.catalogs.switchTo(before);
      }
    },
  };
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
  const writes = writtenDatabases(known, core.catalogs.currentId);
  permitNative(known, ddlContext(core, ''), values);
  yield* core.transactions.writes(writes);
  const announce = procedureAnnouncement(core, known.name, values);
  return yield* core.transactions.statement(writes, function* () {
    const status = yield* known.run(ddlContext(core, ''), values);
    yield* announce();
    return status;
  });
}

function writtenDatabases({ writes }: NativeProcedure, current: number): readonly number[] {
  switch (writes) {
    case 'nothing':
      return [];
    case 'server':
      return [MASTER];
    case 'database':
      return [current];
    case 'both':
      return [...new Set([MASTER, current])];
  }
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
