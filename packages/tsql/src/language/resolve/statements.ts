/** Statements: what each declares for those that follow, and the scopes of data changes. */
import type {
  Assignment,
  CreateFunction,
  CreateProcedure,
  CreateTrigger,
  Delete,
  ExecuteProcedure,
  Insert,
  Merge,
  Output,
  Parameter,
  Receive,
  TableElement,
  TableSource,
  Update,
} from '../../ast/index.ts';
import { print } from '../../printer/print.ts';
import { baseName, sameName } from '../catalog.ts';
import { procedureOf } from '../procedure.ts';
import { resolveColumnOf, resolveVariable } from './names.ts';
import { resolveWith } from './query.ts';
import { catalogTable, isCheckable, resolveSource, resolveSources } from './sources.ts';
import type { Resolver } from './state.ts';
import { declare, definedColumns, inner, localOf, NO_SCOPE, tableTypeColumns, warn } from './state.ts';
import type { Scope, Source } from './types.ts';

export function declareParameter(r: Resolver, { variable, type }: Parameter): void {
  const columns = tableTypeColumns(r, type);
  declare(r, { name: variable.name, kind: 'parameter', type: print(type), columns, span: variable.span });
}

export function resolveModule(r: Resolver, node: CreateProcedure | CreateFunction): void {
  for (const parameter of node.parameters) declareParameter(r, parameter);
  if (node.kind === 'createFunction' && node.returns.kind === 'returnsTable') {
    const { variable, elements } = node.returns;
    declare(r, { name: variable.name, kind: 'table-variable', type: 'TABLE', columns: definedColumns(elements), span: variable.span });
  }
  r.visit(node.body, NO_SCOPE);
}

/** A trigger sees the changed rows of its table as `inserted` and `deleted`. */
export function resolveTrigger(r: Resolver, node: CreateTrigger): void {
  const { target } = node;
  const columns = target.kind === 'name' ? catalogTable(r, target).columns : null;
  for (const name of ['inserted', 'deleted']) r.locals.set(name, { name, kind: 'temp-table', type: '', columns, span: target.span });
  r.visit(node.body, NO_SCOPE);
}

export function resolveInsert(r: Resolver, node: Insert, outer: Scope): void {
  const scope = resolveWith(r, node.with, outer);
  const target = resolveSource(r, node.target, scope);
  for (const column of node.columns ?? []) resolveColumnOf(r, column, target);
  if (node.top !== null) r.visit(node.top.count, scope);
  r.visit(node.source, scope);
  resolveOutputs(r, node.output, images(scope, target, []));
  if (target !== undefined) r.scopes.push({ span: node.span, sources: [target] });
}

/** The target may be an alias of the FROM clause. */
export function resolveChange(r: Resolver, node: Update | Delete, outer: Scope): void {
  const scope = resolveWith(r, node.with, outer);
  const from = resolveSources(r, node.from, scope);
  const target = aliased(r, node.target, from) ?? resolveSource(r, node.target, scope);
  const sources = from.length > 0 || target === undefined ? from : [target];
  const own = inner(scope, sources);
  if (node.top !== null) r.visit(node.top.count, own);
  if (node.kind === 'update') for (const assignment of node.set) resolveAssignment(r, assignment, target, own);
  if (node.where !== null && node.where.kind !== 'currentOf') r.visit(node.where, own);
  resolveOutputs(r, node.output, images(scope, target, sources));
  r.scopes.push({ span: node.span, sources });
}

function aliased(r: Resolver, target: TableSource, from: readonly Source[]): Source | undefined {
  if (target.kind !== 'table' || target.name.parts.length > 1) return undefined;
  const source = from.find(({ alias }) => sameName(alias, baseName(target.name)));
  if (source !== undefined && source.aliasSpan !== null) {
    r.references.push({ span: target.name.span, kind: 'alias', name: source.alias, target: source.aliasSpan, code: source.alias });
  }
  return source;
}

export function resolveMerge(r: Resolver, node: Merge, outer: Scope): void {
  const scope = resolveWith(r, node.with, outer);
  const target = resolveSource(r, node.target, scope);
  const source = resolveSource(r, node.source, scope);
  const sources = [target, source].filter((item) => item !== undefined);
  const own = inner(scope, sources);
  r.visit(node.on, own);
  for (const { condition, action } of node.whens) {
    if (condition !== null) r.visit(condition, own);
    if (action.kind === 'mergeUpdate') for (const assignment of action.set) resolveAssignment(r, assignment, target, own);
    if (action.kind !== 'mergeInsert') continue;
    for (const column of action.columns ?? []) resolveColumnOf(r, column, target);
    for (const value of action.values ?? []) r.visit(value, own);
  }
  resolveOutputs(r, node.output, images(scope, target, sources));
  r.scopes.push({ span: node.span, sources });
}

/** OUTPUT sees the rows before and after the change beside the sources. */
function images(scope: Scope, target: Source | undefined, sources: readonly Source[]): Scope {
  if (target === undefined) return inner(scope, sources);
  const image = (alias: string): Source => ({ ...target, alias, aliasSpan: null });
  return inner(scope, [image('inserted'), image('deleted'), ...sources]);
}

function resolveOutputs(r: Resolver, outputs: readonly Output[], scope: Scope): void {
  for (const { items, into, columns } of outputs) {
    for (const item of items) r.visit(item, scope);
    const target = into === null ? undefined : resolveSource(r, into, scope);
    for (const column of columns) resolveColumnOf(r, column, target);
  }
}

