/** Constants. */
import type { Expression, Literal } from '../ast/index.ts';
import type { Token } from '../lexer/token.ts';
import { anyVariable, isString } from './names.ts';
import type { Parser } from './state.ts';
import { advance, report, spanFrom, syntaxError } from './state.ts';

/** Whether a token is a constant where it stands. */
export function isLiteral(p: Parser, token: Token = p.token): boolean {
  switch (token.type) {
    case 'integer':
    case 'decimal':
    case 'float':
    case 'money':
    case 'binary':
      return true;
    default:
      return token.key === 'NULL' || isString(p, token);
  }
}

/** A constant. */
export function literal(p: Parser): Literal {
  if (!isLiteral(p)) syntaxError(p);
  const token = advance(p);
  const span = spanFrom(p, token);
  reportOutOfRange(p, token);
  switch (token.type) {
    case 'integer':
    case 'decimal':
    case 'float':
    case 'money':
      return { kind: token.type, text: token.text, span };
    case 'binary':
      return { kind: 'binary', hex: token.text, span };
    case 'keyword':
      return { kind: 'null', span };
    default:
      return { kind: 'string', value: token.text, unicode: token.type === 'unicodeString', span };
  }
}

/** A constant with its sign, or a variable. */
export function constantOrVariable(p: Parser): Expression {
  const start = p.token;
  if (start.type === 'variable') return anyVariable(p);
  if (start.key !== '-' && start.key !== '+') return literal(p);
  advance(p);
  const operand = literal(p);
  return { kind: 'unary', op: start.key, operand, span: spanFrom(p, start) };
}

/** A float that eight bytes do not hold is 168, and a number of more than 38 digits 1007. */
function reportOutOfRange(p: Parser, token: Token): void {
  if (token.type === 'float' && !Number.isFinite(Number.parseFloat(token.text))) report(p, 168, token, token.text);
  if ((token.type === 'integer' || token.type === 'decimal') && token.text.length > 38 && digitCount(token.text) > 38) {
    report(p, 1007, token, token.text);
  }
}

/** Digits that count towards the precision: zeros before the first one do not. */
function digitCount(text: string): number {
  return text.replace(/^0+/, '').replace('.', '').length;
}
