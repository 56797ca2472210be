/**
 * JSON paths: `[append] [lax | strict] $ .key ."quoted key" [0]`. Paths are constants in nearly all calls, so parsed ones are kept. `locate` follows
 * one through a document without reading further than it must.
 */

import { sqlError, sqlErrorState } from '../../errors.ts';
import { checkEnd, eachItem, eachMember, type JsonSource, kindAt, rootAt } from './reader.ts';

export interface JsonPath {
  /** JSON_MODIFY adds to the array instead of replacing it. */
  readonly append: boolean;
  /** A path that leads nowhere is an error and not NULL. */
  readonly strict: boolean;
  /** Keys and array indexes. */
  readonly steps: readonly (string | number)[];
}

const CACHE_SIZE = 500;
const cache = new Map<string, JsonPath>();

export function parsePath(text: string): JsonPath {
  const known = cache.get(text);
  if (known !== undefined) return known;
  const path = readPath(text);
  if (cache.size >= CACHE_SIZE) cache.clear();
  cache.set(text, path);
  return path;
}

const HEAD = /^\s*(append\s+)?(?:(lax|strict)\s+)?(?=\$)/i;
const KEY = /[\p{L}\p{N}_]+/uy;
const QUOTED = /"((?:[^"\\]|\\.)*)"/y;
const INDEX = /\s*(\d+)\s*\]/y;

function readPath(text: string): JsonPath {
  const head = HEAD.exec(text);
  if (head === null) throw badPath(text, text.length - text.trimStart().length);
  const steps: (string | number)[] = [];
  let at = head[0].length + 1;
  while (at < text.length) {
    if (/\s/.test(text[at]!)) at++;
    else if (text[at] === '.') at = readKey(text, at + 1, steps);
    else if (text[at] === '[') at = readMatch(text, at + 1, INDEX, (digits) => steps.push(Number(digits)));
    else throw badPath(text, at);
  }
  if (steps.length > 128) throw sqlErrorState(13606, 4);
  return { append: head[1] !== undefined, strict: head[2]?.toLowerCase() === 'strict', steps };
}

function readKey(text: string, at: number, steps: (string | number)[]): number {
  if (text[at] === '"') return readMatch(text, at, QUOTED, (key) => steps.push(key.replace(/\\(.)/g, '$1')));
  return readMatch(text, at, KEY, (key) => steps.push(key));
}

/** Reads what a sticky expression matches at `at`; its first group, or all of it, is the step. */
function readMatch(text: string, at: number, pattern: RegExp, use: (step: string) => void): number {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  if (match === null) throw badPath(text, at);
  use(match[1] ?? match[0]);
  return at + match[0].length;
}

function badPath(text: string, at: number): Error {
  return sqlError(13607, text[at] ?? '.', at);
}

/** Where the value of a path starts; undefined when the document has none. */
export function locate(source: JsonSource, steps: readonly (string | number)[]): number | undefined {
  let at: number | undefined = rootAt(source);
  for (const [depth, step] of steps.entries()) {
    at = stepInto(source, at, step, depth === 0);
    if (at === undefined) return undefined;
  }
  return at;
}

/** The value of one step; when the root lacks it, the whole document has been read and must be sound. */
function stepInto(source: JsonSource, at: number, step: string | number, isRoot: boolean): number | undefined {
  let found: number | undefined;
  const wanted = typeof step === 'string' ? 'object' : 'array';
  if (kindAt(source, at) !== wanted) return undefined;
  const end =
    typeof step === 'string'
      ? eachMember(source, at, (key, valueAt) => {
          if (key === step) found = valueAt;
          return found === undefined;
        })
      : eachItem(source, at, (index, itemAt) => {
          if (index === step) found = itemAt;
          return found === undefined;
        });
  if (found === undefined && isRoot) checkEnd(source, end);
  return found;
}
