/**
 * String functions that cut, trim and change the case of one string: LEFT, RIGHT, SUBSTRING, STUFF, TRIM and their kin. Positions count UTF-16
 * code units, as SQL Server does under every collation without supplementary characters (_SC); with such a collation they count characters.
 */

import { isBinary, isString, MAX, type Type, varbinary } from '@sprocket/tsql';
import { sqlError, sqlErrorState } from '../errors.ts';
import type { Argument, Builtin, Evaluate } from './builtin.ts';
import { constantInt, define, int, invalidArgument, joinedText, type Param, readText, text, varyingText } from './define.ts';
import { type Fold, foldingOf } from './folding.ts';
import { byCharacter, countsCharacters } from './supplementary.ts';

/** The source of SUBSTRING: a string or binary, and nothing that would have to be converted. */
const sliceable: Param = (argument, position, name) => {
  const { type } = argument;
  if (argument.untypedNull === true) throw invalidArgument(argument, position, name);
  if (isBinary(type)) return type;
  if (isString(type)) return readText(argument, position, name);
  throw invalidArgument(argument, position, name);
};

const keepText = ([type]: readonly Type[]): Type => varyingText(type!);

/** LEFT, RIGHT: as wide as the count when that is constant. */
const prefixType =
  (name: string) =>
  ([type]: readonly Type[], args: readonly Argument[]): Type =>
    narrowed(type!, constantLength(args[1], name, 6));

/** A negative constant is refused when the call is bound, under another state than one that is met in a row. */
function constantLength(arg: Argument | undefined, name: string, state: number): number | undefined {
  const count = constantInt(arg);
  if (count !== undefined && count < 0) throw sqlErrorState(536, state, name);
  return count;
}

function narrowed(type: Type, count: number | undefined): Type {
  const whole = varyingText(type);
  return count === undefined || count < 0 || whole.length === MAX ? whole : varyingText(type, Math.min(whole.length, count));
}

function sliceType([type]: readonly Type[], args: readonly Argument[]): Type {
  const count = constantLength(args[2], 'substring', 8);
  if (!isBinary(type!)) return narrowed(type!, count);
  const whole = type!.name === 'image' ? MAX : type!.length;
  return varbinary(count === undefined || count < 0 || whole === MAX ? whole : Math.max(Math.min(whole, count), 1));
}

function left(s: string, n: number): string {
  if (n < 0) throw sqlError(537);
  return s.slice(0, n);
}

function right(s: string, n: number): string {
  if (n < 0) throw sqlError(536, 'RIGHT');
  return n === 0 ? '' : s.slice(-n);
}

interface Sliceable<T> {
  slice(from: number, to: number): T;
}

/** The part from 1-based `start`; what lies before position 1 counts towards `length` but yields nothing. */
function substring<T extends Sliceable<T>>(s: T, start: number, length: number): T {
  if (length < 0) throw sqlError(537);
  const from = Math.max(start, 1) - 1;
  return s.slice(from, Math.max(start + length - 1, from));
}

/** The same function over characters when the collation counts them. */
function byCharacters(row: (s: string, ...rest: number[]) => string): Builtin['evaluator'] {
  const plain: Evaluate = (_, s: string, ...rest: number[]) => row(s, ...rest);
  const counting: Evaluate = (_, s: string, ...rest: number[]) => byCharacter([s], (t) => row(t, ...rest));
  return ({ params }) => (countsCharacters(params[0]) ? counting : plain);
}

/** STUFF: NULL for a start outside the string or a negative length; a NULL replacement only deletes. */
function stuff(s: string, start: number, length: number, replacement: string | null): string | null {
  if (start < 1 || start > s.length || length < 0) return null;
  return s.slice(0, start - 1) + (replacement ?? '') + s.slice(start - 1 + length);
}

function stuffType(types: readonly Type[], args: readonly Argument[]): Type {
  const [source, , , replacement] = types as readonly [Type, Type, Type, Type];
  const joined = joinedText([source, replacement]);
  const start = constantInt(args[1]);
  const length = constantInt(args[2]);
  if (joined.length === MAX || start === undefined || length === undefined || start < 1 || length < 0) return joined;
  const deleted = Math.max(Math.min(length, source.length - start + 1), 0);
  return joinedText([source, replacement], Math.max(source.length - deleted + Math.max(replacement.length, 0), 1));
}

