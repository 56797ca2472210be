/**
 * CREATE, ALTER and CREATE OR ALTER of procedures, functions, views and triggers. A module keeps the text of the batch that made it, so that line
 * numbers count from where its author counts; ALTER is kept as CREATE. What ALTER makes keeps its id, and with it its permissions and properties.
 */

import type {
  CreateFunction,
  CreateProcedure,
  CreateTrigger,
  CreateView,
  Identifier,
  ModuleOption,
  ObjectName,
  Parameter as ParameterSyntax,
  Select,
} from '@sprocket/tsql';
import { sqlError, sqlErrorState, unsupported } from '../../errors.ts';
import { expressionText } from '../definition.ts';
import { putObject, setNextObjectId } from '../edit.ts';
import { nameParts, nameText, sameName } from '../find.ts';
import { nextId } from '../ids.ts';
import {
  type DatabaseCatalog,
  type NumberedProcedure,
  objectKey,
  type Parameter,
  type Procedure,
  type SchemaObject,
  type UserFunction,
  type View,
} from '../model.ts';
import { commitCatalog, creationTarget, NAME_TAKEN, requireFreeName, type Target } from './apply.ts';
import { requireUnbound } from './bound.ts';
import { buildTable } from './build/table.ts';
import type { DdlContext, ResultShape } from './context.ts';
import { dropViewStorage } from './index/views.ts';
import { moduleText } from './module-text.ts';
import { requireBindable } from './schema-binding.ts';
import { annotationsOf, usesTemporaryTable } from './syntax.ts';

type ModuleStatement = CreateProcedure | CreateFunction | CreateView;

export function createProcedure(statement: CreateProcedure, context: DdlContext): void {
  if (statement.forReplication) throw unsupported('CREATE PROCEDURE … FOR REPLICATION');
  const isNumbered = statement.number !== null && statement.number > 1;
  if (isLocalTemporary(statement.name)) return createTemporaryProcedure(statement, isNumbered ? (statement.number ?? 1) : 1, context);
  if (isNumbered) return createNumbered(statement, statement.number ?? 1, context);
  const { catalog, base } = moduleBase(statement, context, 'procedure');
  const parameters = moduleParameters(statement.parameters, catalog, context);
  const numbered = numberedOf(catalog.objectsById.get(base.id));
  const procedure: Procedure = { ...base, kind: 'procedure', parameters, file: null };
  saveModule(context, catalog, numbered.length === 0 ? procedure : { ...procedure, numbered });
}

const numberedOf = (object: SchemaObject | undefined): readonly NumberedProcedure[] =>
  object?.kind === 'procedure' ? (object.numbered ?? []) : [];

/** `p;2`: it has the name, the id and the owner of the first of its group. Raises 2730 without that, and 2714. */
function createNumbered(statement: CreateProcedure, number: number, context: DdlContext): void {
  const target = moduleTarget(statement, context, 'procedure');
  const first = target.catalog.objects.get(objectKey(target.schema, target.name));
  const name = nameText(statement.name);
  if (first?.kind !== 'procedure') throw sqlError(2730, name, number, name);
  const known = numberedOf(first);
  const isKnown = known.some((other) => other.number === number);
  if (isKnown && statement.mode === 'create') throw sqlErrorState(2714, NAME_TAKEN.module, first.name);
  if (!isKnown && statement.mode === 'alter') throw sqlErrorState(208, 6, `${name};${number}`);
  const { catalog, schema } = target;
  const base = newBase(statement, context, { schema, name: first.name, existing: first, freeId: first.id });
  const procedure: Procedure = {
    ...base,
    kind: 'procedure',
    parameters: moduleParameters(statement.parameters, catalog, context),
    file: null,
  };
  context.binder.checkModule(catalog, procedure);
  const others = known.filter((other) => other.number !== number);
  const numbered = [...others, { number, procedure }].sort((a, b) => a.number - b.number);
  commitCatalog(context, catalog, putObject(catalog, { ...first, numbered }));
}

const isLocalTemporary = (name: ObjectName): boolean => /^#(?!#)/.test(nameParts(name).name);

/** `#p` and `#p;2`: known to the session alone, so nothing is stored. Types are those of the database in use. */
function createTemporaryProcedure(statement: CreateProcedure, number: number, context: DdlContext): void {
  const { name } = nameParts(statement.name);
  const first = context.temporary.findProcedure(name);
  if (number > 1 && first === undefined) throw sqlError(2730, name, number, name);
  const existing = number > 1 ? numberedOf(first).find((other) => other.number === number)?.procedure : first;
  if (existing === undefined && statement.mode === 'alter') throw sqlErrorState(208, 6, name);
  if (existing !== undefined && statement.mode === 'create') throw sqlErrorState(2714, NAME_TAKEN.module, name);
  const catalog = context.catalogs.current();
  const freeId = first?.id ?? context.temporary.nextId();
  const base = newBase(statement, context, { schema: 'dbo', name: first?.name ?? name, existing, freeId });
  const parameters = moduleParameters(statement.parameters, catalog, context);
  const procedure: Procedure = { ...base, kind: 'procedure', parameters, file: null };
  context.binder.checkModule(catalog, procedure);
  if (first === undefined) return context.temporary.putProcedure(procedure);
  const others = numberedOf(first).filter((other) => other.number !== number);
  const numbered = number > 1 ? [...others, { number, procedure }] : others;
  const group = number > 1 ? first : procedure;
  context.temporary.putProcedure(numbered.length === 0 ? group : { ...group, numbered });
}

