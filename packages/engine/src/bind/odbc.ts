/** ODBC escapes: `{fn …}`, `{d '…'}`, `{t '…'}`, `{ts '…'}`, `{guid '…'}`. */

import type { Expression } from '@sprocket/tsql';
import { callBuiltin } from './call.ts';
import type { ExprContext } from './context.ts';
import { bindConversion } from './conversion.ts';
import { bindExpr } from './expression.ts';
import { stringConstant } from './literal.ts';
import type { Expr } from './tree.ts';

const ODBC_NAMES: Readonly<Record<string, string>> = {
  UCASE: 'UPPER',
  LCASE: 'LOWER',
  LENGTH: 'LEN',
  LOCATE: 'CHARINDEX',
  CURDATE: 'CURRENT_DATE',
  NOW: 'GETDATE',
  DAYOFMONTH: 'DAY',
  IFNULL: 'ISNULL',
  DATABASE: 'DB_NAME',
  MOD: '%',
  CEILING: 'CEILING',
  TRUNCATE: 'ROUND',
  INSERT: 'STUFF',
  REPEAT: 'REPLICATE',
};

export function bindOdbcFunction(node: Extract<Expression, { kind: 'odbcFunction' }>, cx: ExprContext): Expr {
  const name = node.name.value.toUpperCase();
  return callBuiltin(
    ODBC_NAMES[name] ?? name,
    node.args.map((arg) => bindExpr(arg, cx)),
  );
}

export function bindOdbcLiteral(kind: 'd' | 't' | 'ts' | 'guid', text: string): Expr {
  const name = kind === 'guid' ? 'uniqueidentifier' : 'datetime';
  return bindConversion(stringConstant(text, false), { name, length: 0, precision: 0, scale: 0 }, null, false);
}