function resolveAssignment(r: Resolver, node: Assignment, target: Source | undefined, scope: Scope): void {
  if (node.kind === 'assignVariable' || node.kind === 'assignVariableAndColumn') resolveVariable(r, node.variable.name, node.variable.span);
  if (node.kind !== 'assignVariable') resolveColumnOf(r, node.column.parts[node.column.parts.length - 1]!, target);
  if (node.kind === 'assignMethod') for (const arg of node.args) r.visit(arg, scope);
  else r.visit(node.value, scope);
}

/** What every queue shows of a message. */
const MESSAGE: readonly (readonly [name: string, type: string])[] = [
  ['status', 'tinyint'],
  ['priority', 'tinyint'],
  ['queuing_order', 'bigint'],
  ['conversation_group_id', 'uniqueidentifier'],
  ['conversation_handle', 'uniqueidentifier'],
  ['message_sequence_number', 'bigint'],
  ['service_name', 'nvarchar(512)'],
  ['service_id', 'int'],
  ['service_contract_name', 'nvarchar(256)'],
  ['service_contract_id', 'int'],
  ['message_type_name', 'nvarchar(256)'],
  ['message_type_id', 'int'],
  ['validation', 'nchar(2)'],
  ['message_body', 'varbinary(max)'],
  ['message_enqueue_time', 'datetime'],
];

export function resolveReceive(r: Resolver, node: Receive, outer: Scope): void {
  const { queue } = node;
  const columns = MESSAGE.map(([name, type]) => ({ name, type, nullable: name === 'message_body' }));
  const schema = queue.parts.at(-2)?.value ?? '';
  const source: Source = { alias: '', aliasSpan: null, schema, object: baseName(queue), kind: 'table', columns, span: queue.span };
  const scope = inner(outer, [source]);
  if (node.top !== null) r.visit(node.top, outer);
  for (const item of node.items) r.visit(item, scope);
  if (node.into !== null) resolveVariable(r, node.into.name, node.into.span, 'table');
  if (node.column !== null) resolveColumnOf(r, node.column, source);
  if (node.value !== null) r.visit(node.value, outer);
  r.scopes.push({ span: node.span, sources: [source] });
}

export function resolveExecute(r: Resolver, node: ExecuteProcedure, scope: Scope): void {
  if (node.returnVariable !== null) r.visit(node.returnVariable, scope);
  for (const argument of node.args) r.visit(argument.value, scope);
  const { procedure } = node;
  if (procedure.kind === 'variable') return resolveVariable(r, procedure.name, procedure.span);
  const routine = r.catalog?.routine(procedure);
  if (routine === undefined) return unknownProcedure(r, node);
  const { schema, name, parameters } = routine;
  const kind = routine.kind === 'procedure' ? 'procedure' : 'function';
  r.references.push({ span: procedure.span, kind, name, schema, code: `${kind.toUpperCase()} ${schema}.${name}` });
  const own = procedureOf(r.document);
  if (own !== undefined && sameName(baseName(own.name), name)) return;
  checkArguments(r, node, `${schema}.${name}`, parameters);
}

function unknownProcedure(r: Resolver, { procedure }: ExecuteProcedure): void {
  if (procedure.kind === 'variable' || !isCheckable(r, procedure)) return;
  const base = baseName(procedure).toLowerCase();
  const own = procedureOf(r.document);
  if (base.startsWith('sp_') || base.startsWith('xp_') || (own !== undefined && sameName(baseName(own.name), base))) return;
  warn(r, 'unknown-procedure', procedure.span, `Could not find stored procedure '${procedure.parts.map((part) => part.value).join('.')}'.`);
}

type Parameters = readonly { readonly name: string; readonly type: string; readonly hasDefault: boolean; readonly readonly?: boolean }[];

function checkArguments(r: Resolver, node: ExecuteProcedure, name: string, parameters: Parameters): void {
  const given = new Set<string>();
  node.args.forEach((argument, index) => {
    const parameter = argument.name === null ? parameters[index] : parameters.find((item) => sameName(item.name, argument.name!.name));
    if (parameter !== undefined) given.add(parameter.name);
    if (parameter !== undefined && argument.name !== null) {
      r.references.push({
        span: argument.name.span,
        kind: 'parameter',
        name: parameter.name,
        code: `${parameter.name} ${parameter.type}`,
        note: `parameter of ${name}`,
      });
    }
    if (parameter === undefined && argument.name !== null)
      warn(r, 'unknown-parameter', argument.name.span, `${argument.name.name} is not a parameter for procedure ${name}.`);
    if (parameter === undefined && argument.name === null && index === parameters.length)
      warn(r, 'too-many-arguments', argument.span, `Procedure or function ${name} has too many arguments specified.`);
  });
  const missing = parameters.find((parameter) => !parameter.hasDefault && parameter.readonly !== true && !given.has(parameter.name));
  if (missing === undefined) return;
  const message = `Procedure or function '${name}' expects parameter '${missing.name}', which was not supplied.`;
  warn(r, 'missing-parameter', node.procedure.span, message);
}

/** A temporary table that gains a column. */
export function addTempColumns(r: Resolver, name: string, elements: readonly TableElement[]): void {
  const local = localOf(r, name);
  if (local === undefined || local.columns === null) return;
  r.locals.set(name.toLowerCase(), { ...local, columns: [...local.columns, ...definedColumns(elements)] });
}
