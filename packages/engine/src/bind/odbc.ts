/**
 * ODBC escapes: `{fn …}`, `{d '…'}`, `{t '…'}`, `{ts '…'}`, `{guid '…'}`. A function of ODBC that T-SQL has under the same name is that one; the others are
 * expressions of T-SQL, written down once, whose variables stand for the arguments.
 */

import { type Expression, type OdbcFunction, parseExpression } from '@sprocket/tsql';
import { sqlError } from '../errors.ts';
import { callBuiltin } from './call.ts';
import type { ExprContext } from './context.ts';
import { bindConversion } from './conversion.ts';
import { bindExpr } from './expression.ts';
import { stringConstant } from './literal.ts';
import type { Expr } from './tree.ts';

/** By name: how many arguments, and the expression over `@a`, `@b`, `@c` and `@d`. */
const FORMS: Readonly<Record<string, readonly [count: number, form: string]>> = {
  UCASE: [1, 'UPPER(@a)'],
  LCASE: [1, 'LOWER(@a)'],
  LENGTH: [1, 'LEN(@a)'],
  CHAR_LENGTH: [1, 'LEN(@a)'],
  CHARACTER_LENGTH: [1, 'LEN(@a)'],
  BIT_LENGTH: [1, 'DATALENGTH(@a) * 8'],
  OCTET_LENGTH: [1, 'DATALENGTH(@a)'],
  LOCATE: [2, 'CHARINDEX(@a, @b)'],
  INSERT: [4, 'STUFF(@a, @b, @c, @d)'],
  REPEAT: [2, 'REPLICATE(@a, @b)'],
  TRUNCATE: [2, 'ROUND(@a, @b, 1)'],
  MOD: [2, '@a % @b'],
  ATAN2: [2, 'ATN2(@a, @b)'],
  IFNULL: [2, 'ISNULL(@a, @b)'],
  DATABASE: [0, 'DB_NAME()'],
  USER: [0, 'USER_NAME()'],
  NOW: [0, 'GETDATE()'],
  CURRENT_TIMESTAMP: [0, 'GETDATE()'],
  CURDATE: [0, 'CONVERT(varchar(10), GETDATE(), 23)'],
  CURRENT_DATE: [0, 'CONVERT(varchar(10), GETDATE(), 23)'],
  CURTIME: [0, 'CONVERT(varchar(12), CAST(GETDATE() AS time(3)))'],
  DAYNAME: [1, 'DATENAME(weekday, @a)'],
  DAYOFMONTH: [1, 'DATEPART(day, @a)'],
  DAYOFWEEK: [1, 'DATEPART(weekday, @a)'],
  DAYOFYEAR: [1, 'DATEPART(dayofyear, @a)'],
  HOUR: [1, 'DATEPART(hour, @a)'],
  MINUTE: [1, 'DATEPART(minute, @a)'],
  SECOND: [1, 'DATEPART(second, @a)'],
  MONTHNAME: [1, 'DATENAME(month, @a)'],
  QUARTER: [1, 'DATEPART(quarter, @a)'],
  WEEK: [1, 'DATEPART(week, @a)'],
};

/** LOCATE may say where to begin. */
const LONGER: Readonly<Record<string, readonly [count: number, form: string]>> = { LOCATE: [3, 'CHARINDEX(@a, @b, @c)'] };

const VARIABLES = ['@a', '@b', '@c', '@d'];

/** Types of `{fn CONVERT(value, SQL_…)}`. */
const TYPES: Readonly<Record<string, string>> = {
  SQL_BIGINT: 'bigint',
  SQL_BINARY: 'binary(30)',
  SQL_BIT: 'bit',
  SQL_CHAR: 'char(30)',
  SQL_DATE: 'date',
  SQL_TYPE_DATE: 'date',
  SQL_DECIMAL: 'decimal',
  SQL_DOUBLE: 'float',
  SQL_FLOAT: 'float',
  SQL_GUID: 'uniqueidentifier',
  SQL_INT: 'int',
  SQL_INTEGER: 'int',
  SQL_LONGVARBINARY: 'image',
  SQL_LONGVARCHAR: 'text',
  SQL_NUMERIC: 'numeric',
  SQL_REAL: 'real',
  SQL_SMALLINT: 'smallint',
  SQL_TIME: 'time',
  SQL_TYPE_TIME: 'time',
  SQL_TIMESTAMP: 'datetime',
  SQL_TYPE_TIMESTAMP: 'datetime',
  SQL_TINYINT: 'tinyint',
  SQL_VARBINARY: 'varbinary(30)',
  SQL_VARCHAR: 'varchar(30)',
  SQL_WCHAR: 'nchar(30)',
  SQL_WLONGVARCHAR: 'ntext',
  SQL_WVARCHAR: 'nvarchar(30)',
};

