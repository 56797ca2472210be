/**
 * Lists of statements, and how reading goes on after an error: at the next semicolon or the next word that can only begin a statement.
 */
import type { Statement } from '../ast/index.ts';
import { STATEMENT_STARTS } from './options.ts';
import type { Parser } from './state.ts';
import { accept, advance, at, peek, previous, report, SyntaxFailure } from './state.ts';

/** Statements up to END or the end of the text. */
export function statements(p: Parser): Statement[] {
  const result: Statement[] = [];
  let terminated = true;
  for (;;) {
    while (accept(p, ';')) terminated = true;
    if (p.token.type === 'end' || (p.scope.nested && at(p, 'END') && peek(p, 1) !== 'CONVERSATION')) return result;
    // A common table expression needs a semicolon before it, because WITH could still belong to the statement in front.
    if (!terminated && at(p, 'WITH')) report(p, 319, p.token);
    const statement = recovering(p);
    if (statement !== null) result.push(statement);
    terminated = previous(p).key === ';';
  }
}

/** One statement; null after a syntax error, with the parser at the place where it goes on. */
function recovering(p: Parser): Statement | null {
  const { index, depth, caseDepth, scope } = p;
  try {
    return p.rules.statement(p);
  } catch (failure) {
    if (!(failure instanceof SyntaxFailure)) throw failure;
    p.depth = depth;
    p.caseDepth = caseDepth;
    p.scope = scope;
    skipBroken(p, index);
    return null;
  }
}

/** Words at which reading goes on even inside parentheses that never closed. */
const STRONG_STARTS: ReadonlySet<string> = new Set(
  'ALTER BEGIN CREATE DEALLOCATE DECLARE EXEC EXECUTE FETCH GOTO IF PRINT RAISERROR RETURN TRUNCATE WHILE'.split(' '),
);
/** Words that stand inside statements as often as they begin one. */
const WEAK_STARTS: ReadonlySet<string> = new Set(['ELSE', 'WITH', 'SET', 'ADD', 'OPEN', 'LOAD', 'READ', 'SAVE']);

function skipBroken(p: Parser, from: number): void {
  let parentheses = 0;
  let cases = 0;
  const count = (key: string) => {
    if (key === '(') parentheses++;
    else if (key === ')') parentheses = Math.max(0, parentheses - 1);
    else if (key === 'CASE') cases++;
    else if (key === 'END') cases = Math.max(0, cases - 1);
  };
  for (let index = from; index < p.index; index++) count(p.tokens[index]!.key);
  if (p.index === from) count(advance(p).key);
  while (p.token.type !== 'end' && !at(p, ';') && !resumes(p, parentheses, cases)) count(advance(p).key);
}

function resumes(p: Parser, parentheses: number, cases: number): boolean {
  const { key, type } = p.token;
  if (type !== 'keyword') return false;
  if (STRONG_STARTS.has(key)) return true;
  if (key === 'END' && cases > 0) return false;
  return parentheses === 0 && STATEMENT_STARTS.has(key) && !WEAK_STARTS.has(key);
}
