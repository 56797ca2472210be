/**
 * Reads JSON text in place. A value is known by where it starts and ends; nothing is built, so numbers keep their digits, objects the order of their
 * members, and a fragment is a slice of the text. Reading stops where its caller has what it wants: like SQL Server, a function only meets the
 * faults that lie before that. A fault is error 13609 at the first character of the offending token, and a state that names the function.
 */

import { sqlErrorState } from '../../errors.ts';

/** A document and the state of its errors: 1 for JSON_VALUE and JSON_QUERY, 3 and 4 for OPENJSON, 7 for JSON_MODIFY. */
export interface JsonSource {
  readonly text: string;
  readonly state: number;
}

export type JsonKind = 'object' | 'array' | 'string' | 'number' | 'true' | 'false' | 'null';

/** Containers within containers that a document may have. */
const MAX_DEPTH = 128;

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const WORD = /[^\s,:\]}"]*/y;

/** Position of the first character at or after `at` that is not blank. */
export function skipBlanks(text: string, at: number): number {
  let i = at;
  while (i < text.length && ' \t\n\r'.includes(text[i]!)) i++;
  return i;
}

/** What kind of value starts at `at`. */
export function kindAt(source: JsonSource, at: number): JsonKind {
  switch (source.text[at]) {
    case '{':
      return 'object';
    case '[':
      return 'array';
    case '"':
      return 'string';
    default:
      return wordKind(source, at);
  }
}

function wordKind(source: JsonSource, at: number): JsonKind {
  const word = wordAt(source.text, at);
  if (word === 'true' || word === 'false' || word === 'null') return word;
  if (!NUMBER.test(word)) throw unexpected(source, at);
  return 'number';
}

function wordAt(text: string, at: number): string {
  WORD.lastIndex = at;
  return WORD.exec(text)?.[0] ?? '';
}

/** Position of the document's value; only an object or an array is one, unless `scalar`. */
export function rootAt(source: JsonSource, scalar = false): number {
  const at = skipBlanks(source.text, 0);
  const first = source.text[at];
  if (!scalar && first !== '{' && first !== '[') throw unexpected(source, at);
  return at;
}

/** Fails when something follows the value that ends at `end`. */
export function checkEnd(source: JsonSource, end: number): void {
  const at = skipBlanks(source.text, end);
  if (at < source.text.length) throw unexpected(source, at);
}

/** Position after the value at `at`. */
export function skipValue(source: JsonSource, at: number, depth = 1): number {
  switch (kindAt(source, at)) {
    case 'object':
      return eachMember(source, at, () => true, depth);
    case 'array':
      return eachItem(source, at, () => true, depth);
    case 'string':
      return skipString(source, at);
    default:
      return at + wordAt(source.text, at).length;
  }
}

/** What a visitor of members and items answers: true to go on. */
export type VisitMember = (key: string, at: number, keyAt: number) => boolean;
export type VisitItem = (index: number, at: number) => boolean;

/** Visits the members of the object at `at`; the position after it, or -1 when the visitor stopped. */
export function eachMember(source: JsonSource, at: number, visit: VisitMember, depth = 1): number {
  checkDepth(depth);
  let i = skipBlanks(source.text, at + 1);
  if (source.text[i] === '}') return i + 1;
  for (;;) {
    const keyAt = i;
    if (source.text[keyAt] !== '"') throw unexpected(source, keyAt);
    i = expect(source, skipBlanks(source.text, skipString(source, keyAt)), ':');
    const valueAt = skipBlanks(source.text, i);
    if (!visit(stringAt(source, keyAt), valueAt, keyAt)) return -1;
    i = skipBlanks(source.text, skipValue(source, valueAt, depth + 1));
    if (source.text[i] === '}') return i + 1;
    i = skipBlanks(source.text, expect(source, i, ','));
  }
}

/** Visits the items of the array at `at`; the position after it, or -1 when the visitor stopped. */
export function eachItem(source: JsonSource, at: number, visit: VisitItem, depth = 1): number {
  checkDepth(depth);
  let i = skipBlanks(source.text, at + 1);
  if (source.text[i] === ']') return i + 1;
  for (let index = 0; ; index++) {
    if (!visit(index, i)) return -1;
    i = skipBlanks(source.text, skipValue(source, i, depth + 1));
    if (source.text[i] === ']') return i + 1;
    i = skipBlanks(source.text, expect(source, i, ','));
  }
}

/** The characters of the string at `at`, unescaped. */
export function stringAt(source: JsonSource, at: number): string {
  const raw = source.text.slice(at, skipString(source, at));
  return raw.includes('\\') ? (JSON.parse(raw) as string) : raw.slice(1, -1);
}

/** The text of the scalar at `at`: a string unescaped, anything else as written. */
export function scalarAt(source: JsonSource, at: number): string {
  return source.text[at] === '"' ? stringAt(source, at) : wordAt(source.text, at);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters must be escaped within a JSON string.
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;

function skipString(source: JsonSource, at: number): number {
  STRING.lastIndex = at;
  const match = STRING.exec(source.text);
  if (match === null) throw unexpected(source, at);
  return at + match[0].length;
}

function expect(source: JsonSource, at: number, character: string): number {
  if (source.text[at] !== character) throw unexpected(source, at);
  return at + 1;
}

function checkDepth(depth: number): void {
  if (depth > MAX_DEPTH) throw sqlErrorState(13606, 1);
}

/** 13609; the end of the text is reported as a point. */
function unexpected(source: JsonSource, at: number): Error {
  return sqlErrorState(13609, source.state, source.text[at] ?? '.', Math.min(at, source.text.length));
}
