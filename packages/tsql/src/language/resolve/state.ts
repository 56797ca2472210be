/**
 * What resolution collects while it walks a tree, and the few moves that its rules share. Rules that form circles (a query holds expressions,
 * an expression holds queries) meet through the state.
 */
import type { DataType, Identifier, Query, Span, TableElement } from '../../ast/index.ts';
import { print } from '../../printer/print.ts';
import type { CatalogColumn, CatalogIndex } from '../catalog.ts';
import { baseName } from '../catalog.ts';
import type { Document } from '../document.ts';
import type { SyntaxNode } from '../nodes.ts';
import type { Problem, ProblemSeverity } from '../problem.ts';
import { problem } from '../problem.ts';
import { isSystemType } from '../signature.ts';
import type { ColumnInfo, Cte, Local, Reference, Scope, Source } from './types.ts';

export interface Resolver {
  readonly document: Document;
  /** Null when nothing is known of the environment: then no object is unknown. */
  readonly catalog: CatalogIndex | null;
  readonly references: Reference[];
  readonly problems: Problem[];
  readonly locals: Map<string, Local>;
  readonly labels: Identifier[];
  readonly gotos: Identifier[];
  readonly ctes: Cte[];
  readonly queryColumns: Map<Query, readonly ColumnInfo[] | null>;
  readonly scopes: { readonly span: Span; readonly sources: readonly Source[] }[];
  /** Names of the tables, other than temporary ones, that the text itself creates. */
  readonly created: Set<string>;
  readonly visit: (node: SyntaxNode, scope: Scope) => void;
  readonly query: (query: Query, outer: Scope) => readonly ColumnInfo[] | null;
}

/** Outside of any query. */
export const NO_SCOPE: Scope = { sources: [], aliases: new Set(), ctes: new Map(), outer: null };

/** A scope inside another one. */
export function inner(outer: Scope, sources: readonly Source[], aliases: ReadonlySet<string> = outer.aliases): Scope {
  return { sources, aliases, ctes: outer.ctes, outer };
}

export function warn(r: Resolver, code: string, span: Span, message: string, severity: ProblemSeverity = 'warning'): void {
  r.problems.push(problem(r.document.text, code, severity, span, message));
}

/** Looks up a variable, table variable or temporary table. */
export function localOf(r: Resolver, name: string): Local | undefined {
  return r.locals.get(name.toLowerCase());
}

export function declare(r: Resolver, local: Local): void {
  r.locals.set(local.name.toLowerCase(), local);
  referToLocal(r, local, local.span);
}

export function referToLocal(r: Resolver, local: Local, span: Span): void {
  const { name, kind, type } = local;
  r.references.push({ span, kind, name, target: local.span, code: type === '' ? name : `${name} ${type}`, note: NOTES[kind] });
}

const NOTES: Readonly<Record<Local['kind'], string>> = {
  variable: 'local variable',
  parameter: 'parameter',
  'table-variable': 'table variable',
  'temp-table': 'temporary table',
  cursor: 'cursor',
  label: 'label',
};

/** The columns that a table definition lists. */
export function definedColumns(elements: readonly TableElement[]): readonly ColumnInfo[] {
  return elements.flatMap((element): readonly ColumnInfo[] => {
    if (element.kind === 'columnDefinition') {
      const key = element.constraints.some((constraint) => constraint.kind === 'primaryKey');
      const nullable = element.nullable ?? !(key || element.identity !== null);
      return [{ name: element.name.value, type: element.type === null ? 'timestamp' : print(element.type), nullable }];
    }
    return element.kind === 'computedColumn' ? [{ name: element.name.value, type: '', nullable: null, note: 'computed' }] : [];
  });
}

/** The columns that the catalog lists. */
export function catalogColumns(columns: readonly CatalogColumn[]): readonly ColumnInfo[] {
  return columns.map(({ name, type, nullable, identity, computed, primaryKey }) => {
    const notes = [primaryKey === true && 'primary key', identity === true && 'identity', computed === true && 'computed'].filter(Boolean);
    return notes.length === 0 ? { name, type, nullable } : { name, type, nullable, note: notes.join(', ') };
  });
}

/** The columns of a parameter's table type; null for a scalar or unknown type. */
export function tableTypeColumns(r: Resolver, type: DataType): readonly ColumnInfo[] | null {
  if (type.name.parts.length === 1 && isSystemType(baseName(type.name))) return null;
  const found = r.catalog?.type(type.name);
  if (found !== undefined) {
    r.references.push({
      span: type.name.span,
      kind: 'type',
      name: found.name,
      schema: found.schema,
      code: `TYPE ${found.schema}.${found.name}`,
    });
  }
  return found?.columns === undefined ? null : catalogColumns(found.columns);
}
