/**
 * What an object's definition refers to, read off its syntax tree: tables, views, functions, procedures and sequences by name, whether they exist or not.
 * Definitions are parsed once; the result is kept with the object, which never changes.
 */

import { type Expression, type ObjectName, parse, parseExpression } from '@sprocket/tsql';
import { findObject, nameParts } from './find.ts';
import { type DatabaseCatalog, nameKey, type SchemaObject } from './model.ts';

export interface Dependency {
  readonly database: string | null;
  readonly schema: string | null;
  readonly name: string;
  /** The object's id when it exists in this database. */
  readonly id: number | null;
  readonly schemaBound: boolean;
  /** The name has no schema, so that it depends on the caller. */
  readonly callerDependent: boolean;
}

/** The references of one object, each once. */
export function dependenciesOf(catalog: DatabaseCatalog, object: SchemaObject): readonly Dependency[] {
  const schemaBound = 'schemaBound' in object && object.schemaBound;
  return referencesOf(object).map((name): Dependency => {
    const { database, schema, name: referenced } = nameParts(name);
    const own = database === undefined || nameKey(database) === nameKey(catalog.name);
    const found = own ? findObject(catalog, schema, object.schema, referenced) : undefined;
    const callerDependent = schema === undefined && found === undefined;
    return { database: database ?? null, schema: schema ?? null, name: referenced, id: found?.id ?? null, schemaBound, callerDependent };
  });
}

const cache = new WeakMap<SchemaObject, readonly ObjectName[]>();

/** The names of objects in an object's definition, as written. */
export function referencesOf(object: SchemaObject): readonly ObjectName[] {
  const known = cache.get(object);
  if (known !== undefined) return known;
  const names = distinct(referencesIn(definitionTrees(object)));
  cache.set(object, names);
  return names;
}

function definitionTrees(object: SchemaObject): unknown {
  switch (object.kind) {
    case 'table':
      return tableExpressions(object);
    case 'view':
    case 'procedure':
    case 'function':
    case 'trigger':
      return parse(object.definition, { quotedIdentifier: object.settings.quotedIdentifier }).statements;
    default:
      return null;
  }
}

/** Defaults, checks and computed columns may call functions. */
function tableExpressions(table: Extract<SchemaObject, { kind: 'table' }>): readonly (Expression | null)[] {
  const columnTexts = table.columns.flatMap((column) => [column.default?.text, column.computed?.text]);
  const texts = [...columnTexts, ...table.checks.map((check) => check.text)];
  return texts.flatMap((text) => (text === undefined ? [] : [parseExpression(text).expression]));
}

/** Nodes whose name is the name of an object. */
const REFERRING: ReadonlySet<string> = new Set(['table', 'nextValue']);

function referencesIn(tree: unknown): readonly ObjectName[] {
  const names: ObjectName[] = [];
  const locals = new Set<string>();
  walk(tree, (node) => {
    if (node.kind === 'commonTable' && isIdentifier(node.name)) locals.add(nameKey(node.name.value));
    const name = referredName(node);
    if (name !== null) names.push(name);
  });
  return names.filter((name) => !isLocal(name, locals));
}

interface AnyNode {
  readonly kind: string;
  readonly name?: unknown;
  readonly sequence?: unknown;
  readonly procedure?: unknown;
}

function referredName(node: AnyNode): ObjectName | null {
  if (REFERRING.has(node.kind)) return asName(node.kind === 'nextValue' ? node.sequence : node.name);
  // A call with a schema is one of a user's function; one without is built in.
  if (node.kind === 'call' || node.kind === 'tableFunction') return qualifiedName(asName(node.name));
  if (node.kind === 'executeProcedure') return asName(node.procedure);
  return null;
}

const qualifiedName = (name: ObjectName | null): ObjectName | null => (name !== null && name.parts.length > 1 ? name : null);

function asName(value: unknown): ObjectName | null {
  return isNode(value) && value.kind === 'name' ? (value as unknown as ObjectName) : null;
}

function isIdentifier(value: unknown): value is { readonly value: string } {
  return isNode(value) && value.kind === 'identifier';
}

/** Temporary tables, common tables and the tables of a trigger are not objects. */
function isLocal(name: ObjectName, commonTables: ReadonlySet<string>): boolean {
  const { schema, name: last } = nameParts(name);
  if (last.startsWith('#')) return true;
  return schema === undefined && (commonTables.has(nameKey(last)) || TRIGGER_TABLES.has(nameKey(last)));
}

const TRIGGER_TABLES: ReadonlySet<string> = new Set(['inserted', 'deleted']);

function distinct(names: readonly ObjectName[]): readonly ObjectName[] {
  const byText = new Map(names.map((name) => [name.parts.map((part) => nameKey(part.value)).join('.'), name]));
  return [...byText.values()];
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && 'kind' in value && typeof value.kind === 'string';
}

function walk(node: unknown, visit: (node: AnyNode) => void): void {
  if (typeof node !== 'object' || node === null) return;
  if (isNode(node)) visit(node);
  for (const child of Object.values(node)) walk(child, visit);
}
