/**
 * The T-SQL language: text to tree, tree to text, diagnostics and annotations. No I/O and no dependencies; runs in a browser.
 */
export type { Annotation } from './annotations.ts';
export { annotations } from './annotations.ts';
export * from './ast/index.ts';
export { withoutSpans } from './ast/without-spans.ts';
export type { Diagnostic, DiagnosticNumber } from './diagnostics.ts';
export { diagnostic } from './diagnostics.ts';
export * from './language/index.ts';
export type { Batch } from './lexer/batches.ts';
export { splitBatches } from './lexer/batches.ts';
export { RESERVED_WORDS } from './lexer/keywords.ts';
export type { ParsedBatch, ParseOptions, ParseResult } from './parser/parse.ts';
export { parse, parseDataType, parseExpression, parseScript } from './parser/parse.ts';
export type { Printable } from './printer/out.ts';
export { print } from './printer/print.ts';
export * from './types/index.ts';
export { waitTime } from './wait-time.ts';
export { isXmlMethod } from './xml-methods.ts';
