/** Columns and variables: what a name in an expression stands for. */
import type { Identifier, ObjectName, Span } from '../../ast/index.ts';
import { sameName } from '../catalog.ts';
import type { Resolver } from './state.ts';
import { localOf, referToLocal, warn } from './state.ts';
import type { ColumnInfo, Scope, Source } from './types.ts';

/** Resolves a column reference and returns the column; undefined when it is not known. */
export function resolveColumn(r: Resolver, name: ObjectName, scope: Scope): ColumnInfo | undefined {
  const { parts } = name;
  const last = parts[parts.length - 1]!;
  if (parts.length > 3) return undefined;
  return parts.length === 1 ? unqualified(r, last, scope) : qualified(r, name, scope);
}

/** Finds the source that a qualifier names, in this query or one around it. */
export function findSource(scope: Scope, qualifier: string, schema = ''): Source | undefined {
  for (let at: Scope | null = scope; at !== null; at = at.outer) {
    const found = at.sources.find((source) =>
      schema === '' ? sameName(source.alias, qualifier) : sameName(source.object, qualifier) && sameName(source.schema, schema),
    );
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A column of one certain source, as in SET and column lists. */
export function resolveColumnOf(r: Resolver, name: Identifier, source: Source | undefined): void {
  if (source === undefined || source.columns === null) return;
  const column = columnOf(source, name.value);
  if (column === undefined) warnColumn(r, name);
  else referToColumn(r, name.span, column, source);
}

/** A variable that must have been declared. */
export function resolveVariable(r: Resolver, name: string, span: Span, what: 'scalar' | 'table' = 'scalar'): void {
  const local = localOf(r, name);
  if (local !== undefined) referToLocal(r, local, span);
  else if (!name.startsWith('@@')) warn(r, 'undeclared-variable', span, `Must declare the ${what} variable "${name}".`, 'error');
}

export function columnOf(source: Source, name: string): ColumnInfo | undefined {
  return source.columns?.find((column) => sameName(column.name, name));
}

function unqualified(r: Resolver, name: Identifier, scope: Scope): ColumnInfo | undefined {
  for (let at: Scope | null = scope; at !== null; at = at.outer) {
    for (const source of at.sources) {
      const column = columnOf(source, name.value);
      if (column !== undefined) {
        referToColumn(r, name.span, column, source);
        return column;
      }
    }
    if (at.aliases.has(name.value.toLowerCase()) || at.sources.some((source) => source.columns === null)) return undefined;
  }
  warnColumn(r, name);
  return undefined;
}

function qualified(r: Resolver, { parts, span }: ObjectName, scope: Scope): ColumnInfo | undefined {
  const last = parts[parts.length - 1]!;
  const qualifier = parts[parts.length - 2]!;
  const source = findSource(scope, qualifier.value, parts[parts.length - 3]?.value ?? '');
  if (source === undefined) {
    const owner = propertyOwner(parts, scope);
    if (owner !== undefined) return void referToColumn(r, qualifier.span, owner.column, owner.source);
    const written = parts.map((part) => part.value).join('.');
    warn(r, 'unknown-qualifier', span, `The multi-part identifier "${written}" could not be bound.`);
    return undefined;
  }
  referToSource(r, qualifier.span, source);
  if (source.columns === null) return undefined;
  const column = columnOf(source, last.value);
  if (column === undefined) warnColumn(r, last);
  else referToColumn(r, last.span, column, source);
  return column;
}

const WITH_PROPERTIES: ReadonlySet<string> = new Set(['hierarchyid', 'geometry', 'geography']);

/** In `place.Lat` and `t.place.Lat` the column whose property that is. */
function propertyOwner(parts: readonly Identifier[], scope: Scope): { readonly column: ColumnInfo; readonly source: Source } | undefined {
  const [name, table] = [parts.at(-2)!.value, parts.at(-3)?.value];
  for (let at: Scope | null = scope; at !== null; at = at.outer) {
    for (const source of at.sources) {
      if (table !== undefined && !sameName(source.alias, table)) continue;
      const column = columnOf(source, name);
      if (column !== undefined && WITH_PROPERTIES.has(column.type.toLowerCase())) return { column, source };
    }
  }
  return undefined;
}

/** A use of a source's name, as in `c.Name` and `c.*`. */
export function referToSource(r: Resolver, span: Span, source: Source): void {
  const code = source.object === '' || sameName(source.object, source.alias) ? source.alias : `${objectText(source)} AS ${source.alias}`;
  r.references.push({ span, kind: 'alias', name: source.alias, target: source.aliasSpan ?? source.span, code });
}

function warnColumn(r: Resolver, name: Identifier): void {
  warn(r, 'unknown-column', name.span, `Invalid column name '${name.value}'.`);
}

function referToColumn(r: Resolver, span: Span, column: ColumnInfo, source: Source): void {
  const nullable = column.nullable === null ? '' : column.nullable ? ' NULL' : ' NOT NULL';
  const code = `${column.name}${column.type === '' ? '' : ` ${column.type}`}${nullable}`;
  const owner = objectText(source);
  const note = `${owner === '' ? 'column' : `column of ${owner}`}${column.note === undefined ? '' : `, ${column.note}`}`;
  r.references.push({ span, kind: 'column', name: column.name, code, note });
}

function objectText({ schema, object, alias }: Source): string {
  return object === '' ? alias : schema === '' ? object : `${schema}.${object}`;
}
