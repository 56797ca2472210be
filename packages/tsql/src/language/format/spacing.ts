/** What stands between two tokens on one line, and how a token is written. Only letter case and blanks ever change. */
import type { Token } from '../../lexer/token.ts';
import { builtinFunction } from '../builtins.ts';

/** The text of a token: keywords, and words that can only be keywords at their place, in upper case. */
export function tokenText(text: string, tokens: readonly Token[], index: number): string {
  const token = tokens[index]!;
  const raw = text.slice(token.start, token.end);
  if (token.type === 'keyword') return isMember(tokens, index) ? raw : token.key;
  return token.type === 'word' && isSoftKeyword(tokens, index) ? token.key : raw;
}

/** Whether no blank stands between a token and the one before it. */
export function isGlued(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1]!;
  const token = tokens[index]!;
  if (before.key === '(' || before.key === '.' || before.key === '::') return true;
  if (GLUED_TO_PREVIOUS.has(token.key)) return true;
  if (token.key === '(') return hugsParenthesis(before, token);
  return isUnary(tokens, index - 1) && token.key !== before.key;
}

const GLUED_TO_PREVIOUS: ReadonlySet<string> = new Set([')', ',', ';', '.', '::', ':']);

/** Keywords that are functions. */
const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  'COALESCE CONVERT TRY_CONVERT NULLIF LEFT RIGHT IDENTITY CONTAINS FREETEXT CONTAINSTABLE FREETEXTTABLE OPENXML OPENQUERY OPENROWSET OPENDATASOURCE'.split(
    ' ',
  ),
);

/** A name keeps the distance that it was given: `f(x)` is a call, `INSERT t (x)` is not. */
function hugsParenthesis(before: Token, token: Token): boolean {
  if (before.type === 'keyword') return FUNCTION_WORDS.has(before.key);
  if (before.type === 'word' && builtinFunction(before.text) !== undefined && before.key !== 'UPDATE') return true;
  return (before.type === 'word' || before.type === 'quotedName' || before.type === 'variable') && before.end === token.start;
}

const SIGNS: ReadonlySet<string> = new Set(['-', '+', '~']);
const OPERANDS: ReadonlySet<string> = new Set(['END', 'NULL', 'CURRENT_TIMESTAMP', 'CURRENT_USER', 'SESSION_USER', 'SYSTEM_USER', 'USER']);

/** Whether a sign belongs to the operand behind it. */
function isUnary(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1];
  if (!SIGNS.has(tokens[index]!.key)) return false;
  if (before === undefined || before.type === 'sign') return before === undefined || before.key !== ')';
  return before.type === 'keyword' && !OPERANDS.has(before.key);
}

function isMember(tokens: readonly Token[], index: number): boolean {
  return tokens[index - 1]?.key === '.';
}

/** Words that are keywords after, or before, certain others. */
const AFTER: Readonly<Record<string, ReadonlySet<string> | undefined>> = {
  TRY: new Set(['BEGIN', 'END']),
  CATCH: new Set(['BEGIN', 'END']),
  APPLY: new Set(['CROSS', 'OUTER']),
  NOCOUNT: new Set(['SET']),
  XACT_ABORT: new Set(['SET']),
  MATCHED: new Set(['WHEN', 'NOT']),
};

function isSoftKeyword(tokens: readonly Token[], index: number): boolean {
  const { key, text } = tokens[index]!;
  const before = tokens[index - 1]?.key ?? '';
  const next = tokens[index + 1]?.key ?? '';
  if (AFTER[key]?.has(before) === true) return true;
  if (key === 'PARTITION' && next === 'BY') return true;
  return next === '(' && before !== '.' && !NAMED_BEFORE.has(before) && builtinFunction(text) !== undefined;
}

/** After these words a name stands, whatever it is called. */
const NAMED_BEFORE: ReadonlySet<string> = new Set([
  'INTO',
  'TABLE',
  'PROCEDURE',
  'PROC',
  'FUNCTION',
  'VIEW',
  'TRIGGER',
  'INDEX',
  'REFERENCES',
  'AS',
  'ON',
]);
