/** Lines of statements: one begins at each, blocks are indented, and the clauses of data changes stand on their own. */
import type { CreateProcedure, Delete, Insert, Merge, Output, Statement, TryCatch, Update, With } from '../../ast/index.ts';
import type { SyntaxNode } from '../nodes.ts';
import type { Layout } from './layout.ts';
import { breakAt, breakBack, breakList, breakNext, fits, indexAt, SHORT } from './layout.ts';
import { layoutCondition, layoutExpressions, layoutQuery, layoutSource, layoutSubquery } from './queries.ts';

export function layoutStatements(layout: Layout, statements: readonly Statement[], depth: number): void {
  for (const statement of statements) {
    breakAt(layout, statement.span.start, depth);
    layout.statements.add(indexAt(layout, statement.span.start));
    layoutStatement(layout, statement, depth);
  }
}

function layoutStatement(layout: Layout, node: Statement, depth: number): void {
  switch (node.kind) {
    case 'block':
      layoutStatements(layout, node.statements, depth + 1);
      breakAt(layout, node.span.end - 'END'.length, depth);
      return;
    case 'if':
      layoutExpressions(layout, node.condition, depth);
      layoutBranch(layout, node.then, depth);
      if (node.otherwise === null) return;
      breakBack(layout, node.otherwise.span.start, 'ELSE', depth, node.then.span.end);
      if (node.otherwise.kind === 'if') layoutStatement(layout, node.otherwise, depth);
      else layoutBranch(layout, node.otherwise, depth);
      return;
    case 'while':
      layoutExpressions(layout, node.condition, depth);
      return layoutBranch(layout, node.body, depth);
    case 'tryCatch':
      return layoutTry(layout, node, depth);
    case 'createProcedure':
      return layoutProcedure(layout, node, depth);
    case 'createFunction':
    case 'createTrigger':
      if (node.body.kind === 'statementBody')
        layoutStatements(layout, node.body.statements, node.kind === 'createFunction' ? depth + 1 : depth);
      return;
    default:
      return layoutData(layout, node, depth);
  }
}

/** A block stands below its condition, any other statement is indented. */
function layoutBranch(layout: Layout, branch: Statement, depth: number): void {
  const at = branch.kind === 'block' || branch.kind === 'tryCatch' ? depth : depth + 1;
  breakAt(layout, branch.span.start, at);
  layoutStatement(layout, branch, at);
}

function layoutTry(layout: Layout, node: TryCatch, depth: number): void {
  layoutStatements(layout, node.statements, depth + 1);
  layoutStatements(layout, node.handler, depth + 1);
  const tryEnd = node.statements[node.statements.length - 1]?.span.end ?? node.span.start;
  const catchEnd = node.handler[node.handler.length - 1]?.span.end;
  breakNext(layout, tryEnd, 'END', depth, node.span.end);
  const handlerStart = node.handler[0]?.span.start ?? node.span.end;
  breakBack(layout, handlerStart - 1, 'BEGIN', depth, tryEnd);
  if (catchEnd !== undefined) breakNext(layout, catchEnd, 'END', depth, node.span.end);
  else breakBack(layout, node.span.end - 1, 'END', depth, tryEnd);
}

function layoutProcedure(layout: Layout, node: CreateProcedure, depth: number): void {
  for (const parameter of node.parameters) breakAt(layout, parameter.span.start, depth + 1);
  const [option] = node.options;
  if (option !== undefined) breakBack(layout, option.span.start, 'WITH', depth, node.name.span.end);
  breakBack(layout, node.body.span.start - 1, 'AS', depth, node.name.span.end);
  if (node.body.kind === 'statementBody') layoutStatements(layout, node.body.statements, depth);
}

function layoutData(layout: Layout, node: Statement, depth: number): void {
  switch (node.kind) {
    case 'select':
      layoutWith(layout, node.with, node.query.span.start, depth);
      layoutQuery(layout, node.query, depth);
      return layoutHints(layout, node, depth);
    case 'insert':
      return layoutInsert(layout, node, depth);
    case 'update':
    case 'delete':
      return layoutChange(layout, node, depth);
    case 'merge':
      return layoutMerge(layout, node, depth);
    case 'declareCursor':
      breakAt(layout, node.definition.select.span.start, depth + 1);
      return layoutStatement(layout, node.definition.select, depth + 1);
    default:
      return layoutOther(layout, node, depth);
  }
}

function layoutOther(layout: Layout, node: Statement, depth: number): void {
  switch (node.kind) {
    case 'createView':
      breakAt(layout, node.select.span.start, depth);
      return layoutStatement(layout, node.select, depth);
    case 'executeProcedure':
      breakList(layout, node.args, depth + 1);
      return;
    case 'declare': {
      if (node.items.length > 1) breakList(layout, node.items, depth + 1);
      for (const item of node.items) {
        if (item.kind === 'declareTable') layoutElements(layout, item.elements, item.span.end, depth);
        else layoutExpressions(layout, item, depth + 1);
      }
      return;
    }
    case 'createTable':
      return layoutElements(layout, node.elements, node.span.end, depth);
    default:
      layoutExpressions(layout, node, depth + 1);
  }
}

