/** What the tests of the language share: reading a text that must be right, and one that must be wrong. */
import { expect } from 'vitest';
import type { Diagnostic, Statement } from '../src/index.ts';
import { parse, print, withoutSpans } from '../src/index.ts';

/** The statements of a text without mistakes. */
export function statements(text: string): readonly Statement[] {
  const { statements: tree, diagnostics } = parse(text);
  expect(diagnostics, text).toEqual([]);
  return tree;
}

/** The only statement of a text, without spans. */
export function tree(text: string): unknown {
  const list = statements(text);
  expect(list).toHaveLength(1);
  return withoutSpans(list[0]);
}

/** Number, line and message of each mistake. */
export function mistakes(text: string): readonly string[] {
  return parse(text).diagnostics.map(({ number, line, message }: Diagnostic) => `${number} line ${line}: ${message}`);
}

/** Reads, prints and reads again: the same tree, and the same text when printed once more. */
export function roundTrip(text: string): string {
  const first = statements(text);
  const printed = print(first);
  const { statements: second, diagnostics } = parse(printed);
  expect(diagnostics, printed).toEqual([]);
  expect(withoutSpans(second), printed).toEqual(withoutSpans(first));
  expect(print(second)).toBe(printed);
  return printed;
}
