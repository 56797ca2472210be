/**
 * Options, and the tails of administrative statements: grammar that is the same everywhere, so that one rule reads it.
 */
import type { Clause, Identifier, Option, OptionValue, Storage, Word } from '../ast/index.ts';
import type { Token } from '../lexer/token.ts';
import { isLiteral, literal } from './literals.ts';
import { identifier, identifierOrString, isName, objectName, toIdentifier, variable } from './names.ts';
import type { Parser } from './state.ts';
import { accept, advance, at, expect, nested, parenthesized, peek, spanFrom, syntaxError, tokenAt } from './state.ts';

/** Reserved words that begin a statement, and so end whatever has no end of its own. */
export const STATEMENT_STARTS: ReadonlySet<string> = new Set(
  `ALTER BACKUP BEGIN BREAK BULK CHECKPOINT CLOSE COMMIT CONTINUE CREATE DBCC DEALLOCATE DECLARE DELETE DENY DROP DUMP ELSE END EXEC EXECUTE
FETCH GOTO GRANT IF INSERT KILL LOAD MERGE OPEN PRINT RAISERROR READTEXT RECONFIGURE RESTORE RETURN REVERT REVOKE ROLLBACK SAVE SELECT SET
SETUSER SHUTDOWN TRUNCATE UPDATE UPDATETEXT USE WAITFOR WHILE WITH WRITETEXT`.split(/\s+/),
);

/** `WITH (a = 1, b)`, `WITH a = 1, b`, or nothing. */
export function withOptions(p: Parser): Option[] {
  if (!accept(p, 'WITH')) return [];
  return at(p, '(') ? optionsInParentheses(p) : optionList(p);
}

/** `(a = 1, b)` */
export function optionsInParentheses(p: Parser): Option[] {
  return nested(p, () => parenthesized(p, option));
}

/** `a = 1, b`, up to the parenthesis or statement that ends it. Some options follow another without a comma: `PASSWORD = 'y' OLD_PASSWORD = 'x'`. */
export function optionList(p: Parser): Option[] {
  const options = [option(p)];
  while (accept(p, ',') || assignmentFollows(p)) options.push(option(p));
  return options;
}

/** `NAME =` */
function assignmentFollows(p: Parser): boolean {
  return isBareWord(p.token) && peek(p, 1) === '=';
}

function option(p: Parser): Option {
  const start = p.token;
  const { name, equals } = optionName(p);
  const values: OptionValue[] = [];
  while (!endsOption(p) && !assignmentFollows(p)) values.push(optionValue(p));
  if (name === '' && values.length === 0 && !at(p, '(')) syntaxError(p);
  const options = at(p, '(') ? optionsInParentheses(p) : null;
  return { kind: 'option', name, equals, values, options, span: spanFrom(p, start) };
}

/** All words before `=`; without `=` the first word only. */
function optionName(p: Parser): Pick<Option, 'name' | 'equals'> {
  let words = 0;
  while (isBareWord(tokenAt(p, words)) && (words === 0 || !startsStatement(tokenAt(p, words)))) words++;
  if (words === 0 || peek(p, words) === '.') return { name: '', equals: false };
  const equals = peek(p, words) === '=';
  const name: string[] = [];
  for (let index = 0; index < (equals ? words : 1); index++) name.push(advance(p).key);
  accept(p, '=');
  return { name: name.join(' '), equals };
}

/** An option without a value may be the last of its statement. */
const startsStatement = ({ key, type }: Token): boolean => type === 'keyword' && STATEMENT_STARTS.has(key);

function isBareWord(token: Token): boolean {
  return token.type === 'word' || token.type === 'keyword';
}

function endsOption(p: Parser): boolean {
  const { key, type } = p.token;
  return type === 'end' || key === ',' || key === ')' || key === '(' || key === ';' || (type === 'keyword' && STATEMENT_STARTS.has(key));
}

function optionValue(p: Parser): OptionValue {
  const start = p.token;
  if (start.type === 'variable') return variable(p);
  if (isLiteral(p)) return literal(p);
  if (isBareWord(start)) return peek(p, 1) === '.' ? objectName(p) : word(p);
  if (isName(p)) return objectName(p);
  if (accept(p, '-')) return { kind: 'unary', op: '-', operand: literal(p), span: spanFrom(p, start) };
  if (start.key === '%') return word(p);
  return syntaxError(p);
}

function word(p: Parser): Word {
  const token = advance(p);
  return { kind: 'word', value: token.key, text: token.text, span: spanFrom(p, token) };
}

/** The rest of a statement as it is written, up to `;` or the next statement; `inner` are starting words that belong to it. */
export function clauses(p: Parser, inner: readonly string[] = []): Clause[] {
  const items: Clause[] = [];
  while (!endsStatement(p, inner)) items.push(clause(p));
  return items;
}

/** Whether a statement without an end of its own ends here. */
export function endsStatement(p: Parser, inner: readonly string[] = []): boolean {
  const { key, type } = p.token;
  if (type === 'end' || key === ';' || key === ')') return true;
  if (type === 'word' && peek(p, 1) === ':') return true;
  // ADD begins a statement only when a signature or a classification is added.
  if (key === 'ADD' && ['SIGNATURE', 'COUNTER', 'SENSITIVITY'].includes(peek(p, 1))) return true;
  return type === 'keyword' && key !== 'WITH' && STATEMENT_STARTS.has(key) && !inner.includes(key);
}

function clause(p: Parser): Clause {
  const start = p.token;
  if (start.key === '(') return group(p);
  if (start.type === 'variable') return variable(p);
  if (isLiteral(p)) return literal(p);
  if (isBareWord(start)) return word(p);
  if (isName(p)) return toIdentifier(advance(p));
  if (start.type !== 'sign') return syntaxError(p);
  advance(p);
  return { kind: 'sign', value: start.key, span: spanFrom(p, start) };
}

function group(p: Parser): Clause {
  return nested(p, () => {
    const start = expect(p, '(');
    const items: Clause[] = [];
    while (!at(p, ')')) {
      if (p.token.type === 'end') syntaxError(p);
      items.push(clause(p));
    }
    expect(p, ')');
    return { kind: 'group', items, span: spanFrom(p, start) };
  });
}

/** `ON filegroup`, `ON scheme (column)`; the current token is the name. */
export function storage(p: Parser): Storage {
  const start = p.token;
  const name = identifierOrString(p);
  let column: Identifier | null = null;
  if (accept(p, '(')) {
    column = identifier(p);
    expect(p, ')');
  }
  return { kind: 'storage', name, column, span: spanFrom(p, start) };
}