/** Columns and constraints of a table, a line each, unless all fit on one. */
function layoutElements(layout: Layout, elements: readonly SyntaxNode[], end: number, depth: number): void {
  const last = elements[elements.length - 1];
  if (last === undefined || !breakList(layout, elements, depth + 1, SHORT)) return;
  breakNext(layout, last.span.end, ')', depth, end);
}

/** Each common table is a subquery; the statement itself begins a line. */
function layoutWith(layout: Layout, clause: With | null, statement: number, depth: number): void {
  if (clause === null) return;
  for (const { query } of clause.tables) layoutSubquery(layout, query, depth);
  breakAt(layout, statement, depth);
}

function layoutHints(layout: Layout, node: Extract<Statement, { readonly hints: readonly unknown[] }>, depth: number): void {
  const [hint] = node.hints;
  if (hint !== undefined) breakBack(layout, hint.span.start, 'OPTION', depth, node.span.start);
}

function layoutOutputs(layout: Layout, outputs: readonly Output[], depth: number): void {
  for (const output of outputs) breakBack(layout, output.span.start, 'OUTPUT', depth, output.span.start);
}

function layoutInsert(layout: Layout, node: Insert, depth: number): void {
  breakVerb(layout, node, 'INSERT', depth);
  if (node.columns !== null) layoutElements(layout, node.columns, node.source.span.start, depth);
  layoutOutputs(layout, node.output, depth);
  const { source } = node;
  breakBack(layout, source.span.start, layout.tokens[indexAt(layout, source.span.start)]!.key, depth, source.span.start);
  if (source.kind === 'insertQuery') layoutQuery(layout, source.query, depth);
  if (source.kind === 'insertValues' && (source.rows.length > 1 || !fits(layout, source.span, SHORT)))
    layoutRows(layout, source.rows, depth + 1);
  if (source.kind === 'insertExecute' && source.execute.kind === 'executeProcedure') breakList(layout, source.execute.args, depth + 1);
  layoutHints(layout, node, depth);
}

function layoutRows(layout: Layout, rows: readonly (readonly SyntaxNode[])[], depth: number): void {
  for (const [first] of rows) if (first !== undefined) rowStart(layout, first.span.start, depth);
}

/** The parenthesis that opens a row follows VALUES or a comma. */
function rowStart(layout: Layout, offset: number, depth: number): void {
  for (let index = indexAt(layout, offset); index > 0; index--) {
    const before = layout.tokens[index - 1]!.key;
    if (layout.tokens[index]!.key !== '(' || (before !== ',' && before !== 'VALUES')) continue;
    layout.breaks.set(index, depth);
    return;
  }
}

/** With common tables in front, the verb begins a line of its own. */
function breakVerb(layout: Layout, node: Insert | Update | Delete | Merge, verb: string, depth: number): void {
  if (node.with === null) return;
  for (const { query } of node.with.tables) layoutSubquery(layout, query, depth);
  breakBack(layout, node.target.span.start - 1, verb, depth, node.with.span.start);
}

function layoutChange(layout: Layout, node: Update | Delete, depth: number): void {
  const { start } = node.target.span;
  breakVerb(layout, node, node.kind.toUpperCase(), depth);
  if (node.kind === 'update') {
    const [first, ...rest] = node.set;
    if (first !== undefined) breakBack(layout, first.span.start, 'SET', depth, start);
    for (const assignment of rest) breakAt(layout, assignment.span.start, depth + 1);
    for (const assignment of node.set) layoutExpressions(layout, assignment, depth + 1);
  }
  layoutOutputs(layout, node.output, depth);
  const [source] = node.from;
  if (source !== undefined) breakBack(layout, source.span.start, 'FROM', depth, start);
  for (const item of node.from) layoutSource(layout, item, depth);
  if (node.where !== null) breakBack(layout, node.where.span.start, 'WHERE', depth, start);
  if (node.where !== null && node.where.kind !== 'currentOf') layoutCondition(layout, node.where, depth + 1);
  layoutHints(layout, node, depth);
}

function layoutMerge(layout: Layout, node: Merge, depth: number): void {
  const { start } = node.target.span;
  breakVerb(layout, node, 'MERGE', depth);
  breakBack(layout, node.source.span.start, 'USING', depth, start);
  layoutSource(layout, node.source, depth);
  breakBack(layout, node.on.span.start, 'ON', depth + 1, start);
  layoutCondition(layout, node.on, depth + 2);
  for (const { span, action } of node.whens) {
    breakAt(layout, span.start, depth);
    breakAt(layout, action.span.start, depth + 1);
    if (action.kind === 'mergeInsert' && action.values !== null)
      breakBack(layout, action.values[0]?.span.start ?? span.end, 'VALUES', depth + 1, action.span.start);
    if (action.kind === 'mergeUpdate') for (const assignment of action.set.slice(1)) breakAt(layout, assignment.span.start, depth + 2);
  }
  layoutOutputs(layout, node.output, depth);
  layoutHints(layout, node, depth);
}
