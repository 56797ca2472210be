/**
 * Finding and compiling what can be called. A procedure is looked up among those that only the session can do, the system's, the database's own (from
 * DDL or from files), and the `_global` files; a module is compiled once for each state of its definition and used until that changes.
 */

import type { CreateFunction, CreateProcedure, CreateTrigger, Parameter as ParameterNode } from '@sprocket/tsql';
import { bindModuleText } from '../bind/module.ts';
import { eventsBelow } from '../catalog/ddl-events.ts';
import { triggersOf } from '../catalog/find.ts';
import { nameKey, objectKey, type Procedure, type Table, type Trigger, type UserFunction } from '../catalog/model.ts';
import { systemProcedure } from '../catalog/procedures/index.ts';
import { SqlError, sqlError, unsupported } from '../errors.ts';
import type { TypeResolver } from '../program/emitter.ts';
import { flatten, type Predeclared, predeclare } from '../program/flatten.ts';
import { type Compiled, createCompiled, type OwnedBody } from '../run/compiled.ts';
import type { TriggerRequest } from '../run/contracts.ts';
import type { BatchModule, CodeModule, FunctionModule, Module, ModuleLibrary, ModuleParameter, NativeModule } from '../run/modules.ts';
import { resolveType } from '../run/prepare.ts';
import { requireEntry } from './authorize.ts';
import { findCallable, requireExecute, requireGlobal } from './callable.ts';
import { MASTER, TEMPDB } from './databases.ts';
import { fileModule } from './file-modules.ts';
import { nativeProcedure } from './natives.ts';
import type { SessionCore } from './session-core.ts';
import { systemModule } from './system-modules.ts';
import { asVariable } from './table-variables.ts';

/** Compiled modules by their definitions; a new definition is a new object. */
const procedures = new WeakMap<Procedure, CodeModule>();
const functions = new WeakMap<UserFunction, FunctionModule>();
const triggers = new WeakMap<Trigger, WeakMap<Table, CodeModule>>();

export class SessionModules implements ModuleLibrary {
  readonly #core: SessionCore;

  constructor(core: SessionCore) {
    this.#core = core;
  }

  procedure(parts: readonly string[], number = 1): Module | undefined {
    const [name = '', schema = '', database = '', server = ''] = [...parts].reverse();
    if (server !== '') this.#core.catalogs.requireLocal(server, 'RPC');
    if (number > 1) return this.#numbered(name, schema, database, number);
    return this.#system(name, schema, database) ?? this.#stored(name, schema, database) ?? this.#global(name, schema);
  }

