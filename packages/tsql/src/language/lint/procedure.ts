/** Rules about a procedure as a whole: its settings, name, variables, cursors, transactions and dynamic SQL. */
import type { ExecuteArgument, Expression, Span, Statement } from '../../ast/index.ts';
import { baseName } from '../catalog.ts';
import type { SyntaxNode } from '../nodes.ts';
import { contains, walkAll } from '../nodes.ts';
import { procedureOf } from '../procedure.ts';
import type { CheckedRule, LintContext } from './rule.ts';

export const PROCEDURE_RULES: readonly CheckedRule[] = [
  {
    id: 'missing-nocount',
    title: 'No SET NOCOUNT ON',
    why: 'Without it every statement sends a row count, which costs time and confuses some clients.',
    severity: 'warning',
    document: missingNoCount,
  },
  {
    id: 'unused-parameter',
    title: 'Unused parameter',
    why: 'Callers pass a value that does nothing.',
    severity: 'off',
    document: (context) => unused(context, 'parameter'),
  },
  {
    id: 'unused-variable',
    title: 'Unused variable',
    why: 'It is noise, or the sign of a mistake.',
    severity: 'off',
    document: (context) => unused(context, 'variable'),
  },
  {
    id: 'cursor-not-closed',
    title: 'Cursor not closed or deallocated',
    why: 'It keeps its rows and locks until the session ends.',
    severity: 'off',
    document: openCursors,
  },
  {
    id: 'open-transaction',
    title: 'Transaction without COMMIT or without ROLLBACK',
    why: 'A transaction that stays open on some path keeps its locks, and everything that the session does later belongs to it.',
    severity: 'off',
    document: openTransactions,
  },
  {
    id: 'dynamic-sql-parameter',
    title: 'Dynamic SQL built from a parameter',
    why: 'Text from a caller becomes part of a statement; pass it as a parameter of sp_executesql, or quote names with QUOTENAME.',
    severity: 'off',
    document: dynamicSql,
  },
  {
    id: 'sp-prefix',
    title: 'Name that begins with sp_',
    why: 'SQL Server looks in master first for such names, and a system procedure of that name wins.',
    severity: 'off',
    document: ({ document, report }) => {
      const procedure = procedureOf(document);
      if (procedure === undefined || !baseName(procedure.name).toLowerCase().startsWith('sp_')) return;
      report(procedure.name.span, 'The prefix sp_ is for system procedures; choose another name.');
    },
  },
];

function body({ document }: LintContext): readonly Statement[] {
  const procedure = procedureOf(document);
  if (procedure === undefined) return document.statements;
  return procedure.body.kind === 'statementBody' ? procedure.body.statements : [];
}

function missingNoCount(context: LintContext): void {
  const { document, report } = context;
  const procedure = procedureOf(document);
  const statements = body(context);
  const [first] = statements;
  if (
    first === undefined ||
    document.statements.some((statement) => statement.kind === 'createFunction' || statement.kind === 'createView')
  )
    return;
  let set = false;
  walkAll(statements, (node) => {
    if (node.kind === 'setOptions' && node.on && node.names.includes('NOCOUNT')) set = true;
    return isStatementLike(node);
  });
  if (set) return;
  const inner = first.kind === 'block' && statements.length === 1 ? first.statements[0] : undefined;
  const anchor = inner ?? first;
  const indent = indentation(document.text, anchor.span.start);
  const fix = { start: anchor.span.start, end: anchor.span.start, text: `SET NOCOUNT ON;\n${indent}` };
  const span = procedure?.name.span ?? {
    start: first.span.start,
    end: Math.min(first.span.end, first.span.start + 1),
    line: first.span.line,
  };
  report(span, 'The procedure does not begin with SET NOCOUNT ON.', fix);
}

/** Only statement lists can hold SET; queries need not be walked. */
function isStatementLike(node: SyntaxNode): boolean {
  return ['block', 'if', 'while', 'tryCatch', 'atomicBlock'].includes(node.kind);
}

function indentation(text: string, at: number): string {
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  return line.trim() === '' ? line : '';
}

