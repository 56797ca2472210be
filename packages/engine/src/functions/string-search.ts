/**
 * String functions that look into a string: LEN, DATALENGTH, CHARINDEX, PATINDEX, REPLACE, TRANSLATE. All compare under the collation of their
 * arguments, so under the default one REPLACE ignores case. Lengths and positions in MAX types are bigint.
 */

import { BIGINT, INT, isBinary, isClr, isString, isUnicode, MAX, type Type } from '@sprocket/tsql';
import { sqlError } from '../errors.ts';
import { byteLength, like } from '../values/collation.ts';
import { isVariant, type Value } from '../values/value.ts';
import type { Builtin, Evaluate } from './builtin.ts';
import { any, define, invalidArgument, joinedText, type Param, readText, text, whole } from './define.ts';
import { comparisonOf, type Fold, foldingOf } from './folding.ts';
import { storageSize } from './storage-size.ts';
import { byCharacter, countsCharacters } from './supplementary.ts';

/** int, or bigint for a MAX type. */
const lengthType = (type: Type): Type => (type.length === MAX ? BIGINT : INT);

/** A count in the form of its type. */
const asLength = (type: Type): ((n: number) => Value) => (type.name === 'bigint' ? BigInt : (n) => n);

function trimmedLength(s: string): number {
  let length = s.length;
  while (length > 0 && s.charCodeAt(length - 1) === 0x20) length--;
  return length;
}

function dataLength(type: Type): (value: NonNullable<Value>) => number {
  if (isString(type) || type.name === 'xml') return (value) => byteLength(value as string, type);
  if (isBinary(type) || isClr(type)) return (value) => (value as Uint8Array).length;
  if (type.name === 'sql_variant') return (value) => (isVariant(value) ? dataLength(value.type)(value.value) : 0);
  const size = storageSize(type);
  return () => size;
}

/** 1-based position of `find` at or after `start`; 0 when it is absent or empty. */
function indexOf(find: string, s: string, start: number): number {
  return find === '' ? 0 : s.indexOf(find, Math.max(start, 1) - 1) + 1;
}

function charindex(fold: Fold): (find: string, s: string, start?: number | bigint) => number {
  return (find, s, start = 1) => indexOf(fold(find), fold(s), Number(start));
}

type Matcher = (pattern: string) => (text: string) => boolean;

/** The elements of a pattern before its first %; a set counts as one character. */
const HEAD = /^(?:\[\^?\]?[^\]]*\]|[^%[])*/;
const ELEMENT = /\[\^?\]?[^\]]*\]|[\s\S]/g;

/** 1-based position of the first match; a pattern without a leading % only matches from the start. */
function patindex(pattern: string, s: string, matcher: Matcher): number {
  if (!pattern.startsWith('%')) return matcher(pattern)(s) ? 1 : 0;
  const rest = pattern.replace(/^%+/, '');
  const matches = matcher(rest);
  // `%` alone matches anything, the empty string too.
  if (s === '') return matches('') ? 1 : 0;
  const head = HEAD.exec(rest)?.[0] ?? '';
  const width = head.match(ELEMENT)?.length ?? 0;
  const begins = matcher(head);
  for (let at = 0; at + width <= s.length; at++) {
    // What stands before the first % is tried first, so that long texts are not matched from every position.
    if (begins(s.slice(at, at + width)) && matches(s.slice(at))) return at + 1;
  }
  return 0;
}

const searched: Param = (argument, position, name) => {
  if (argument.untypedNull === true || !isString(argument.type)) throw invalidArgument(argument, position, name);
  return argument.type;
};

/** `s` with every occurrence of `find` replaced, cut at 8,000 bytes unless the result is MAX. */
function replacer(fold: Fold, limit: number): (s: string, find: string, by: string) => string {
  return (s, find, by) => {
    if (find === '' || s === '') return s;
    const replaced = replaceAll(s, fold(s), fold(find), by);
    return replaced.length > limit ? replaced.slice(0, limit) : replaced;
  };
}

function replaceAll(s: string, folded: string, find: string, by: string): string {
  let at = folded.indexOf(find);
  if (at < 0) return s;
  let result = '';
  let from = 0;
  for (; at >= 0; at = folded.indexOf(find, from)) {
    result += s.slice(from, at) + by;
    from = at + find.length;
  }
  return result + s.slice(from);
}

function translate(s: string, characters: string, translations: string, fold: Fold): string {
  if (characters.length !== translations.length) throw sqlError(9828);
  const from = fold(characters);
  return Array.from(fold(s), (unit, i) => {
    const at = from.indexOf(unit);
    return at < 0 ? s[i]! : translations[at]!;
  }).join('');
}

/** Code units that a string type's values may have; Infinity for MAX. */
export function unitLimit(type: Type): number {
  return type.length === MAX ? Number.POSITIVE_INFINITY : isUnicode(type) ? 4000 : 8000;
}

export const STRING_SEARCH: readonly Builtin[] = [
  define({
    name: 'LEN',
    params: [text],
    returns: ([type]) => lengthType(type!),
    evaluator: ({ params: [type], returns }) => {
      const cast = asLength(returns);
      return countsCharacters(type)
        ? (_, s: string) => cast(byCharacter([s], trimmedLength))
        : returns.name === 'int'
          ? (_, s: string) => trimmedLength(s)
          : (_, s: string) => cast(trimmedLength(s));
    },
  }),
  define({
    name: 'DATALENGTH',
    params: [any],
    returns: ([type]) => lengthType(type!),
    evaluator: ({ params: [type], returns }) => {
      const size = dataLength(type!);
      const cast = asLength(returns);
      return (_, value: NonNullable<Value>) => cast(size(value));
    },
  }),
  define({
    name: 'CHARINDEX',
    params: [text, readText, whole],
    optional: 1,
    returns: ([, type]) => lengthType(type!),
    evaluator: ({ params, returns }) => {
      const search = charindex(foldingOf(params));
      const cast = asLength(returns);
      const evaluate: Evaluate = (_, find: string, s: string, start?: number | bigint) => cast(search(find, s, start));
      return countsCharacters(params[1])
        ? (_, find: string, s: string, start?: number | bigint) => cast(byCharacter([find, s], (f, t) => search(f, t, start)))
        : evaluate;
    },
  }),
  define({
    name: 'PATINDEX',
    params: [text, searched],
    returns: ([, type]) => lengthType(type!),
    evaluator: ({ params, returns }) => {
      const collation = comparisonOf([params[1]!]);
      const cast = asLength(returns);
      return (_, pattern: string, s: string) => cast(patindex(pattern, s, (p) => like(p, null, collation)));
    },
  }),
  define({
    name: 'REPLACE',
    params: [text, text, text],
    returns: (types) => joinedText(types),
    evaluator: ({ params, returns }) => {
      const replace = replacer(foldingOf(params), unitLimit(returns));
      return (_, s: string, find: string, by: string) => replace(s, find, by);
    },
  }),
  define({
    name: 'TRANSLATE',
    params: [text, text, text],
    returns: (types) => joinedText(types, types[0]!.length),
    evaluator: ({ params }) => {
      const fold = foldingOf(params);
      return (_, s: string, characters: string, translations: string) =>
        byCharacter([s, characters, translations], (a, b, c) => translate(a, b, c, fold));
    },
  }),
];
