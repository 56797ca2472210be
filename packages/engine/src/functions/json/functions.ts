/**
 * The scalar JSON functions. JSON_OBJECT and JSON_ARRAY take what becomes of NULLs ('null' or 'absent') as a first, constant argument, which the binder
 * writes for the clause; the rest are as in SQL. Values that come straight from a function that yields JSON are embedded, other strings are quoted.
 */

import { INT, isString, MAX, nvarchar, type Type, varchar } from '@sprocket/tsql';
import { SqlError, sqlError, sqlErrorState } from '../../errors.ts';
import type { Present, Value } from '../../values/value.ts';
import type { Argument, Builtin, Evaluate, Signature } from '../builtin.ts';
import { any, define, invalidArgument, type Param, strictText } from '../define.ts';
import { modifyJson } from './modify.ts';
import { locate, parsePath } from './path.ts';
import { checkEnd, type JsonKind, type JsonSource, kindAt, rootAt, scalarAt, skipValue } from './reader.ts';
import { jsonText, quoteJson } from './text.ts';

const document: Param = strictText;
const path: Param = strictText;

/** What a new value of JSON_MODIFY may be: anything with a JSON form. */
const jsonValue: Param = (argument, position, name) => {
  if (['xml', 'image', 'text', 'ntext', 'cursor', 'table'].includes(argument.type.name)) throw invalidArgument(argument, position, name);
  return argument.type;
};

const isContainer = (kind: JsonKind): boolean => kind === 'object' || kind === 'array';

/** JSON_VALUE gives at most 4,000 characters; a longer string is NULL, or 13625 in strict mode. */
const MAX_SCALAR = 4000;

function scalarOf(text: string, pathText: string): string | null {
  const source: JsonSource = { text, state: 1 };
  const { strict, steps } = parsePath(pathText);
  const at = locate(source, steps);
  if (at === undefined) return absent(strict);
  const kind = kindAt(source, at);
  if (isContainer(kind)) return strict ? fail(13623) : null;
  if (kind === 'null') return null;
  const scalar = scalarAt(source, at);
  if (scalar.length <= MAX_SCALAR) return scalar;
  return strict ? fail(13625) : null;
}

function fragmentOf(text: string, pathText: string): string | null {
  const source: JsonSource = { text, state: 1 };
  const { strict, steps } = parsePath(pathText);
  const at = locate(source, steps);
  if (at === undefined) return absent(strict);
  const kind = kindAt(source, at);
  if (isContainer(kind)) return text.slice(at, skipValue(source, at));
  return strict && kind !== 'null' ? fail(13624) : null;
}

function absent(strict: boolean): null {
  if (strict) throw sqlError(13608);
  return null;
}

function fail(number: number): never {
  throw sqlErrorState(number, number === 13625 ? 1 : 2);
}

/** Never an error: a document that is not sound has no path. */
function pathExists(text: string, pathText: string): number {
  const { steps } = parsePath(pathText);
  return soundly(text, (source) => {
    const end = skipValue(source, rootAt(source));
    checkEnd(source, end);
    return locate(source, steps) !== undefined;
  });
}

/** ISJSON's second argument; without one an object or an array is meant. */
const SHAPES: Readonly<Record<string, (kind: JsonKind) => boolean>> = {
  VALUE: () => true,
  ARRAY: (kind) => kind === 'array',
  OBJECT: (kind) => kind === 'object',
  SCALAR: (kind) => kind === 'string' || kind === 'number',
};

function isJson(text: string, shape: string | undefined): number {
  const fits = shape === undefined ? isContainer : SHAPES[shape];
  return soundly(text, (source) => {
    const at = rootAt(source, shape !== undefined);
    checkEnd(source, skipValue(source, at));
    return fits?.(kindAt(source, at)) ?? false;
  });
}

/** 1 when the test holds, 0 when it does not or the text is at fault. */
function soundly(text: string, test: (source: JsonSource) => boolean): number {
  try {
    return Number(test({ text, state: 1 }));
  } catch (error) {
    if (error instanceof SqlError) return 0;
    throw error;
  }
}

/** Writes values as JSON; embeds what is JSON already. */
function writer(type: Type, argument: Argument | undefined, slash: boolean): (value: Present) => string {
  return argument?.json === true && isString(type) ? String : jsonText(type, slash);
}

/** Whether NULLs are written: the constant first argument. */
const keepsNulls = (args: readonly Argument[]): boolean => args[0]?.constant !== 'absent';

const builderSignature = (args: readonly Argument[]): Signature => ({
  params: args.map((arg, i) => (i === 0 ? varchar(10) : arg.type)),
  returns: nvarchar(MAX),
  nullable: false,
});

function objectBuilder({ params }: Signature, args: readonly Argument[]): Evaluate {
  const writers = params.map((type, i) => writer(type, args[i], false));
  const nulls = keepsNulls(args);
  return (_, __: Value, ...values: Value[]) => {
    const members: string[] = [];
    for (let i = 0; i + 1 < values.length; i += 2) {
      const key = values[i]!;
      const value = values[i + 1]!;
      if (key === null) throw sqlError(13638);
      if (value !== null || nulls) members.push(`${quoteJson(String(key), false)}:${value === null ? 'null' : writers[i + 2]!(value)}`);
    }
    return `{${members.join(',')}}`;
  };
}

function arrayBuilder({ params }: Signature, args: readonly Argument[]): Evaluate {
  const writers = params.map((type, i) => writer(type, args[i], false));
  const nulls = keepsNulls(args);
  return (_, __: Value, ...values: Value[]) => {
    const items = values.flatMap((value, i) => (value === null ? (nulls ? ['null'] : []) : [writers[i + 1]!(value)]));
    return `[${items.join(',')}]`;
  };
}

const builderRow = (name: string, evaluator: Builtin['evaluator']): Builtin => ({
  name,
  minArgs: 1,
  maxArgs: Number.POSITIVE_INFINITY,
  nullCall: true,
  yieldsJson: true,
  signature: builderSignature,
  evaluator,
});

export const JSON_FUNCTIONS: readonly Builtin[] = [
  define({
    name: 'JSON_VALUE',
    params: [document, path],
    returns: nvarchar(4000),
    nullable: true,
    evaluate: (_, text: string, at: string) => scalarOf(text, at),
  }),
  define({
    name: 'JSON_QUERY',
    params: [document, path],
    optional: 1,
    returns: nvarchar(MAX),
    nullable: true,
    yieldsJson: true,
    evaluate: (_, text: string, at = '$') => fragmentOf(text, at),
  }),
  define({
    name: 'JSON_MODIFY',
    params: [document, path, jsonValue],
    returns: nvarchar(MAX),
    nullable: true,
    nullCall: true,
    yieldsJson: true,
    evaluator: ({ params: [, , type] }, args) => {
      const write = writer(type!, args[2], true);
      return (_, text: string | null, at: string | null, value: Value) =>
        text === null || at === null ? null : modifyJson(text, at, value === null ? null : write(value));
    },
  }),
  define({
    name: 'JSON_PATH_EXISTS',
    params: [document, path],
    returns: INT,
    evaluate: (_, text: string, at: string) => pathExists(text, at),
  }),
  define({
    name: 'ISJSON',
    params: [document, any],
    optional: 1,
    keyword: 1,
    returns: INT,
    evaluator: (_, args) => {
      const shape = args[1] === undefined ? undefined : String(args[1].constant ?? '').toUpperCase();
      return (__, text: string) => isJson(text, shape);
    },
  }),
  builderRow('JSON_OBJECT', objectBuilder),
  builderRow('JSON_ARRAY', arrayBuilder),
];
