/**
 * The text in which SQL Server keeps defaults, checks, computed columns and index filters: names in brackets, numbers in parentheses, no blanks around
 * operators, built-in functions in lower case, CAST as CONVERT, BETWEEN and IN spelled out. Tools compare this text with what they would generate,
 * so `DEFAULT 0` must come back as `((0))`. The text parses to the same meaning. Constructs that hardly occur in such definitions keep their source.
 */

import type * as Syntax from '@sprocket/tsql';

/** What a definition is printed from: the text that spans refer to, and how a column's name is spelled where the text spells it differently. */
export interface DefinitionSource {
  readonly text: string;
  readonly columnName?: (written: string) => string;
}

/** The stored form of an expression, in the parentheses that sys.default_constraints and its kin show. */
export function definitionText(expression: Syntax.Expression, source: DefinitionSource): string {
  return `(${print(expression, source, 0)})`;
}

/** The same without the outer parentheses. */
export const expressionText = (expression: Syntax.Expression, source: DefinitionSource): string => print(expression, source, 0);

/** The source of a definition over a table's columns. */
export const tableSource = (text: string, columns: readonly { readonly name: string }[]): DefinitionSource => ({
  text,
  columnName: (written) => columns.find((column) => column.name.toLowerCase() === written.toLowerCase())?.name ?? written,
});

/** A name in brackets. */
export const bracket = (name: string): string => `[${name.replaceAll(']', ']]')}]`;

export const bracketed = (name: Syntax.ObjectName): string => name.parts.map((part) => bracket(part.value)).join('.');

/** How tightly a form binds; an operand that binds less tightly than its place asks for gets parentheses. */
const OR = 1;
const AND = 2;
const NOT = 3;
const COMPARISON = 4;
const ADDITIVE = 5;
const MULTIPLICATIVE = 6;
const PRIMARY = 8;

function print(expression: Syntax.Expression, source: DefinitionSource, place: number): string {
  const { text, binds } = form(expression, source);
  return binds < place ? `(${text})` : text;
}

interface Form {
  readonly text: string;
  readonly binds: number;
}

const primary = (text: string): Form => ({ text, binds: PRIMARY });

function form(node: Syntax.Expression, source: DefinitionSource): Form {
  switch (node.kind) {
    case 'integer':
    case 'decimal':
      return primary(`(${node.text})`);
    case 'string':
      return primary(`${node.unicode ? 'N' : ''}'${node.value.replaceAll("'", "''")}'`);
    case 'binary':
      return primary(`0x${node.hex.toUpperCase()}`);
    case 'money':
      return primary(`($${Number(node.text).toFixed(4)})`);
    case 'null':
      return primary('NULL');
    case 'column':
      return primary(columnText(node.name, source));
    case 'variable':
      return primary(node.name);
    case 'niladic':
      return primary(NILADIC[node.name]);
    case 'nextValue':
      return primary(`NEXT VALUE FOR ${bracketed(node.sequence)}`);
    default:
      return operatorForm(node, source);
  }
}

function columnText(name: Syntax.ObjectName, source: DefinitionSource): string {
  const [only] = name.parts;
  if (name.parts.length !== 1 || only === undefined || source.columnName === undefined) return bracketed(name);
  return bracket(source.columnName(only.value));
}

const NILADIC: Readonly<Record<Syntax.NiladicName, string>> = {
  CURRENT_TIMESTAMP: 'getdate()',
  CURRENT_DATE: 'current_date',
  CURRENT_USER: 'user_name()',
  SESSION_USER: 'session_user',
  SYSTEM_USER: 'suser_sname()',
  USER: 'user_name()',
};

function operatorForm(node: Syntax.Expression, source: DefinitionSource): Form {
  const at = (operand: Syntax.Expression, place: number): string => print(operand, source, place);
  switch (node.kind) {
    case 'unary':
      return node.op === '-' && isNumber(node.operand)
        ? primary(`(-${node.operand.text})`)
        : { text: node.op + at(node.operand, PRIMARY), binds: PRIMARY - 1 };
    case 'arithmetic': {
      const binds = '*/%'.includes(node.op) ? MULTIPLICATIVE : ADDITIVE;
      return { text: at(node.left, binds) + node.op + at(node.right, binds + 1), binds };
    }
    case 'comparison':
      return { text: at(node.left, ADDITIVE) + node.op + at(node.right, ADDITIVE), binds: COMPARISON };
    case 'and':
      return { text: node.operands.map((operand) => at(operand, AND)).join(' AND '), binds: AND };
    case 'or':
      return { text: node.operands.map((operand) => at(operand, OR)).join(' OR '), binds: OR };
    case 'not':
      return { text: `NOT ${at(node.operand, NOT)}`, binds: NOT };
    case 'isNull':
      return { text: `${at(node.operand, ADDITIVE)} IS ${node.not ? 'NOT ' : ''}NULL`, binds: COMPARISON };
    default:
      return predicateForm(node, source);
  }
}

function isNumber(node: Syntax.Expression): node is Syntax.Integer | Syntax.Decimal {
  return node.kind === 'integer' || node.kind === 'decimal';
}

