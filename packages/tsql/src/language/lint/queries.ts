/** Rules about expressions, queries and data changes. */
import type { DataType, Delete, Expression, Query, QueryBody, QuerySpecification, Update } from '../../ast/index.ts';
import { baseName } from '../catalog.ts';
import type { SyntaxNode } from '../nodes.ts';
import { contains } from '../nodes.ts';
import type { CheckedRule, LintContext } from './rule.ts';

export const QUERY_RULES: readonly CheckedRule[] = [
  {
    id: 'select-star',
    title: 'SELECT *',
    why: 'The result changes when someone adds a column, and more is read and sent than callers need.',
    severity: 'warning',
    node: selectStar,
  },
  {
    id: 'null-comparison',
    title: 'Comparison with NULL by = or <>',
    why: 'Such a comparison is never true; IS NULL or IS NOT NULL is meant.',
    severity: 'warning',
    node: nullComparison,
  },
  {
    id: 'change-without-where',
    title: 'UPDATE or DELETE without WHERE',
    why: 'Every row of the table is changed.',
    severity: 'warning',
    node: changeWithoutWhere,
  },
  {
    id: 'global-identity',
    title: '@@IDENTITY',
    why: 'It yields the identity of a trigger when the table has one; SCOPE_IDENTITY() or OUTPUT yields the one of the statement.',
    severity: 'warning',
    node: (node, { report }) => {
      if (node.kind !== 'globalVariable' || node.name !== '@@IDENTITY') return;
      const { start, end } = node.span;
      report(node.span, '@@IDENTITY may come from a trigger; use SCOPE_IDENTITY().', { start, end, text: 'SCOPE_IDENTITY()' });
    },
  },
  {
    id: 'insert-without-columns',
    title: 'INSERT without a column list',
    why: 'The statement breaks, or fills the wrong columns, when the table changes.',
    severity: 'off',
    node: (node, { report }) => {
      if (node.kind !== 'insert' || node.columns !== null || node.source.kind === 'insertDefaults') return;
      if (node.target.kind === 'table') report(node.target.span, `INSERT INTO ${baseName(node.target.name)} names no columns.`);
    },
  },
  {
    id: 'type-without-length',
    title: 'varchar, char or varbinary without a length',
    why: 'The length is 1 in declarations and 30 in CAST and CONVERT; longer values are cut without an error.',
    severity: 'warning',
    node: typeWithoutLength,
  },
  {
    id: 'order-by-ordinal',
    title: 'ORDER BY a column number',
    why: 'The order changes silently when the select list changes.',
    severity: 'off',
    node: (node, { report }) => {
      if (node.kind !== 'query') return;
      for (const { expression } of node.orderBy)
        if (expression.kind === 'integer')
          report(expression.span, `ORDER BY ${expression.text} depends on the order of the select list; name the column.`);
    },
  },
  {
    id: 'top-without-order-by',
    title: 'TOP without ORDER BY',
    why: 'Which rows are returned is left to chance.',
    severity: 'off',
    node: (node, context) => {
      if (node.kind === 'query') topWithoutOrder(node, context);
    },
  },
  {
    id: 'deprecated-type',
    title: 'text, ntext or image',
    why: 'These types are deprecated; varchar(max), nvarchar(max) and varbinary(max) hold the same and work with all functions.',
    severity: 'off',
    node: (node, { report }) => {
      const modern = node.kind === 'dataType' ? MODERN[typeName(node)] : undefined;
      if (modern === undefined) return;
      const { start, end } = node.span;
      report(node.span, `The type is deprecated; use ${modern}.`, { start, end, text: modern });
    },
  },
];

const MODERN: Readonly<Record<string, string | undefined>> = { text: 'varchar(max)', ntext: 'nvarchar(max)', image: 'varbinary(max)' };
const SIZED: ReadonlySet<string> = new Set(['char', 'varchar', 'nchar', 'nvarchar', 'binary', 'varbinary']);

function typeName(type: DataType): string {
  return type.name.parts.length === 1 ? baseName(type.name).toLowerCase() : '';
}

function typeWithoutLength(node: SyntaxNode, { report }: LintContext): void {
  if (node.kind !== 'dataType' || node.args.length > 0 || !SIZED.has(typeName(node))) return;
  report(node.span, `${baseName(node.name)} without a length is one character long in declarations and 30 in CAST and CONVERT.`);
}

function selectStar(node: SyntaxNode, context: LintContext): void {
  if (node.kind !== 'querySpecification' || context.existsBodies.has(node)) return;
  for (const item of node.items) {
    if (item.kind === 'selectExpression' && item.expression.kind === 'star')
      context.report(item.span, 'SELECT * returns whatever columns the table has; name the columns.');
  }
}

/** The SELECTs of a query. */
export function specifications(body: QueryBody): readonly QuerySpecification[] {
  return body.kind === 'querySpecification' ? [body] : [...specifications(body.left), ...specifications(body.right)];
}

function nullComparison(node: SyntaxNode, { document, report }: LintContext): void {
  if (node.kind !== 'comparison' || (node.op !== '=' && node.op !== '<>')) return;
  const other = node.right.kind === 'null' ? node.left : node.left.kind === 'null' ? node.right : null;
  if (other === null) return;
  const test = node.op === '=' ? 'IS NULL' : 'IS NOT NULL';
  const text = `${sourceText(document.text, other)} ${test}`;
  report(node.span, `A comparison with NULL is never true; use ${test}.`, { start: node.span.start, end: node.span.end, text });
}

function sourceText(text: string, expression: Expression): string {
  return text.slice(expression.span.start, expression.span.end);
}

function changeWithoutWhere(node: SyntaxNode, { report }: LintContext): void {
  if ((node.kind !== 'update' && node.kind !== 'delete') || node.where !== null || node.top !== null || isLimited(node)) return;
  const verb = node.kind === 'update' ? 'UPDATE' : 'DELETE';
  report({ ...node.span, end: node.target.span.end }, `${verb} without WHERE changes every row.`);
}

/** A join limits the rows; a table variable or temporary table is the procedure's own. */
function isLimited({ target, from }: Update | Delete): boolean {
  if (from.some((source) => source.kind !== 'table')) return true;
  const names = [target, ...from].map((source) => (source.kind === 'table' ? baseName(source.name) : '@'));
  return from.length > 1 || names.some((name) => name.startsWith('#') || name.startsWith('@'));
}

function topWithoutOrder(query: Query, { existsBodies, report }: LintContext): void {
  if (query.orderBy.length > 0) return;
  for (const body of specifications(query.body)) {
    const { top } = body;
    if (top === null || existsBodies.has(body) || isAllRows(body)) continue;
    report(top.span, 'TOP without ORDER BY returns rows by chance.');
  }
}

/** `TOP (0)`, `TOP 100 PERCENT` and a query that only assigns or aggregates do not depend on an order. */
function isAllRows({ top, from, items }: QuerySpecification): boolean {
  if (from.length === 0 || top === null) return true;
  if (top.count.kind === 'integer' && (top.count.text === '0' || (top.percent && top.count.text === '100'))) return true;
  return !contains(items, (node) => node.kind === 'column' || node.kind === 'star');
}
