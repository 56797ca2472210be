/** ODBC escapes inside expressions: `{fn f(x)}`, `{d '…'}`, `{t '…'}`, `{ts '…'}`, `{guid '…'}`. */
import type { Expression, OdbcLiteral } from '../ast/index.ts';
import { callArguments } from './call.ts';
import { identifier, stringLiteral, toIdentifier } from './names.ts';
import type { Parser } from './state.ts';
import { accept, advance, at, expect, peek, spanFrom, syntaxError } from './state.ts';

const LITERALS: Readonly<Record<string, OdbcLiteral['type'] | undefined>> = { D: 'd', T: 't', TS: 'ts', GUID: 'guid' };

/** An escape; the current token is `{`. */
export function odbcEscape(p: Parser): Expression {
  const start = expect(p, '{');
  const type = LITERALS[p.token.key];
  if (type !== undefined) {
    advance(p);
    const value = stringLiteral(p);
    expect(p, '}');
    return { kind: 'odbcLiteral', type, value, span: spanFrom(p, start) };
  }
  if (!accept(p, 'FN')) syntaxError(p);
  // The functions of ODBC may bear reserved names: {fn LEFT(…)}, {fn INSERT(…)}, {fn USER()}.
  const name = p.token.type === 'keyword' ? toIdentifier(advance(p)) : identifier(p);
  const args = odbcArguments(p, name.value.toUpperCase());
  expect(p, '}');
  return { kind: 'odbcFunction', name, args, span: spanFrom(p, start) };
}

function odbcArguments(p: Parser, name: string): Expression[] {
  if (name !== 'EXTRACT' || peek(p, 2) !== 'FROM') return at(p, '(') ? callArguments(p).args : [];
  expect(p, '(');
  const part = p.rules.value(p);
  expect(p, 'FROM');
  const args = [part, p.rules.value(p)];
  expect(p, ')');
  return args;
}