  userFunction(databaseId: number, objectId: number): FunctionModule {
    const object = this.#core.catalogs.databaseById(databaseId)?.objectsById.get(objectId);
    if (object?.kind !== 'function') throw sqlError(208, String(objectId));
    return functions.get(object) ?? remember(functions, object, compileFunction(this.#core, databaseId, object));
  }

  triggers({ databaseId, target, timing, event, table }: TriggerRequest): readonly CodeModule[] {
    const catalog = this.#core.catalogs.databaseById(databaseId);
    if (catalog === undefined) return [];
    const firing = triggersOf(catalog, target).filter(
      (trigger) => !trigger.disabled && trigger.timing === timing && trigger.events.includes(event),
    );
    return firing.sort(byFiringOrder).map((trigger) => compiledTrigger(this.#core, databaseId, trigger, table));
  }

  ddlTriggers(event: string, databaseId: number | null): readonly CodeModule[] {
    const core = this.#core;
    const catalog = databaseId === null ? undefined : core.catalogs.databaseById(databaseId);
    const select = (all: readonly Trigger[], home: number): readonly CodeModule[] =>
      all
        .filter((trigger) => !trigger.disabled && isFor(trigger, event))
        .sort(byFiringOrder)
        .map((trigger) => compiledScopedTrigger(core, home, trigger));
    return [
      ...select(core.catalogs.server.triggers ?? [], MASTER),
      ...(catalog === undefined ? [] : select([...triggersOf(catalog, 0)], catalog.databaseId)),
    ];
  }

  batch(text: string, parameters = ''): BatchModule {
    const core = this.#core;
    const home = { database: core.catalogs.current, schema: core.catalogs.defaultSchema, settings: core.options };
    const types = typeResolver(core, text);
    const nodes = parameters.trim() === '' ? [] : parameterNodes(core, parameters);
    const compiled = core.instance.code.batch(text, home, parameters, () => predeclare(nodes, types), types);
    return { compiled, parameters: moduleParameters(nodes, compiled) };
  }

  /** `sp_…` without a schema, or in `sys`: the same from every database. It works on the one that qualifies it, else on the caller's. */
  #system(name: string, schema: string, database: string): Module | undefined {
    const key = nameKey(schema);
    if (key !== '' && key !== 'sys' && key !== 'dbo') return undefined;
    const native = nativeProcedure(this.#core, name);
    const known = key === 'sys' || /^[sx]p_/i.test(name) ? systemProcedure(name) : undefined;
    if (native === undefined && known === undefined) return undefined;
    const home = database === '' ? undefined : this.#core.catalogs.database(database);
    if (database !== '' && home === undefined) throw sqlError(911, database);
    if (home !== undefined) requireEntry(this.#core.catalogs, home.databaseId);
    if (native !== undefined) return home === undefined ? native : nativeIn(this.#core, native, home.databaseId);
    return known && systemModule(this.#core, known, home?.databaseId ?? null);
  }

  #stored(name: string, schema: string, database: string): Module | undefined {
    const { catalogs } = this.#core;
    const catalog = catalogs.database(database);
    if (name.startsWith('#')) return this.#temporary(name, 1);
    if (catalog === undefined) throw sqlError(911, database);
    const found = findCallable(this.#core, catalog, schema, name);
    if (found?.object.kind === 'procedure') {
      requireExecute(this.#core, found);
      return compiledProcedure(this.#core, found.database.databaseId, found.object);
    }
    if (found?.object.kind === 'function' && found.object.form === 'scalar') {
      requireExecute(this.#core, found);
      return this.userFunction(found.database.databaseId, found.object.id);
    }
    const file = fileModule(this.#core, catalog.name, schema === '' ? catalogs.defaultSchema : schema, name);
    if (file !== undefined) return { ...file, databaseId: catalog.databaseId };
    return this.#masterProcedure(name, schema);
  }

  /** `p;2`: one of the group of the procedure. */
  #numbered(name: string, schema: string, database: string, number: number): Module | undefined {
    if (name.startsWith('#')) return this.#temporary(name, number);
    const catalog = this.#core.catalogs.database(database);
    if (catalog === undefined) throw sqlError(911, database);
    const found = findCallable(this.#core, catalog, schema, name);
    const procedure =
      found?.object.kind === 'procedure' ? found.object.numbered?.find((other) => other.number === number)?.procedure : undefined;
    if (found === undefined || procedure === undefined) return undefined;
    requireExecute(this.#core, found);
    return compiledProcedure(this.#core, found.database.databaseId, procedure);
  }

  #global(name: string, schema: string): Module | undefined {
    const module = fileModule(this.#core, '_global', schema, name);
    if (module !== undefined) requireGlobal(this.#core, name, module.schema);
    return module;
  }

  /** `#p` and `##p`, whatever stands before the name. They work on the caller's database. */
  #temporary(name: string, number: number): Module | undefined {
    const { catalogs, temporaries } = this.#core;
    const object = name.startsWith('##')
      ? catalogs.databaseById(TEMPDB)?.objects.get(objectKey('dbo', name))
      : temporaries.findProcedure(name);
    if (object?.kind !== 'procedure') return undefined;
    const procedure = number > 1 ? object.numbered?.find((other) => other.number === number)?.procedure : object;
    if (procedure === undefined) return undefined;
    return { ...compiledProcedure(this.#core, catalogs.currentId, procedure), name: object.name, databaseId: null, metric: null };
  }

  /** A procedure of master whose name begins with sp_ can be called from everywhere and works on the caller's database. */
  #masterProcedure(name: string, schema: string): Module | undefined {
    const master = this.#core.catalogs.databaseById(MASTER);
    if (master === undefined || !nameKey(name).startsWith('sp_')) return undefined;
    const object = master.objects.get(objectKey(schema === '' ? 'dbo' : schema, name));
    if (object?.kind !== 'procedure') return undefined;
    requireExecute(this.#core, { database: master, object });
    return { ...compiledProcedure(this.#core, MASTER, object), databaseId: null };
  }
}

function remember<Key extends WeakKey, Value>(map: WeakMap<Key, Value>, key: Key, value: Value): Value {
  map.set(key, value);
  return value;
}

/** What types mean in the database in use, for a text whose spans `define` may need. */
export function typeResolver(core: SessionCore, text: string): TypeResolver {
  const scope = {
    variables: new Map(),
    catalog: core.catalogs,
    settings: {
      quotedIdentifier: core.options.quotedIdentifier,
      ansiNulls: core.options.ansiNulls,
      defaultSchema: core.catalogs.defaultSchema,
    },
    trigger: null,
  };
  return {
    scalar: (reference, site) => resolveType(reference, scope, { kind: 'declaration', ...site }),
    table: (variable, elements) => core.tableVariables.define(variable, elements, text),
    instance: (variable, table) => asVariable(table, variable),
  };
}

/** `EXEC other.sys.sp_executesql`: the procedure works on the database that qualifies it. After a USE inside the client is told of the caller's again. */
function nativeIn(core: SessionCore, native: NativeModule, databaseId: number): NativeModule {
  return {
    ...native,
    *run(args) {
      const { catalogs, output } = core;
      const { uses } = catalogs;
      const before = catalogs.switchTo(databaseId);
      const old = catalogs.current.name;
      try {
        return yield* native.run(args);
      } finally {
        catalogs.switchTo(before);
        if (catalogs.uses !== uses) output.environment({ kind: 'database', value: catalogs.current.name, old });
      }
    },
  };
}

/** Compiles with the names of a database. */
export function inDatabase<Result>(core: SessionCore, databaseId: number, compile: () => Result): Result {
  const before = core.catalogs.switchTo(databaseId);
  try {
    return compile();
  } finally {
    core.catalogs.switchTo(before);
  }
}

export function moduleParameters(nodes: readonly ParameterNode[], compiled: Compiled): readonly ModuleParameter[] {
  return nodes.map((node, slot) => {
    const declaration = compiled.program.declarations[slot];
    if (declaration === undefined) throw new Error(`parameter ${slot} was not declared`);
    const { name, type, table } = declaration;
    return { name, type, table, output: node.output, cursor: node.varying, default: node.default };
  });
}

export function compiledProcedure(core: SessionCore, databaseId: number, procedure: Procedure): CodeModule {
  return procedures.get(procedure) ?? remember(procedures, procedure, compileProcedure(core, databaseId, procedure));
}

function compileProcedure(core: SessionCore, databaseId: number, procedure: Procedure): CodeModule {
  const tree = bindModuleText(procedure) as CreateProcedure;
  return procedureModule(core, databaseId, procedure, tree);
}

/** A procedure's tree as a module: of DDL, of a file, of the system. */
export function procedureModule(core: SessionCore, databaseId: number, procedure: Procedure, tree: CreateProcedure): CodeModule {
  const { body, parameters } = tree;
  if (body.kind !== 'statementBody') throw unsupported('CREATE PROCEDURE … EXTERNAL NAME');
  const compiled = inDatabase(core, databaseId, () => {
    const types = typeResolver(core, procedure.definition);
    const program = flatten(body.statements, types, predeclare(parameters, types));
    return createCompiled(program, procedure.definition, procedure.settings, {
      schema: procedure.schema,
      trigger: null,
      owned: ownedBody(databaseId, procedure),
    });
  });
  const name = `${procedure.schema}.${procedure.name}`;
  return {
    kind: 'code',
    name,
    databaseId,
    objectId: procedure.id,
    schema: procedure.schema,
    parameters: moduleParameters(parameters, compiled),
    compiled,
    settings: procedure.settings,
    ...rightsOf(procedure),
    metric: { database: core.catalogs.databaseById(databaseId)?.name ?? '', name },
    timeout: timeoutOf(procedure.annotations),
  };
}

type StoredModule = Procedure | UserFunction | Trigger;

/** A temporary procedure owns nothing: whatever it uses is asked of its caller. */
function ownedBody(databaseId: number, { name, schema, owner }: StoredModule): OwnedBody | null {
  if (name.startsWith('#')) return null;
  return owner === undefined ? { databaseId, schema } : { databaseId, schema, owner };
}

function rightsOf({ name, owner, executeAs }: StoredModule): Pick<CodeModule, 'executeAs' | 'owner'> {
  const runsAs = { executeAs: name.startsWith('#') ? null : executeAs };
  return owner === undefined ? runsAs : { ...runsAs, owner };
}

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 };

/** `@sprocket:timeout=5s`: a number with a unit; a bare number is milliseconds. Null without one that can be read. */
function timeoutOf({ timeout }: Readonly<Record<string, string>>): number | null {
  const match = /^(\d+(?:\.\d+)?)\s*(ms|s|m|h)?$/.exec(timeout?.trim() ?? '');
  return match === null ? null : Number(match[1]) * (UNITS[match[2] ?? 'ms'] ?? 1);
}

export function compileFunction(core: SessionCore, databaseId: number, fn: UserFunction): FunctionModule {
  const tree = bindModuleText(fn) as CreateFunction;
  const { body, returns, parameters } = tree;
  if (body.kind !== 'statementBody') throw unsupported('CREATE FUNCTION … EXTERNAL NAME');
  return inDatabase(core, databaseId, () => {
    const types = typeResolver(core, fn.definition);
    const result: Predeclared | null =
      returns.kind === 'returnsTable'
        ? { name: returns.variable.name, type: TABLE_TYPE, table: types.table(returns.variable.name, returns.elements) }
        : null;
    const declared = [...predeclare(parameters, types), ...(result === null ? [] : [result])];
    const program = flatten(body.statements, types, declared);
    const compiled = createCompiled(program, fn.definition, fn.settings, {
      schema: fn.schema,
      trigger: null,
      owned: ownedBody(databaseId, fn),
    });
    return {
      kind: 'code',
      name: `${fn.schema}.${fn.name}`,
      databaseId,
      objectId: fn.id,
      schema: fn.schema,
      parameters: moduleParameters(parameters, compiled),
      compiled,
      settings: fn.settings,
      ...rightsOf(fn),
      metric: null,
      timeout: null,
      resultTable: result?.table ?? null,
      returns: fn.returns,
      nullOnNullInput: fn.nullOnNullInput,
    };
  });
}

const TABLE_TYPE = { name: 'table', length: 0, precision: 0, scale: 0 } as const;

const ORDER = { first: 0, last: 2 } as const;

/** First and last are pinned; the others fire as they were created. */
function byFiringOrder(a: Trigger, b: Trigger): number {
  return rank(a) - rank(b) || a.id - b.id;
}

const rank = (trigger: Trigger): number => (trigger.order === null ? 1 : ORDER[trigger.order]);

const isFor = ({ events }: Trigger, event: string): boolean =>
  events.some((name) => name === event || eventsBelow(name).some((below) => below.name === event));

const scopedTriggers = new WeakMap<Trigger, CodeModule>();

function compiledScopedTrigger(core: SessionCore, databaseId: number, trigger: Trigger): CodeModule {
  return scopedTriggers.get(trigger) ?? remember(scopedTriggers, trigger, compileTrigger(core, databaseId, trigger, null));
}

function compiledTrigger(core: SessionCore, databaseId: number, trigger: Trigger, table: Table): CodeModule {
  const byTable = triggers.get(trigger) ?? remember(triggers, trigger, new WeakMap<Table, CodeModule>());
  return byTable.get(table) ?? remember(byTable, table, compileTrigger(core, databaseId, trigger, table));
}

/** `table` is null for a trigger on the database or the server. */
export function compileTrigger(core: SessionCore, databaseId: number, trigger: Trigger, table: Table | null): CodeModule {
  const { body } = bindModuleText(trigger) as CreateTrigger;
  if (body.kind !== 'statementBody') throw unsupported('CREATE TRIGGER … EXTERNAL NAME');
  const images = table === null ? null : { table, ...core.tableVariables.triggerTables(table) };
  const compiled = inDatabase(core, databaseId, () =>
    createCompiled(flatten(body.statements, typeResolver(core, trigger.definition)), trigger.definition, trigger.settings, {
      schema: trigger.schema,
      trigger: images === null ? null : { ...images, insteadOf: trigger.timing === 'instead of' },
      owned: ownedBody(databaseId, trigger),
    }),
  );
  const name = `${trigger.schema}.${trigger.name}`;
  return {
    kind: 'code',
    name,
    databaseId,
    objectId: trigger.id,
    schema: trigger.schema,
    parameters: [],
    compiled,
    settings: trigger.settings,
    ...rightsOf(trigger),
    runsAsLogin: core.catalogs.server.triggers?.includes(trigger) === true,
    metric: null,
    timeout: null,
  };
}

const parameterTexts = new Map<string, readonly ParameterNode[]>();

/** `@a int, @b nvarchar(10) OUTPUT` as sp_executesql takes it. */
export function parameterNodes(core: SessionCore, text: string): readonly ParameterNode[] {
  const known = parameterTexts.get(text);
  if (known !== undefined) return known;
  const [statement] = core.instance.code.parse(`CREATE PROCEDURE p ${text} AS RETURN`, core.options);
  if (statement?.kind !== 'createProcedure') throw new SqlError(102, 15, 1, 'Incorrect syntax near the parameter list.', 'batch');
  if (parameterTexts.size >= PARAMETER_TEXTS) parameterTexts.clear();
  parameterTexts.set(text, statement.parameters);
  return statement.parameters;
}

const PARAMETER_TEXTS = 1_000;