export function createView(statement: CreateView, context: DdlContext): void {
  const { catalog, base } = moduleBase(statement, context, 'view');
  if (usesTemporaryTable(statement.select)) throw sqlError(4508);
  if (statement.select.query.body.kind === 'querySpecification' && statement.select.query.body.into !== null) throw sqlError(156, 'INTO');
  const columns = resultColumns(base.name, statement.columns, context.binder.columnsOf(catalog, statement.select, []), 4511);
  const view: View = { ...base, kind: 'view', columns, checkOption: statement.withCheckOption };
  requireBindable(catalog, view, nameText(statement.name));
  const existing = catalog.objectsById.get(view.id);
  if (existing?.kind === 'view') dropViewStorage(context, catalog, existing);
  saveModule(context, catalog, view);
}

export function createFunction(statement: CreateFunction, context: DdlContext): void {
  const { catalog, base } = moduleBase(statement, context, 'function');
  const parameters = moduleParameters(statement.parameters, catalog, context);
  if (usesTemporaryTable(statement.body)) throw sqlError(2772);
  const nullOnNullInput = statement.options.some(({ name }) => name === 'RETURNS NULL ON NULL INPUT');
  const shape = functionShape(statement, catalog, context, parameters);
  const fn: UserFunction = { ...base, ...shape, kind: 'function', parameters, nullOnNullInput };
  requireBindable(catalog, fn, nameText(statement.name));
  saveModule(context, catalog, fn);
}

type FunctionShape = Pick<UserFunction, 'form' | 'returns' | 'columns'>;

function functionShape(
  statement: CreateFunction,
  catalog: DatabaseCatalog,
  context: DdlContext,
  parameters: readonly Parameter[],
): FunctionShape {
  const { returns, body } = statement;
  switch (returns.kind) {
    case 'returnsScalar':
      return { form: 'scalar', returns: context.binder.resolveType(catalog, returns.type).type, columns: [] };
    case 'returnsQuery': {
      if (body.kind !== 'select') throw unsupported('CREATE FUNCTION … EXTERNAL NAME');
      return { form: 'inline', returns: null, columns: inlineColumns(statement, body, catalog, context, parameters) };
    }
    case 'returnsTable': {
      const table = buildTable(
        { context, catalog, kind: 'variable', takeId: () => catalog.nextObjectId },
        { id: 0, schema: '', name: returns.variable.name, elements: returns.elements, storageName: returns.variable.name },
      );
      return { form: 'table', returns: null, columns: table.columns.map(({ name, type, nullable }) => ({ name, type, nullable })) };
    }
  }
}

function inlineColumns(
  statement: CreateFunction,
  select: Select,
  catalog: DatabaseCatalog,
  context: DdlContext,
  parameters: readonly Parameter[],
) {
  const unread = parameters.find(({ type, readOnly }) => type.name === 'table' && !readOnly);
  if (unread !== undefined) throw sqlError(352, unread.name);
  return resultColumns(statement.name.parts.at(-1)?.value ?? '', [], context.binder.columnsOf(catalog, select, parameters), 4514);
}

/** Every column of a view or inline function has a name of its own. */
function resultColumns(
  name: string,
  names: readonly Identifier[],
  columns: readonly ResultShape[],
  nameless: 4511 | 4514,
): readonly ResultShape[] {
  if (names.length > 0 && columns.length > names.length) throw sqlError(8158, name);
  if (names.length > columns.length) throw sqlError(8159, name);
  const named = columns.map((column, i) => ({ ...column, name: names[i]?.value ?? column.name }));
  const at = named.findIndex((column) => column.name === '');
  if (at >= 0) throw sqlError(nameless, at + 1);
  const doubled = named.find((column, i) => named.findIndex((other) => sameName(other.name, column.name)) !== i);
  if (doubled !== undefined) throw sqlError(4506, doubled.name, name);
  return named;
}

/** What all modules have. */
export type ModuleBase = Omit<Procedure, 'kind' | 'parameters' | 'file'>;

interface Prepared {
  readonly catalog: DatabaseCatalog;
  readonly base: ModuleBase;
}

const KEYWORDS = { procedure: 'PROCEDURE', view: 'VIEW', function: 'FUNCTION' } as const;