function unused({ document, report }: LintContext, kind: 'parameter' | 'variable'): void {
  const declared: { readonly name: string; readonly span: Span }[] = [];
  const used = new Set<string>();
  const names = new Set<Span>();
  walkAll(document.statements, (node) => {
    if (node.kind === 'parameter' || node.kind === 'declareVariable' || node.kind === 'declareTable') {
      names.add(node.variable.span);
      if ((node.kind === 'parameter') === (kind === 'parameter')) declared.push(node.variable);
    } else if (node.kind === 'executeArgument' && node.name !== null) names.add(node.name.span);
    else if (node.kind === 'variable' && !names.has(node.span)) used.add(node.name.toLowerCase());
    else if (node.kind === 'tableVariable') used.add(node.name.toLowerCase());
  });
  for (const { name, span } of declared) if (!used.has(name.toLowerCase())) report(span, `The ${kind} ${name} is never used.`);
}

function openCursors({ document, report }: LintContext): void {
  const opened = new Map<string, Span>();
  const closed = new Set<string>();
  walkAll(document.statements, (node) => {
    if (node.kind === 'openCursor' && node.cursor.name.kind === 'identifier') opened.set(node.cursor.name.value.toLowerCase(), node.span);
    if ((node.kind === 'closeCursor' || node.kind === 'deallocateCursor') && node.cursor.name.kind === 'identifier')
      closed.add(node.cursor.name.value.toLowerCase());
  });
  for (const [name, span] of opened) if (!closed.has(name)) report(span, `The cursor ${name} is opened but never closed or deallocated.`);
}

function openTransactions({ document, report }: LintContext): void {
  const begun: Span[] = [];
  let commits = 0;
  let rollbacks = 0;
  walkAll(document.statements, (node) => {
    if (node.kind === 'beginTransaction') begun.push(node.span);
    if (node.kind === 'commitTransaction') commits++;
    if (node.kind === 'rollbackTransaction') rollbacks++;
  });
  const [first] = begun;
  if (first === undefined) return;
  if (commits === 0) report(first, 'The transaction is never committed.');
  else if (rollbacks === 0 && !setsXactAbort(document.statements))
    report(first, 'After an error the transaction stays open: there is no ROLLBACK and no SET XACT_ABORT ON.');
}

function setsXactAbort(statements: readonly Statement[]): boolean {
  return contains(statements, (node) => node.kind === 'setOptions' && node.on && node.names.includes('XACT_ABORT'));
}

/** Text parameters, and variables that take their text without QUOTENAME or a conversion to something else. */
function dynamicSql(context: LintContext): void {
  const tainted = new Set<string>();
  walkAll(context.document.statements, (node) => {
    if (node.kind === 'parameter' && TEXT_TYPES.has(baseName(node.type.name).toLowerCase())) tainted.add(node.variable.name.toLowerCase());
    if (node.kind === 'setVariable' || node.kind === 'selectAssignment' || node.kind === 'declareVariable') {
      if (node.value !== null && builtFrom(node.value, tainted)) tainted.add(node.variable.name.toLowerCase());
    }
    if (node.kind === 'executeString' && builtFrom(node.text, tainted)) context.report(node.text.span, MESSAGE);
    const [statement] = node.kind === 'executeProcedure' && isExecuteSql(node.procedure) ? node.args : NO_ARGS;
    if (statement !== undefined && builtFrom(statement.value, tainted)) context.report(statement.span, MESSAGE);
  });
}

const NO_ARGS: readonly ExecuteArgument[] = [];
const MESSAGE = 'The statement is put together from a parameter; pass the value through sp_executesql, or quote a name with QUOTENAME.';
const TEXT_TYPES: ReadonlySet<string> = new Set(['char', 'varchar', 'nchar', 'nvarchar', 'sysname', 'text', 'ntext']);

function isExecuteSql(procedure: SyntaxNode): boolean {
  return procedure.kind === 'name' && baseName(procedure).toLowerCase() === 'sp_executesql';
}

function builtFrom(expression: Expression, tainted: ReadonlySet<string>): boolean {
  let found = false;
  walkAll([expression], (node) => {
    if (node.kind === 'call' && baseName(node.name).toUpperCase() === 'QUOTENAME') return false;
    if (node.kind === 'comparison' || node.kind === 'isNull' || node.kind === 'query') return false;
    if (node.kind === 'variable' && tainted.has(node.name.toLowerCase())) found = true;
    return true;
  });
  return found;
}