/** Intervals of TIMESTAMPADD and TIMESTAMPDIFF. */
const INTERVALS: Readonly<Record<string, string>> = {
  SQL_TSI_FRAC_SECOND: 'nanosecond',
  SQL_TSI_SECOND: 'second',
  SQL_TSI_MINUTE: 'minute',
  SQL_TSI_HOUR: 'hour',
  SQL_TSI_DAY: 'day',
  SQL_TSI_WEEK: 'week',
  SQL_TSI_MONTH: 'month',
  SQL_TSI_QUARTER: 'quarter',
  SQL_TSI_YEAR: 'year',
};

export function bindOdbcFunction({ name, args }: OdbcFunction, cx: ExprContext): Expr {
  const wanted = name.value.toUpperCase();
  const written = formOf(wanted, args);
  if (written !== undefined) return bindExpr(filled(written.form, written.args), cx);
  return callBuiltin(
    wanted,
    args.map((arg) => bindExpr(arg, cx)),
  );
}

interface Form {
  readonly form: string;
  readonly args: readonly Expression[];
}

/** The expression that a call means; undefined for a function of T-SQL itself. */
function formOf(name: string, args: readonly Expression[]): Form | undefined {
  const [first, second, third] = args;
  switch (name) {
    case 'CURRENT_TIME':
      return { form: `CONVERT(varchar(16), CAST(SYSDATETIME() AS time(${first?.kind === 'integer' ? first.text : 3})))`, args: [] };
    case 'EXTRACT':
      return first && second && { form: `DATEPART(${word(first)}, @a)`, args: [second] };
    case 'TIMESTAMPADD':
      return first && second && third && { form: `DATEADD(${interval(first)}, @a, @b)`, args: [second, third] };
    case 'TIMESTAMPDIFF':
      return first && second && third && { form: `DATEDIFF(${interval(first)}, @a, @b)`, args: [second, third] };
    case 'CONVERT':
      return first && second && { form: `CAST(@a AS ${typeOf(second)})`, args: [first] };
    default:
      return plainForm(name, args);
  }
}

function plainForm(name: string, args: readonly Expression[]): Form | undefined {
  const longer = LONGER[name];
  const [count, form] = longer !== undefined && longer[0] === args.length ? longer : (FORMS[name] ?? []);
  if (count === undefined || form === undefined) return undefined;
  if (args.length !== count) throw sqlError(174, name.toLowerCase(), count);
  return { form, args };
}

/** A word is parsed as a column. Only words of the tables below ever get into an expression. */
const word = (expression: Expression): string => {
  const name = expression.kind === 'column' ? (expression.name.parts.at(-1)?.value ?? '').toUpperCase() : '';
  if (!PARTS.has(name)) throw sqlError(155, name, 'datepart');
  return name;
};

const PARTS: ReadonlySet<string> = new Set(['YEAR', 'MONTH', 'DAY', 'HOUR', 'MINUTE', 'SECOND']);

function interval(expression: Expression): string {
  return chosen(expression, INTERVALS, 'datepart');
}

function typeOf(expression: Expression): string {
  return chosen(expression, TYPES, 'data type');
}

function chosen(expression: Expression, table: Readonly<Record<string, string>>, what: string): string {
  const name = expression.kind === 'column' ? (expression.name.parts.at(-1)?.value ?? '') : '';
  const found = table[name.toUpperCase()];
  if (found === undefined) throw sqlError(155, name, what);
  return found;
}

const parsed = new Map<string, Expression>();

function parsedForm(form: string): Expression {
  const known = parsed.get(form);
  if (known !== undefined) return known;
  const { expression } = parseExpression(form);
  if (expression === null) throw new Error(`${form} is an expression`);
  parsed.set(form, expression);
  return expression;
}

function filled(form: string, args: readonly Expression[]): Expression {
  const replaced = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(replaced);
    if (typeof node !== 'object' || node === null) return node;
    const { kind, name } = node as { readonly kind?: string; readonly name?: unknown };
    const argument = kind === 'variable' ? args[VARIABLES.indexOf(String(name))] : undefined;
    return argument ?? Object.fromEntries(Object.entries(node).map(([key, value]) => [key, replaced(value)]));
  };
  return replaced(parsedForm(form)) as Expression;
}

export function bindOdbcLiteral(kind: 'd' | 't' | 'ts' | 'guid', text: string): Expr {
  const name = kind === 'guid' ? 'uniqueidentifier' : 'datetime';
  return bindConversion(stringConstant(text, false), { name, length: 0, precision: 0, scale: 0 }, null, false);
}
