/**
 * Text to tree. Reading never throws: what is wrong comes back as diagnostics in the order of the text, and every statement that could
 * be read is in the tree. A batch with a diagnostic of severity 15 must not run, as in SQL Server.
 */
import type { DataType, Expression, Statement } from '../ast/index.ts';
import type { Diagnostic } from '../diagnostics.ts';
import type { Batch } from '../lexer/batches.ts';
import { splitBatches } from '../lexer/batches.ts';
import { lex } from '../lexer/lex.ts';
import type { Token } from '../lexer/token.ts';
import { checkLabels } from './control.ts';
import { dataChange, select } from './dml.ts';
import { anyExpression, condition, value } from './expression.ts';
import { dataType } from './names.ts';
import { query } from './query.ts';
import type { ModuleName, Parser, Rules } from './state.ts';
import { Abandoned, BATCH_SCOPE, SyntaxFailure, syntaxError } from './state.ts';
import { statement } from './statement.ts';
import { statements } from './statements.ts';

export interface ParseOptions {
  /** How double quotes read where the batch begins; ON unless told otherwise. */
  readonly quotedIdentifier?: boolean;
}

/** What reading a batch yields. */
export interface ParseResult {
  readonly statements: readonly Statement[];
  readonly diagnostics: readonly Diagnostic[];
  /** The module that the batch creates: SQL Server reports mistakes behind its name as that module's. */
  readonly module?: ModuleName;
}

/** A batch of a script with its tree; spans count from the start of the batch. */
export interface ParsedBatch extends Batch, ParseResult {}

/** Reads one batch. */
export function parse(text: string, options: ParseOptions = {}): ParseResult {
  return readBatch(parser(text, options));
}

/** Reads one batch and hands out its tokens too, for tools that look at both. */
export function parseWithTokens(text: string): ParseResult & { readonly tokens: readonly Token[] } {
  const p = parser(text, {});
  return { ...readBatch(p), tokens: p.tokens };
}

/** Reads a script of batches separated by GO. SET QUOTED_IDENTIFIER outlives the batch that it stands in. */
export function parseScript(script: string, options: ParseOptions = {}): readonly ParsedBatch[] {
  let quotedIdentifier = options.quotedIdentifier ?? true;
  return splitBatches(script).map((batch) => {
    const p = parser(batch.text, { quotedIdentifier });
    const result = readBatch(p);
    quotedIdentifier = p.quotedIdentifier;
    return { ...batch, ...result };
  });
}

/** Reads a text that is one expression, a value or a predicate; null when it is not. */
export function parseExpression(
  text: string,
  options: ParseOptions = {},
): { readonly expression: Expression | null; readonly diagnostics: readonly Diagnostic[] } {
  const { result, diagnostics } = whole(text, options, anyExpression);
  return { expression: result, diagnostics };
}

/** Reads a text that is one data type; null when it is not. */
export function parseDataType(
  text: string,
  options: ParseOptions = {},
): { readonly type: DataType | null; readonly diagnostics: readonly Diagnostic[] } {
  const { result, diagnostics } = whole(text, options, dataType);
  return { type: result, diagnostics };
}

function readBatch(p: Parser): ParseResult {
  let tree: readonly Statement[] = [];
  try {
    tree = statements(p);
    checkLabels(p);
  } catch (failure) {
    if (!(failure instanceof Abandoned)) throw failure;
  }
  const result = { statements: tree, diagnostics: inOrder(p.diagnostics) };
  return p.module === null ? result : { ...result, module: p.module };
}

const RULES: Rules = { query, select, dataChange, statement, value, condition };

function parser(text: string, options: ParseOptions): Parser {
  const { tokens, diagnostics } = lex(text);
  return {
    text,
    tokens,
    rules: RULES,
    diagnostics: [...diagnostics],
    token: tokens[0]!,
    index: 0,
    quotedIdentifier: options.quotedIdentifier ?? true,
    depth: 0,
    caseDepth: 0,
    scope: BATCH_SCOPE,
    labels: [],
    gotos: [],
    module: null,
  };
}

function whole<Result>(
  text: string,
  options: ParseOptions,
  rule: (p: Parser) => Result,
): { readonly result: Result | null; readonly diagnostics: readonly Diagnostic[] } {
  const p = parser(text, options);
  try {
    const result = rule(p);
    if (p.token.type !== 'end') syntaxError(p);
    return { result, diagnostics: inOrder(p.diagnostics) };
  } catch (failure) {
    if (!(failure instanceof SyntaxFailure || failure instanceof Abandoned)) throw failure;
    return { result: null, diagnostics: inOrder(p.diagnostics) };
  }
}

/** The lexer's and the parser's findings as one list in the order of the text. */
function inOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...diagnostics].sort((a, b) => a.span.start - b.span.start);
}