function predicateForm(node: Syntax.Expression, source: DefinitionSource): Form {
  const at = (operand: Syntax.Expression, place: number): string => print(operand, source, place);
  switch (node.kind) {
    case 'like': {
      const escaped = node.escape === null ? '' : ` escape ${at(node.escape, ADDITIVE)}`;
      return negated(node.not, { text: `${at(node.operand, ADDITIVE)} like ${at(node.pattern, ADDITIVE)}${escaped}`, binds: COMPARISON });
    }
    case 'between': {
      const operand = at(node.operand, ADDITIVE);
      return negated(node.not, { text: `${operand}>=${at(node.low, ADDITIVE)} AND ${operand}<=${at(node.high, ADDITIVE)}`, binds: AND });
    }
    case 'in': {
      const operand = at(node.operand, ADDITIVE);
      // SQL Server keeps the alternatives in reverse order.
      const alternatives = node.list.map((item) => `${operand}=${at(item, ADDITIVE)}`).reverse();
      return negated(node.not, { text: alternatives.join(' OR '), binds: alternatives.length > 1 ? OR : COMPARISON });
    }
    case 'collate':
      return { text: `${at(node.operand, PRIMARY)} collate ${node.collation.value}`, binds: PRIMARY - 1 };
    default:
      return callForm(node, source);
  }
}

function negated(not: boolean, inner: Form): Form {
  if (!not) return inner;
  return { text: `NOT ${inner.binds < NOT ? `(${inner.text})` : inner.text}`, binds: NOT };
}

function callForm(node: Syntax.Expression, source: DefinitionSource): Form {
  const list = (args: readonly Syntax.Expression[]): string => args.map((arg) => print(arg, source, 0)).join(',');
  switch (node.kind) {
    case 'call':
      return primary(callText(node, source));
    case 'cast':
      return primary(
        node.try
          ? `TRY_CAST(${list([node.operand])} AS ${typeText(node.type)})`
          : `CONVERT(${typeText(node.type)},${list([node.operand])})`,
      );
    case 'convert': {
      const style = node.style === null ? '' : `,${list([node.style])}`;
      return primary(`${node.try ? 'TRY_CONVERT' : 'CONVERT'}(${typeText(node.type)},${list([node.operand])}${style})`);
    }
    case 'coalesce':
      return primary(`coalesce(${list(node.args)})`);
    case 'nullIf':
      return primary(`nullif(${list([node.left, node.right])})`);
    case 'iif':
      return primary(`case when ${list([node.condition])} then ${list([node.then])} else ${list([node.otherwise])} end`);
    case 'simpleCase':
      return primary(`case ${list([node.operand])}${branchesText(node, source)}`);
    case 'searchedCase':
      return primary(`case${branchesText(node, source)}`);
    default:
      return primary(source.text.slice(node.span.start, node.span.end));
  }
}

function branchesText(node: Syntax.SimpleCase | Syntax.SearchedCase, source: DefinitionSource): string {
  const branches = node.branches.map((branch) => ` when ${print(branch.when, source, 0)} then ${print(branch.then, source, 0)}`);
  const otherwise = node.otherwise === null ? '' : ` else ${print(node.otherwise, source, 0)}`;
  return `${branches.join('')}${otherwise} end`;
}

function callText(node: Syntax.Call, source: DefinitionSource): string {
  if (node.over !== null || node.withinGroup !== null || node.distinct) return source.text.slice(node.span.start, node.span.end);
  const builtIn = node.name.parts.length === 1;
  const name = builtIn ? (node.name.parts[0]?.value ?? '').toLowerCase() : bracketed(node.name);
  const args = node.args.map((arg, i) =>
    builtIn && i === 0 && DATE_PART_FUNCTIONS.has(name) ? datePart(arg, source) : print(arg, source, 0),
  );
  return `${name}(${args.join(',')})`;
}

const DATE_PART_FUNCTIONS: ReadonlySet<string> = new Set([
  'dateadd',
  'datediff',
  'datediff_big',
  'datename',
  'datepart',
  'datetrunc',
  'date_bucket',
]);

/** Abbreviations of date parts are kept as the full word. */
const DATE_PARTS: Readonly<Record<string, string>> = {
  yy: 'year',
  yyyy: 'year',
  qq: 'quarter',
  q: 'quarter',
  mm: 'month',
  m: 'month',
  dy: 'dayofyear',
  y: 'dayofyear',
  dd: 'day',
  d: 'day',
  wk: 'week',
  ww: 'week',
  dw: 'weekday',
  w: 'weekday',
  hh: 'hour',
  mi: 'minute',
  n: 'minute',
  ss: 'second',
  s: 'second',
  ms: 'millisecond',
  mcs: 'microsecond',
  ns: 'nanosecond',
  tz: 'tzoffset',
  isowk: 'iso_week',
  isoww: 'iso_week',
};

function datePart(node: Syntax.Expression, source: DefinitionSource): string {
  const word = source.text.slice(node.span.start, node.span.end).toLowerCase();
  return DATE_PARTS[word] ?? word;
}

function typeText(type: Syntax.DataType): string {
  const args = type.args.length === 0 ? '' : `(${type.args.join(',')})`;
  return bracketed(type.name).toLowerCase() + args;
}
