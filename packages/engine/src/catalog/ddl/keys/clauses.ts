/**
 * Reading the tail of a statement about keys, which the parser keeps as a list of tokens: words are taken in turn, and what does not fit is a syntax
 * error near it.
 */

import type { Clause } from '@sprocket/tsql';
import { sqlError } from '../../../errors.ts';

export interface Clauses {
  /** Takes the words when they stand here, else nothing. A sign such as `=` counts as a word. */
  accept(...words: readonly string[]): boolean;
  /** The words must stand here. */
  expect(...words: readonly string[]): void;
  /** A name, quoted or not. */
  name(): string;
  /** A string constant. */
  text(): string;
  /** A binary constant, as hexadecimal digits. */
  binary(): string;
  /** What stands in parentheses. */
  group(): Clauses;
  /** The same where parentheses may be left out. */
  tryGroup(): Clauses | undefined;
  /** A name, a string or a number. */
  languageName(): string;
  atEnd(): boolean;
  /** 102 when something is left. */
  end(): void;
}

/** `before` is the word before the first token, which a syntax error names when there is none. */
export function clauses(items: readonly Clause[], before = ''): Clauses {
  let at = 0;
  const wordAt = (index: number): string | undefined => {
    const item = items[index];
    return item?.kind === 'word' || item?.kind === 'sign' ? item.value : undefined;
  };
  const refuse = (): never => {
    throw sqlError(102, nearText(items[at] ?? items.at(-1)) || before);
  };
  const accept = (...words: readonly string[]): boolean => {
    if (!words.every((word, i) => wordAt(at + i) === word)) return false;
    at += words.length;
    return true;
  };
  const next = (): Clause => items[at++] ?? refuse();
  const read = <Result>(take: (item: Clause) => Result | undefined): Result => {
    const taken = take(next());
    if (taken !== undefined) return taken;
    at -= 1;
    return refuse();
  };
  return {
    accept,
    expect: (...words) => {
      if (!accept(...words)) refuse();
    },
    name: () => read((item) => (item.kind === 'word' ? item.text : item.kind === 'identifier' ? item.value : undefined)),
    text: () => read((item) => (item.kind === 'string' ? item.value : undefined)),
    binary: () => read((item) => (item.kind === 'binary' ? item.hex : undefined)),
    group: () => clauses(read((item) => (item.kind === 'group' ? item.items : undefined))),
    tryGroup: () => {
      const item = items[at];
      if (item?.kind !== 'group') return undefined;
      at += 1;
      return clauses(item.items);
    },
    languageName: () =>
      read((item) => (item.kind === 'integer' || item.kind === 'word' ? item.text : item.kind === 'string' ? item.value : undefined)),
    atEnd: () => at >= items.length,
    end: () => {
      if (at < items.length) refuse();
    },
  };
}

function nearText(item: Clause | undefined): string {
  switch (item?.kind) {
    case 'word':
      return item.text;
    case 'sign':
    case 'string':
    case 'identifier':
      return item.value;
    case 'variable':
      return item.name;
    case 'group':
      return '(';
    case 'binary':
      return `0x${item.hex}`;
    default:
      return '';
  }
}

/** `PASSWORD = '…'` */
export function password(from: Clauses): string {
  from.expect('PASSWORD', '=');
  return from.text();
}

/** The words, then `PASSWORD = '…'`; null when they do not stand here. */
export function passwordAfter(from: Clauses, ...words: readonly string[]): string | null {
  return from.accept(...words) ? password(from) : null;
}

/** `AUTHORIZATION principal`; null when it is not written. */
export const authorization = (from: Clauses): string | null => (from.accept('AUTHORIZATION') ? from.name() : null);