function moduleBase(statement: ModuleStatement, context: DdlContext, kind: keyof typeof KEYWORDS): Prepared {
  if (statement.name.parts.length > 2) throw sqlError(166, `CREATE/ALTER ${KEYWORDS[kind]}`);
  const { catalog, schema, name } = moduleTarget(statement, context, kind);
  const existing = existingModule(statement, catalog, schema, name, kind);
  return { catalog, base: newBase(statement, context, { schema, name: existing?.name ?? name, existing, freeId: catalog.nextObjectId }) };
}

/** Where the module is made: `##p` in tempdb. A temporary view or function is refused. */
function moduleTarget(statement: ModuleStatement, context: DdlContext, kind: keyof typeof KEYWORDS): Target {
  const { name } = nameParts(statement.name);
  if (!name.startsWith('#')) return creationTarget(context, statement.name);
  if (kind !== 'procedure') throw kind === 'view' ? sqlError(4103, name) : sqlError(1074);
  const catalog = context.catalogs.database('tempdb') ?? context.catalogs.current();
  return { catalog, schema: 'dbo', qualified: true, name };
}

/** The module that the statement replaces. Raises 2714, 208 and 2010. */
function existingModule(
  statement: ModuleStatement,
  catalog: DatabaseCatalog,
  schema: string,
  name: string,
  kind: string,
): SchemaObject | undefined {
  const found = catalog.objects.get(objectKey(schema, name));
  if (statement.mode === 'create' || (statement.mode === 'createOrAlter' && found === undefined)) {
    requireFreeName(catalog, schema, name, NAME_TAKEN.module);
    return undefined;
  }
  if (found === undefined) throw sqlErrorState(208, 6, nameText(statement.name));
  if (found.kind !== kind || changesForm(statement, found)) throw sqlError(2010, nameText(statement.name));
  requireUnbound(catalog, found, 'ALTER', nameText(statement.name));
  return found;
}

/** A function stays scalar, inline or multi-statement for its life. */
function changesForm(statement: ModuleStatement, found: SchemaObject): boolean {
  return statement.kind === 'createFunction' && found.kind === 'function' && found.form !== FORMS[statement.returns.kind];
}

const FORMS = { returnsScalar: 'scalar', returnsQuery: 'inline', returnsTable: 'table' } as const;

interface BaseRequest {
  readonly schema: string;
  readonly name: string;
  readonly existing: SchemaObject | undefined;
  readonly freeId: number;
}

export function newBase(
  statement: ModuleStatement | CreateTrigger,
  context: DdlContext,
  { schema, name, existing, freeId }: BaseRequest,
): ModuleBase {
  if (statement.options.some((option) => option.name === 'NATIVE_COMPILATION')) throw unsupported('WITH NATIVE_COMPILATION');
  return {
    id: existing?.id ?? freeId,
    schema,
    name,
    created: existing?.created ?? context.now,
    modified: context.now,
    definition: moduleText(context.text, statement),
    settings: { ansiNulls: context.settings.ansiNulls, quotedIdentifier: context.settings.quotedIdentifier },
    annotations: annotationsOf(context.text, statement),
    executeAs: executionContext(statement.options, context.user),
    schemaBound: statement.options.some((option) => option.name === 'SCHEMABINDING'),
    encrypted: statement.options.some((option) => option.name === 'ENCRYPTION'),
  };
}

/** CALLER, OWNER or a user's name; SELF is who creates it. */
export function executionContext(options: readonly ModuleOption[], user: string): string | null {
  const principal = options.find((option) => option.name === 'EXECUTE AS')?.principal;
  if (principal === undefined || principal === null) return null;
  switch (principal.type) {
    case 'caller':
    case 'owner':
      return principal.type.toUpperCase();
    case 'self':
      return user;
    case 'user':
    case 'login':
      return principal.name?.kind === 'string' ? principal.name.value : user;
  }
}

/** Stores a new module or a new state of one. */
function saveModule(context: DdlContext, catalog: DatabaseCatalog, module: View | Procedure | UserFunction): void {
  const isNew = !catalog.objectsById.has(module.id);
  const after = putObject(isNew ? setNextObjectId(catalog, nextId(module.id)) : catalog, module);
  context.binder.checkModule(after, module);
  commitCatalog(context, catalog, after);
}

function moduleParameters(parameters: readonly ParameterSyntax[], catalog: DatabaseCatalog, context: DdlContext): readonly Parameter[] {
  const doubled = parameters.find((p, i) => parameters.findIndex((other) => sameName(other.variable.name, p.variable.name)) !== i);
  if (doubled !== undefined) throw sqlError(134, doubled.variable.name);
  return parameters.map((parameter, i) => ({
    name: parameter.variable.name,
    type: context.binder.resolveType(catalog, parameter.type, { kind: 'declaration', name: parameter.variable.name, ordinal: i + 1 }).type,
    output: parameter.output,
    readOnly: parameter.readOnly,
    default: parameter.default === null ? null : expressionText(parameter.default, context),
  }));
}
