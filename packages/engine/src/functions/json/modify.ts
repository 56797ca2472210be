/**
 * JSON_MODIFY: changes the text around one value and leaves the rest as it was written. In lax mode a path that does not apply leaves the document
 * unchanged, a new key is added, and NULL removes a key; in strict mode the path must exist and NULL is stored.
 */

import { sqlError, sqlErrorState } from '../../errors.ts';
import { type JsonPath, locate, parsePath } from './path.ts';
import { checkEnd, eachItem, eachMember, type JsonSource, kindAt, rootAt, skipBlanks, skipValue } from './reader.ts';
import { quoteJson } from './text.ts';

/** What the path names within its container, by position. */
interface Target {
  /** Start of the member (its key) or of the item. */
  readonly at: number;
  readonly valueAt: number;
  readonly end: number;
}

/** The changed document; `value` is JSON text, null for SQL's NULL. */
export function modifyJson(document: string, pathText: string, value: string | null): string {
  const path = parsePath(pathText);
  const source: JsonSource = { text: document, state: 7 };
  const root = rootAt(source);
  const end = skipValue(source, root);
  checkEnd(source, end);
  const trimmed: JsonSource = { text: document.slice(root, end), state: 7 };
  if (path.steps.length === 0 && !path.append) throw sqlError(13619);
  return path.steps.length === 0 ? append(trimmed, path, 0, value) : change(trimmed, path, value);
}

function change(source: JsonSource, path: JsonPath, value: string | null): string {
  const last = path.steps.at(-1)!;
  const container = locate(source, path.steps.slice(0, -1));
  const wanted = typeof last === 'string' ? 'object' : 'array';
  if (container === undefined || kindAt(source, container) !== wanted) return missing(source, path);
  const target = find(source, container, last);
  if (target === undefined) return add(source, path, container, value);
  if (path.append) return append(source, path, target.valueAt, value);
  if (value === null && !path.strict && typeof last === 'string') return remove(source, target);
  return splice(source, target.valueAt, target.end, value ?? 'null');
}

/** A path that leads nowhere: 13608 in strict mode, else nothing changes. */
function missing(source: JsonSource, path: JsonPath): string {
  if (path.strict) throw sqlErrorState(13608, 2);
  return source.text;
}

function find(source: JsonSource, container: number, step: string | number): Target | undefined {
  let target: Target | undefined;
  const found = (at: number, valueAt: number): boolean => {
    target = { at, valueAt, end: skipValue(source, valueAt) };
    return false;
  };
  if (typeof step === 'string') eachMember(source, container, (key, valueAt, keyAt) => key !== step || found(keyAt, valueAt));
  else eachItem(source, container, (index, itemAt) => index !== step || found(itemAt, itemAt));
  return target;
}

/** A new key goes behind the last one; an array has no place for a new index. */
function add(source: JsonSource, path: JsonPath, container: number, value: string | null): string {
  const key = path.steps.at(-1)!;
  if (path.strict || typeof key === 'number') return missing(source, path);
  if (value === null && !path.append) return source.text;
  return insertLast(source, container, `${quoteJson(key)}:${path.append ? `[${value ?? 'null'}]` : value}`);
}

function append(source: JsonSource, path: JsonPath, at: number, value: string | null): string {
  if (kindAt(source, at) === 'array') return insertLast(source, at, value ?? 'null');
  if (path.strict) throw sqlError(13621);
  return source.text;
}

/** Puts text before the closing bracket of a container, after a comma unless it is the first. */
function insertLast(source: JsonSource, container: number, text: string): string {
  const end = skipValue(source, container) - 1;
  let last = end;
  while (' \t\n\r'.includes(source.text[last - 1]!)) last--;
  const isEmpty = last === container + 1;
  return splice(source, last, last, isEmpty ? text : `,${text}`);
}

/** Takes a member out together with one of the commas beside it. */
function remove(source: JsonSource, target: Target): string {
  const next = skipBlanks(source.text, target.end);
  if (source.text[next] === ',') return splice(source, target.at, skipBlanks(source.text, next + 1), '');
  let from = target.at;
  while (' \t\n\r'.includes(source.text[from - 1]!)) from--;
  return splice(source, source.text[from - 1] === ',' ? from - 1 : target.at, target.end, '');
}

function splice({ text }: JsonSource, from: number, to: number, by: string): string {
  return text.slice(0, from) + by + text.slice(to);
}
