/**
 * Name resolution: walks a draft in the order of its text and says what every name stands for: variables, temporary tables, common tables,
 * aliases, and objects and columns of the catalog. It is deliberately forgiving: where anything about a source is unknown, nothing is said
 * about columns that could come from it, because a false alarm is worse than a missing one.
 */
import type { Call, Select } from '../../ast/index.ts';
import { print } from '../../printer/print.ts';
import { builtinFunction } from '../builtins.ts';
import type { CatalogSnapshot } from '../catalog.ts';
import { baseName, indexOf, sameName } from '../catalog.ts';
import type { Document } from '../document.ts';
import type { SyntaxNode } from '../nodes.ts';
import { forEachChild } from '../nodes.ts';
import { findSource, referToSource, resolveColumn, resolveVariable } from './names.ts';
import { resolveQuery, resolveWith } from './query.ts';
import type { Resolver } from './state.ts';
import { declare, definedColumns, NO_SCOPE, tableTypeColumns, warn } from './state.ts';
import {
  addTempColumns,
  resolveChange,
  resolveExecute,
  resolveInsert,
  resolveMerge,
  resolveModule,
  resolveReceive,
  resolveTrigger,
} from './statements.ts';
import type { ColumnInfo, Local, Resolution, Scope } from './types.ts';

export type * from './types.ts';

interface Answer {
  readonly document: Document;
  readonly catalog: CatalogSnapshot | null;
  readonly resolution: Resolution;
}

/** The answer given last: hovering and binding ask for the same text and catalog again and again. */
let last: Answer | null = null;

/** Resolves the names of a draft. Without a catalog only what the text itself declares is known. */
export function resolve(document: Document, catalog: CatalogSnapshot | null): Resolution {
  if (last !== null && last.document === document && last.catalog === catalog) return last.resolution;
  const r = resolver(document, catalog);
  for (const statement of document.statements) visit(r, statement, NO_SCOPE);
  resolveGotos(r);
  r.references.sort((a, b) => a.span.start - b.span.start);
  r.problems.sort((a, b) => a.span.start - b.span.start);
  last = { document, catalog, resolution: r };
  return r;
}

/** The columns of a query that stands alone, in sight of these variables and tables; null when they cannot be known. */
export function queryColumnsOf(
  document: Document,
  select: Select,
  catalog: CatalogSnapshot | null,
  locals: readonly Local[],
): readonly ColumnInfo[] | null {
  const r = resolver(document, catalog);
  for (const local of locals) r.locals.set(local.name.toLowerCase(), local);
  return r.query(select.query, resolveWith(r, select.with, NO_SCOPE));
}

function resolver(document: Document, catalog: CatalogSnapshot | null): Resolver {
  const r: Resolver = {
    document,
    catalog: catalog === null ? null : indexOf(catalog),
    references: [],
    problems: [],
    locals: new Map(),
    labels: [],
    gotos: [],
    ctes: [],
    queryColumns: new Map(),
    scopes: [],
    created: new Set(),
    visit: (node, scope) => visit(r, node, scope),
    query: (query, outer) => resolveQuery(r, query, outer),
  };
  return r;
}

function visit(r: Resolver, node: SyntaxNode, scope: Scope): void {
  switch (node.kind) {
    case 'column':
      resolveColumn(r, node.name, scope);
      return;
    case 'star': {
      const source = node.qualifier === null ? undefined : findSource(scope, baseName(node.qualifier));
      if (source !== undefined && node.qualifier !== null) referToSource(r, node.qualifier.span, source);
      return;
    }
    case 'variable':
      return resolveVariable(r, node.name, node.span);
    case 'query':
      resolveQuery(r, node, scope);
      return;
    case 'call':
      return visitCall(r, node, scope);
    case 'select':
      r.query(node.query, resolveWith(r, node.with, scope));
      return;
    default:
      return visitStatement(r, node, scope);
  }
}

