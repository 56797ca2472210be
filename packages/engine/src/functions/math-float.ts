/**
 * Mathematics in float: trigonometry, roots, logarithms, exponentials. A result outside the domain is 3623 and one outside float 8115; with ARITHABORT
 * and ANSI_WARNINGS OFF both are NULL.
 */

import { FLOAT, isDecimal, type Type } from '@sprocket/tsql';
import type { Environment } from '../environment.ts';
import { sqlError } from '../errors.ts';
import { converter } from '../values/convert.ts';
import { divideRounded, fitsPrecision, powerOfTen, rescale } from '../values/decimal.ts';
import { arithmeticFailure, overflow } from '../values/failure.ts';
import { BIGINT_MAX, BIGINT_MIN, RANGES } from '../values/ranges.ts';
import type { Value } from '../values/value.ts';
import type { Builtin, Evaluate } from './builtin.ts';
import { define, float, number } from './define.ts';

/** A finite result; NaN is outside the domain, infinity outside the type. */
export function checkFloat(env: Environment, result: number): number | null {
  if (Number.isFinite(result)) return result;
  return arithmeticFailure(env, Number.isNaN(result) ? sqlError(3623) : overflow(FLOAT));
}

/** A function of one float. */
const unary = (name: string, compute: (x: number) => number): Builtin =>
  define({ name, params: [float], returns: FLOAT, evaluate: (env, x: number) => checkFloat(env, compute(x)) });

const positive = (log: (x: number) => number) => (x: number) => (x <= 0 ? Number.NaN : log(x));
const cotangent = (x: number): number => (x === 0 ? Number.NaN : 1 / Math.tan(x));

function logarithm(x: number, base?: number): number {
  if (x <= 0) return Number.NaN;
  if (base === undefined) return Math.log(x);
  return base <= 0 || base === 1 ? Number.NaN : Math.log(x) / Math.log(base);
}

function arcTangent(y: number, x: number): number {
  return x === 0 && y === 0 ? Number.NaN : Math.atan2(y, x);
}

/** POWER keeps the type of its base; an exact one widens to 38 digits. */
function powerType(base: Type): Type {
  return isDecimal(base) ? { ...base, precision: 38 } : base;
}

function power(returns: Type): Evaluate {
  const convert = returns.name === 'float' ? undefined : converter(FLOAT, returns, { explicit: true });
  return (env: Environment, x: number, y: number) => {
    if (x === 0 && y < 0) return arithmeticFailure(env, sqlError(8134));
    const result = checkFloat(env, x ** y);
    return result === null || convert === undefined ? result : convert(result, env);
  };
}

/** Digits of π for exact numbers. */
const PI_SCALE = 37;
const PI_DIGITS = 31415926535897932384626433832795028842n;

/** DEGREES and RADIANS keep their type; a decimal gets at least 18 digits of scale. */
function angleType(type: Type): Type {
  return isDecimal(type) ? { ...type, precision: 38, scale: Math.max(type.scale, 18) } : type;
}

const angleRow = (name: string, ofFloat: (x: number) => number, ofExact: (x: bigint) => bigint): Builtin =>
  define({
    name,
    params: [number],
    returns: ([type]) => angleType(type!),
    evaluator: ({ params: [type], returns }) => {
      if (returns.name === 'float') return (env, x: number) => checkFloat(env, ofFloat(x));
      return exactAngle(type!, returns, ofExact);
    },
  });

function exactAngle(type: Type, returns: Type, compute: (x: bigint) => bigint): Evaluate {
  const from = type.name === 'money' ? 4 : type.scale;
  const to = returns.name === 'money' ? 4 : returns.scale;
  // Twenty guard digits keep the last digit of the result right.
  const guard = 20;
  return (env: Environment, x: number | bigint) => {
    const scaled = compute(BigInt(x) * powerOfTen(to + guard)) / powerOfTen(from);
    const result = isDecimal(returns) ? rescale(scaled, guard, 0) : scaled / powerOfTen(guard);
    return exactResult(env, result, returns);
  };
}

/** A bigint in the form of an exact type; 8115 when it does not fit. */
export function exactResult(env: Environment, result: bigint, type: Type): Value {
  const range = RANGES[type.name];
  if (range !== undefined) {
    const n = Number(result);
    return n < range.min || n > range.max ? arithmeticFailure(env, overflow(type)) : n;
  }
  const fits = isDecimal(type) ? fitsPrecision(result, type.precision) : result >= BIGINT_MIN && result <= BIGINT_MAX;
  return fits ? result : arithmeticFailure(env, overflow(type));
}

export const FLOAT_MATH: readonly Builtin[] = [
  unary('ACOS', Math.acos),
  unary('ASIN', Math.asin),
  unary('ATAN', Math.atan),
  unary('COS', Math.cos),
  unary('COT', cotangent),
  unary('EXP', Math.exp),
  unary('LOG10', positive(Math.log10)),
  unary('SIN', Math.sin),
  unary('SQRT', Math.sqrt),
  unary('SQUARE', (x) => x * x),
  unary('TAN', Math.tan),
  define({
    name: 'ATN2',
    params: [float, float],
    returns: FLOAT,
    evaluate: (env, y: number, x: number) => checkFloat(env, arcTangent(y, x)),
  }),
  define({
    name: 'LOG',
    params: [float, float],
    optional: 1,
    returns: FLOAT,
    evaluate: (env, x: number, base?: number) => checkFloat(env, logarithm(x, base)),
  }),
  define({ name: 'PI', returns: FLOAT, nullable: false, evaluate: () => Math.PI }),
  define({
    name: 'POWER',
    params: [float, float],
    returns: (_, [base]) => powerType(number(base!, 1, 'POWER')),
    evaluator: ({ returns }) => power(returns),
  }),
  angleRow(
    'DEGREES',
    (x) => (x * 180) / Math.PI,
    (x) => divideRounded(x * 180n * powerOfTen(PI_SCALE), PI_DIGITS),
  ),
  angleRow(
    'RADIANS',
    (x) => (x * Math.PI) / 180,
    (x) => divideRounded(x * PI_DIGITS, 180n * powerOfTen(PI_SCALE)),
  ),
  define({
    name: 'RAND',
    params: [float],
    optional: 1,
    returns: FLOAT,
    volatility: 'statement',
    nullCall: true,
    nullable: false,
    evaluate: (env, seed?: number | null) => (seed === undefined ? env.random() : env.random(Math.trunc(seed ?? 0))),
  }),
];
