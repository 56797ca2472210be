/**
 * VIEW_COLUMN_USAGE: the columns that the definition of a view names, read off its syntax tree. A qualifier is an alias or a table's name; a name
 * without one belongs to whichever source has such a column, which is one only since the view was bound.
 */

import { type ObjectName, parse, SYSNAME } from '@sprocket/tsql';
import { findObject, nameParts } from '../../find.ts';
import { type DatabaseCatalog, nameKey, type SchemaObject, type Table, type View } from '../../model.ts';
import { type ColumnRows, nullable, type SystemContext } from '../define.ts';
import { views } from './tables.ts';
import { naming } from './typed.ts';

interface Usage {
  readonly view: View;
  readonly used: Table | View;
  readonly column: string;
}

/** A table or view of FROM under the names by which columns may be qualified. */
interface Source {
  readonly used: Table | View;
  readonly names: readonly string[];
}

export function* viewColumns(context: SystemContext): Iterable<Usage> {
  for (const view of views(context)) yield* usagesOf(view, context.catalog);
}

const cache = new WeakMap<View, { readonly catalog: DatabaseCatalog; readonly usages: readonly Usage[] }>();

function usagesOf(view: View, catalog: DatabaseCatalog): readonly Usage[] {
  const known = cache.get(view);
  if (known?.catalog === catalog) return known.usages;
  const usages = readUsages(view, catalog);
  cache.set(view, { catalog, usages });
  return usages;
}

function readUsages(view: View, catalog: DatabaseCatalog): readonly Usage[] {
  const sources: Source[] = [];
  const named: ObjectName[] = [];
  const stars: (ObjectName | null)[] = [];
  walk(parse(view.definition, { quotedIdentifier: view.settings.quotedIdentifier }).statements, (node) => {
    if (node.kind === 'table') sources.push(...sourceOf(node, view, catalog));
    if (node.kind === 'column') named.push(node.name as ObjectName);
    if (node.kind === 'selectStar' || node.kind === 'star') stars.push((node.qualifier ?? null) as ObjectName | null);
  });
  const found = new Map<string, Usage>();
  const add = (used: Table | View, name: string): void => {
    const own = used.columns.find((candidate) => nameKey(candidate.name) === nameKey(name));
    if (own !== undefined) found.set(`${used.id} ${nameKey(name)}`, { view, used, column: own.name });
  };
  for (const { parts } of named) for (const { used } of matching(sources, parts.at(-2)?.value)) add(used, parts.at(-1)?.value ?? '');
  for (const star of stars)
    for (const { used } of matching(sources, star?.parts.at(-1)?.value)) for (const { name } of used.columns) add(used, name);
  return [...found.values()];
}

const matching = (sources: readonly Source[], qualifier: string | undefined): readonly Source[] =>
  qualifier === undefined ? sources : sources.filter(({ names }) => names.includes(nameKey(qualifier)));

interface AnyNode {
  readonly kind: string;
  readonly name?: unknown;
  readonly alias?: unknown;
  readonly qualifier?: unknown;
}

function sourceOf(node: AnyNode, view: View, catalog: DatabaseCatalog): readonly Source[] {
  const { schema, name } = nameParts(node.name as ObjectName);
  const used = findObject(catalog, schema, view.schema, name);
  if (used === undefined || !isRelation(used)) return [];
  const alias = (node.alias as { readonly value: string } | null | undefined)?.value;
  return [{ used, names: [nameKey(alias ?? name)] }];
}

const isRelation = (object: SchemaObject): object is Table | View => object.kind === 'table' || object.kind === 'view';

function walk(node: unknown, visit: (node: AnyNode) => void): void {
  if (typeof node !== 'object' || node === null) return;
  if ('kind' in node && typeof node.kind === 'string') visit(node as AnyNode);
  for (const child of Object.values(node)) walk(child, visit);
}

export const VIEW_COLUMN_COLUMNS: ColumnRows<Usage> = {
  ...naming<Usage>('VIEW', ({ view }) => view),
  ...naming<Usage>('TABLE', ({ used }) => used),
  COLUMN_NAME: nullable(SYSNAME, (usage) => usage.column),
};