function visitStatement(r: Resolver, node: SyntaxNode, scope: Scope): void {
  switch (node.kind) {
    case 'insert':
      return resolveInsert(r, node, scope);
    case 'update':
    case 'delete':
      return resolveChange(r, node, scope);
    case 'merge':
      return resolveMerge(r, node, scope);
    case 'executeProcedure':
      return resolveExecute(r, node, scope);
    case 'createProcedure':
    case 'createFunction':
      return resolveModule(r, node);
    case 'createTrigger':
      return resolveTrigger(r, node);
    case 'receive':
      return resolveReceive(r, node, scope);
    default:
      return visitDeclaration(r, node, scope);
  }
}

/** Statements that declare something, or whose names are not references. */
function visitDeclaration(r: Resolver, node: SyntaxNode, scope: Scope): void {
  switch (node.kind) {
    case 'declareVariable': {
      if (node.value !== null) r.visit(node.value, scope);
      const columns = tableTypeColumns(r, node.type);
      declare(r, {
        name: node.variable.name,
        kind: columns === null ? 'variable' : 'table-variable',
        type: print(node.type),
        columns,
        span: node.variable.span,
      });
      return;
    }
    case 'declareTable':
      declare(r, {
        name: node.variable.name,
        kind: 'table-variable',
        type: 'TABLE',
        columns: definedColumns(node.elements),
        span: node.variable.span,
      });
      return;
    case 'createTable': {
      const name = baseName(node.name);
      if (name.startsWith('#'))
        declare(r, { name, kind: 'temp-table', type: '', columns: definedColumns(node.elements), span: node.name.span });
      else r.created.add(name.toLowerCase());
      return;
    }
    case 'alterTable':
      if (node.action.kind === 'addElements') addTempColumns(r, baseName(node.name), node.action.elements);
      return;
    case 'createView':
    case 'createType':
    case 'createSynonym':
      r.created.add(baseName(node.name).toLowerCase());
      return;
    case 'label':
      r.labels.push(node.name);
      return;
    case 'goto':
      r.gotos.push(node.label);
      return;
    case 'createIndex':
    case 'createStatistics':
    case 'dropIndex':
    case 'drop':
      return;
    default:
      return forEachChild(node, (child) => visit(r, child, scope));
  }
}

/** Date parts and other words in the place of an argument are not columns. */
function visitCall(r: Resolver, node: Call, scope: Scope): void {
  const builtin = node.name.parts.length === 1 ? builtinFunction(baseName(node.name)) : undefined;
  node.args.forEach((arg, index) => {
    if (arg.kind === 'column' && builtin?.words?.includes(index) === true) return;
    visit(r, arg, scope);
  });
  for (const item of node.withinGroup ?? []) visit(r, item, scope);
  if (node.over !== null) visit(r, node.over, scope);
  if (node.name.parts.length === 2) userFunction(r, node);
}

/** A two-part name whose first part is no schema may be a method of a column; nothing is said about it. */
function userFunction(r: Resolver, { name }: Call): void {
  const routine = r.catalog?.routine(name);
  const [schema, base] = name.parts;
  if (routine !== undefined) {
    const code = `FUNCTION ${routine.schema}.${routine.name}${routine.returns === undefined ? '' : ` RETURNS ${routine.returns}`}`;
    r.references.push({ span: name.span, kind: 'function', name: routine.name, schema: routine.schema, code });
  } else if (r.catalog?.snapshot.schemas.some((item) => sameName(item, schema!.value)) === true && !sameName(schema!.value, 'sys')) {
    warn(r, 'unknown-function', name.span, `Cannot find the user-defined function "${schema!.value}.${base!.value}".`);
  }
}

function resolveGotos(r: Resolver): void {
  for (const { value, span } of [...r.gotos, ...r.labels]) {
    const target = r.labels.find((label) => sameName(label.value, value))?.span;
    if (target !== undefined) r.references.push({ span, kind: 'label', name: value, target, code: `${value}:`, note: 'label' });
  }
}
