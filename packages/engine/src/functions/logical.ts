/**
 * Functions that choose among their arguments: ISNULL, CHOOSE, GREATEST, LEAST, and ISNUMERIC. ISNULL takes the type and the length of its first
 * argument, the others the common type of all. COALESCE, NULLIF and IIF are CASE expressions to the binder and not here.
 */

import { commonType, decimal, familyOf, INT, isDecimal, isInteger, isNumeric, isString, type Type } from '@sprocket/tsql';
import { comparer } from '../values/compare.ts';
import { integerDigits } from '../values/decimal.ts';
import { isVariant, type Present, type Value } from '../values/value.ts';
import type { Argument, Builtin, Evaluate, Signature } from './builtin.ts';
import { any, define, invalidArgument } from './define.ts';

/** The type that a list of values shares; untyped NULLs have no say. */
function sharedType(args: readonly Argument[]): Type {
  const typed = args.filter((arg) => arg.untypedNull !== true);
  const exact = typed.some((arg) => isDecimal(arg.type));
  return typed.length === 0 ? INT : typed.map((arg) => (exact ? literalDecimal(arg) : arg.type)).reduce(commonType);
}

/** An integer constant beside a decimal counts just its own digits. */
function literalDecimal({ type, constant }: Argument): Type {
  return isInteger(type) && constant !== undefined && constant !== null ? decimal(integerDigits(constant), 0) : type;
}

function isnullSignature(args: readonly Argument[]): Signature {
  const [first, second] = args as readonly [Argument, Argument];
  const type = first.untypedNull === true ? second.type : first.type;
  return { params: [type, type], returns: type, nullable: first.nullable && second.nullable };
}

function chooseSignature([, ...values]: readonly Argument[]): Signature {
  const type = sharedType(values);
  return { params: [INT, ...values.map(() => type)], returns: type, nullable: true };
}

function extremeSignature(name: string) {
  return (args: readonly Argument[]): Signature => {
    const type = sharedType(args);
    args.forEach((arg, i) => {
      if (['xml', 'other'].includes(familyOf(arg.type)) || ['text', 'ntext', 'image'].includes(arg.type.name))
        throw invalidArgument(arg, i + 1, name);
    });
    return { params: args.map(() => type), returns: type, nullable: args.every((arg) => arg.nullable) };
  };
}

/** The first value that no other beats; NULLs do not take part. */
function extreme(type: Type, direction: 1 | -1): Evaluate {
  const compare = comparer(type);
  return (_, ...values: Value[]) => {
    let best: Present | null = null;
    for (const value of values) {
      if (value !== null && (best === null || compare(value, best) * direction > 0)) best = value;
    }
    return best;
  };
}

const extremeRow = (name: string, direction: 1 | -1): Builtin => ({
  name,
  minArgs: 1,
  maxArgs: 254,
  nullCall: true,
  signature: extremeSignature(name),
  evaluator: ({ returns }) => extreme(returns, direction),
});

const CURRENCY = '$\u00a2-\u00a5\u09f2\u09f3\u0e3f\u17db\u20a0-\u20b5\u2133\ufdfc\ufe69\uff04\uffe0\uffe1\uffe5\uffe6';
const FLOAT_TEXT = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eEdD][+-]?\d+)?$/;
const MONEY_TEXT = new RegExp(`^(?:[+-]?[${CURRENCY}]?|[${CURRENCY}][+-]?)[\\d,]*\\.?\\d*$`);

/** True for text that converts to at least one numeric type; a lone sign, point, comma or currency sign counts as such. */
function isNumericText(text: string): boolean {
  const trimmed = text.replace(/^[\s\u00a0]+|[\s\u00a0]+$/g, '');
  return trimmed !== '' && (FLOAT_TEXT.test(trimmed) || MONEY_TEXT.test(trimmed));
}

function isNumericValue(type: Type, value: Value): boolean {
  if (isVariant(value)) return isNumericValue(value.type, value.value);
  return isString(type) ? isNumericText(String(value)) : isNumeric(type) && type.name !== 'bit';
}

export const LOGICAL: readonly Builtin[] = [
  {
    name: 'ISNULL',
    minArgs: 2,
    maxArgs: 2,
    nullCall: true,
    signature: isnullSignature,
    evaluator: () => (_, a: Value, b: Value) => a ?? b,
    select: (first) => (first === null ? 1 : 0),
    sqlite: ([a, b]) => `ifnull(${a}, ${b})`,
  },
  {
    name: 'CHOOSE',
    minArgs: 2,
    maxArgs: 255,
    nullCall: true,
    signature: chooseSignature,
    evaluator:
      () =>
      (_, index: number | null, ...values: Value[]) =>
        index === null ? null : (values[index - 1] ?? null),
    select: (index, count) => (index !== null && Number(index) >= 1 && Number(index) < count ? Number(index) : undefined),
  },
  extremeRow('GREATEST', 1),
  extremeRow('LEAST', -1),
  define({
    name: 'ISNUMERIC',
    params: [any],
    returns: INT,
    nullCall: true,
    nullable: false,
    evaluator: ({ params: [type] }) => {
      if (isString(type!)) return (_, value: string | null) => (value !== null && isNumericText(value) ? 1 : 0);
      return (_, value: Value) => (value !== null && isNumericValue(type!, value) ? 1 : 0);
    },
  }),
];