function trimStart(s: string, isTrimmed: (unit: string) => boolean): string {
  let from = 0;
  while (from < s.length && isTrimmed(s[from]!)) from++;
  return s.slice(from);
}

function trimEnd(s: string, isTrimmed: (unit: string) => boolean): string {
  let to = s.length;
  while (to > 0 && isTrimmed(s[to - 1]!)) to--;
  return s.slice(0, to);
}

const isBlank = (unit: string): boolean => unit === ' ';

/** Membership in a set of characters under a collation. */
function memberOf(characters: string, fold: Fold): (unit: string) => boolean {
  const set = fold(characters);
  return (unit) => set.includes(fold(unit));
}

type Trimmer = (s: string, isTrimmed: (unit: string) => boolean) => string;
const trimBoth: Trimmer = (s, isTrimmed) => trimEnd(trimStart(s, isTrimmed), isTrimmed);

/** With a set of characters as second argument, also for TRIM(LEADING … FROM …), which the binder writes as LTRIM. */
const trimRow = (name: string, trim: Trimmer): Builtin =>
  define({
    name,
    params: [text, text],
    optional: 1,
    returns: keepText,
    evaluator: ({ params }) => {
      const fold = foldingOf(params);
      return (_, s: string, characters?: string) => trim(s, characters === undefined ? isBlank : memberOf(characters, fold));
    },
  });

/**
 * Upper and lower case map character by character: ß has no single capital, so it stays.
 * Turkish and Azeri collations pair the dotted and the dotless i.
 */
function caseRow(name: string, change: (s: string, locale?: string) => string): Builtin {
  return define({
    name,
    params: [text],
    returns: keepText,
    evaluator: ({ params: [type] }) => {
      const locale = /^(?:SQL_)?(?:Turkish|Azeri)/i.test(type?.collation ?? '') ? 'tr' : undefined;
      const unit = (character: string): string => {
        const changed = change(character, locale);
        return changed.length === character.length ? changed : character;
      };
      return (_, s: string) => {
        const whole = change(s, locale);
        return whole.length === s.length ? whole : Array.from(s, unit).join('');
      };
    },
  });
}

const upper = (s: string, locale?: string): string => (locale === undefined ? s.toUpperCase() : s.toLocaleUpperCase(locale));
const lower = (s: string, locale?: string): string => (locale === undefined ? s.toLowerCase() : s.toLocaleLowerCase(locale));

/** Turns a string around by code units, or by characters under a supplementary collation. */
const reverse = (s: string): string => {
  let reversed = '';
  for (let i = s.length - 1; i >= 0; i--) reversed += s[i];
  return reversed;
};

export const STRING_PARTS: readonly Builtin[] = [
  define({ name: 'LEFT', params: [text, int], returns: prefixType('left'), evaluator: byCharacters((s, n) => left(s, n!)) }),
  define({ name: 'RIGHT', params: [text, int], returns: prefixType('right'), evaluator: byCharacters((s, n) => right(s, n!)) }),
  define({
    name: 'SUBSTRING',
    params: [sliceable, int, int],
    optional: 1,
    returns: sliceType,
    evaluator: (signature, args) =>
      isBinary(signature.params[0]!)
        ? (_, s: Uint8Array, start: number, length = s.length) => substring(s, start, length)
        : byCharacters((s, start, length = s.length) => substring<string>(s, start!, length))(signature, args),
  }),
  define({
    name: 'STUFF',
    params: [text, int, int, text],
    returns: stuffType,
    nullCall: true,
    evaluator: ({ params }) => {
      const cut = countsCharacters(params[0])
        ? (s: string, start: number, length: number, r: string | null) => byCharacter([s, r ?? ''], (t, u) => stuff(t, start, length, u))
        : stuff;
      return (_, s: string | null, start: number | null, length: number | null, replacement: string | null) =>
        s === null || start === null || length === null ? null : cut(s, start, length, replacement);
    },
  }),
  trimRow('LTRIM', trimStart),
  trimRow('RTRIM', trimEnd),
  trimRow('TRIM', trimBoth),
  caseRow('UPPER', upper),
  caseRow('LOWER', lower),
  define({ name: 'REVERSE', params: [text], returns: keepText, evaluator: byCharacters(reverse) }),
];
