/**
 * The T-SQL language: text to tree, tree to text, diagnostics and annotations. No I/O and no dependencies; runs in a browser.
 */
export * from './ast/index.ts';
export * from './types/index.ts';
