/**
 * String functions that make strings: CHAR, CONCAT, REPLICATE, SPACE, STR, QUOTENAME, STRING_ESCAPE, and those that turn a string into a code:
 * ASCII, UNICODE, SOUNDEX, DIFFERENCE, PARSENAME. CONCAT and CONCAT_WS see NULLs and skip them.
 */

import { char, INT, isLarge, isUnicode, MAX, nchar, nvarchar, type Type, varchar } from '@sprocket/tsql';
import { parseName } from '../catalog/object-name.ts';
import { sqlError } from '../errors.ts';
import type { Value } from '../values/value.ts';
import type { Argument, Builtin } from './builtin.ts';
import { as, constantInt, container, define, float, int, type Param, sysname, text, textType, varyingText } from './define.ts';
import { characterOf, firstByte } from './encoding.ts';
import { soundex, soundexDifference } from './soundex.ts';
import { str } from './str.ts';
import { unitLimit } from './string-search.ts';
import { countsCharacters } from './supplementary.ts';

/** An argument of CONCAT: anything, as the string that its implicit conversion gives; a bare NULL adds no width. */
const concatenated: Param = (argument) => (argument.untypedNull === true ? varchar(1) : varyingText(textType(argument.type)));

function concatType(types: readonly Type[], args: readonly Argument[], separators = 0): Type {
  const unicode = types.some(isUnicode);
  const collation = types.find((type) => type.collation !== undefined)?.collation;
  if (types.some(isLarge)) return unicode ? nvarchar(MAX, collation) : varchar(MAX, collation);
  const width = types.reduce((sum, type, i) => sum + (args[i]?.untypedNull === true ? 0 : type.length), separators);
  const length = Math.min(Math.max(width, 1), unicode ? 4000 : 8000);
  return unicode ? nvarchar(length, collation) : varchar(length, collation);
}

function concatWsType(types: readonly Type[], args: readonly Argument[]): Type {
  const [separator, ...values] = types;
  const separators = Math.max(separator!.length, 0) * (values.length - 1);
  return concatType(values, args.slice(1), isLarge(separator!) ? 8000 : separators);
}

const present = (value: Value): value is NonNullable<Value> => value !== null;

function replicate(s: string, count: number, limit: number): string | null {
  if (count < 0) return null;
  if (s === '' || count === 0) return '';
  const times = Math.min(count, Math.ceil(limit / s.length));
  const repeated = s.repeat(Math.min(times, Math.ceil(0x1fffffe8 / s.length)));
  return repeated.length > limit ? repeated.slice(0, limit) : repeated;
}

function replicateType([type]: readonly Type[], args: readonly Argument[]): Type {
  const count = constantInt(args[1]);
  return count === undefined || count < 0 ? container(type!) : varyingText(type!, Math.max(type!.length * count, 1));
}

/** The closing character by either of a pair. */
const QUOTES: Readonly<Record<string, readonly [string, string]>> = {
  '[': ['[', ']'],
  ']': ['[', ']'],
  '(': ['(', ')'],
  ')': ['(', ')'],
  '<': ['<', '>'],
  '>': ['<', '>'],
  '{': ['{', '}'],
  '}': ['{', '}'],
  '"': ['"', '"'],
  "'": ["'", "'"],
  '`': ['`', '`'],
};

function quoteName(name: string, delimiter: string): string | null {
  const quotes = QUOTES[delimiter[0] ?? '['];
  if (quotes === undefined || name.length > 128) return null;
  const [open, close] = quotes;
  return open + name.replaceAll(close, close + close) + close;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '/': '\\/',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/** STRING_ESCAPE(…, 'json'): the slash is escaped too, unlike in FOR JSON. */
function escapeJson(s: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what JSON must escape.
  return s.replace(/["\\/\u0000-\u001f]/g, (c) => ESCAPES[c] ?? `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

export const STRING_BUILD: readonly Builtin[] = [
  define({
    name: 'ASCII',
    params: [text],
    returns: INT,
    evaluator: ({ params: [type] }) => {
      return (_, s: string) => firstByte(s, type!);
    },
  }),
  define({
    name: 'UNICODE',
    params: [text],
    returns: INT,
    evaluator: ({ params: [type] }) =>
      countsCharacters(type) ? (_, s: string) => s.codePointAt(0) ?? null : (_, s: string) => (s === '' ? null : s.charCodeAt(0)),
  }),
  define({
    name: 'CHAR',
    params: [int],
    returns: char(1),
    nullable: true,
    evaluate: (_, n: number) => (n < 0 || n > 255 ? null : characterOf(n)),
  }),
  define({
    name: 'NCHAR',
    params: [int],
    returns: nchar(1),
    nullable: true,
    evaluate: (_, n: number) => (n < 0 || n > 0xffff ? null : String.fromCharCode(n)),
  }),
  define({
    name: 'CONCAT',
    params: [],
    rest: concatenated,
    least: 2,
    returns: concatType,
    nullable: false,
    nullCall: true,
    evaluate: (_, ...values: (string | null)[]) => values.join(''),
  }),
  define({
    name: 'CONCAT_WS',
    params: [concatenated],
    rest: concatenated,
    least: 3,
    returns: concatWsType,
    nullable: false,
    nullCall: true,
    evaluate: (_, separator: string | null, ...values: (string | null)[]) => values.filter(present).join(separator ?? ''),
  }),
  define({
    name: 'REPLICATE',
    params: [text, int],
    returns: replicateType,
    nullable: true,
    evaluator: ({ params: [type] }) => {
      const limit = unitLimit(type!);
      return (_, s: string, count: number) => replicate(s, count, limit);
    },
  }),
  define({
    name: 'SPACE',
    params: [int],
    returns: (_, [count]) => varchar(Math.min(Math.max(constantInt(count) ?? 8000, 1), 8000)),
    nullable: true,
    evaluate: (_, count: number) => replicate(' ', count, 8000),
  }),
  define({
    name: 'STR',
    params: [float, int, int],
    optional: 2,
    returns: (_, args) => varchar(args.length < 2 ? 10 : Math.min(Math.max(constantInt(args[1]) ?? 8000, 1), 8000)),
    nullable: true,
    evaluate: (_, value: number, length = 10, decimals = 0) => str(value, length, decimals),
  }),
  define({
    name: 'QUOTENAME',
    params: [sysname, as(nchar(1))],
    optional: 1,
    returns: ([type]) => nvarchar(258, type?.collation),
    nullable: true,
    evaluate: (_, name: string, delimiter = '[') => quoteName(name, delimiter),
  }),
  define({
    name: 'STRING_ESCAPE',
    params: [text, text],
    returns: ([type]) => nvarchar(MAX, type?.collation),
    evaluate: (_, s: string, kind: string) => {
      if (kind.trimEnd().toLowerCase() !== 'json') throw sqlError(4199, kind, 2, 'string_escape');
      return escapeJson(s);
    },
  }),
  define({ name: 'SOUNDEX', params: [text], returns: varchar(5), evaluate: (_, s: string) => soundex(s) }),
  define({ name: 'DIFFERENCE', params: [text, text], returns: INT, evaluate: (_, a: string, b: string) => soundexDifference(a, b) }),
  define({
    name: 'PARSENAME',
    params: [sysname, int],
    returns: nvarchar(128),
    nullable: true,
    evaluate: (_, name: string, part: number) => (part < 1 ? null : (parseName(name)?.at(-part) ?? null)),
  }),
];
