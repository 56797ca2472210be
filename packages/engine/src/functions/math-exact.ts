/**
 * Mathematics that keeps the type of its argument: ABS, SIGN, FLOOR, CEILING, ROUND. Exact types are computed on their unscaled integers; a result
 * that leaves the type is 8115, so ROUND(748.58, -3) fails because decimal(5,2) has no room for 1000.00.
 */

import { INT, isDecimal, isInteger, type Type } from '@sprocket/tsql';
import type { Environment } from '../environment.ts';
import { divideRounded, powerOfTen } from '../values/decimal.ts';
import { arithmeticFailure, overflow } from '../values/failure.ts';
import type { Value } from '../values/value.ts';
import type { Builtin, Evaluate, Signature } from './builtin.ts';
import { define, int, number } from './define.ts';
import { checkFloat, exactResult } from './math-float.ts';

/** Digits after the point in the unscaled form. */
const scaleOf = (type: Type): number => (type.name === 'money' ? 4 : type.scale);

/** Evaluates a unary function by type: what is a number by `onFloat`, the rest as unscaled integers. */
function byType(type: Type, onFloat: (x: number) => number, onExact: (x: bigint) => bigint): Evaluate {
  if (type.name === 'float') return (env: Environment, x: number) => checkFloat(env, onFloat(x));
  if (type.name === 'int') return (env: Environment, x: number) => checkInt(env, onFloat(x));
  return (env: Environment, x: number | bigint) => exactResult(env, onExact(BigInt(x)), type);
}

/** Only ABS(-2147483648) leaves int. */
function checkInt(env: Environment, result: number): number | null {
  return result > 0x7fffffff ? arithmeticFailure(env, overflow(INT)) : result;
}

const sign = (x: bigint): bigint => (x > 0n ? 1n : x < 0n ? -1n : 0n);
const absolute = (x: bigint): bigint => (x < 0n ? -x : x);

/** The greatest multiple of `unit` not above `x`. */
function floorTo(x: bigint, unit: bigint): bigint {
  const quotient = x / unit;
  return (x < 0n && quotient * unit !== x ? quotient - 1n : quotient) * unit;
}

/** FLOOR and CEILING of a decimal have no digits after the point. */
const integralType = ([type]: readonly Type[]): Type => (isDecimal(type!) ? { ...type!, scale: 0 } : type!);

/** The argument itself: integers have nothing after the point. */
const unchanged = ([arg]: readonly string[], { returns }: Signature): string | undefined => (isInteger(returns) ? arg : undefined);

const integralRow = (name: string, onFloat: (x: number) => number, toUnit: (x: bigint, unit: bigint) => bigint): Builtin =>
  define({
    name,
    params: [number],
    returns: integralType,
    sqlite: unchanged,
    evaluator: ({ params: [type], returns }) => {
      const unit = powerOfTen(scaleOf(type!));
      const divisor = isDecimal(type!) ? unit : 1n;
      return byType(returns, onFloat, (x) => toUnit(x, unit) / divisor);
    },
  });

/** ROUND's third argument, when not 0, cuts instead. */
function roundExact(x: bigint, dropped: number, cut: boolean): bigint {
  if (dropped <= 0) return x;
  const unit = powerOfTen(dropped);
  return (cut ? x / unit : divideRounded(x, unit)) * unit;
}

function roundFloat(x: number, places: number, cut: boolean): number {
  const factor = 10 ** Math.abs(places);
  if (!Number.isFinite(factor)) return places > 0 ? x : 0;
  const scaled = places >= 0 ? Math.abs(x) * factor : Math.abs(x) / factor;
  if (!Number.isFinite(scaled) || (places >= 0 && scaled >= 2 ** 52)) return x;
  const whole = cut ? Math.floor(scaled) : Math.floor(scaled + 0.5);
  return Math.sign(x) * (places >= 0 ? whole / factor : whole * factor);
}

function round(type: Type): Evaluate {
  if (type.name === 'float') {
    return (env: Environment, x: number, places: number, mode = 0) => checkFloat(env, roundFloat(x, places, mode !== 0));
  }
  const scale = scaleOf(type);
  return (env: Environment, x: number | bigint, places: number, mode = 0): Value => {
    // More digits than the type has round to nothing.
    const dropped = Math.min(scale - places, 60);
    return exactResult(env, roundExact(BigInt(x), dropped, mode !== 0), type);
  };
}

export const EXACT_MATH: readonly Builtin[] = [
  define({ name: 'ABS', params: [number], returns: ([type]) => type!, evaluator: ({ returns }) => byType(returns, Math.abs, absolute) }),
  define({
    name: 'SIGN',
    params: [number],
    returns: ([type]) => type!,
    sqlite: ([arg], { returns }) => (isInteger(returns) ? `sign(${arg})` : undefined),
    evaluator: ({ returns }) => {
      const one = powerOfTen(scaleOf(returns));
      return byType(returns, Math.sign, (x) => sign(x) * one);
    },
  }),
  integralRow('FLOOR', Math.floor, floorTo),
  integralRow('CEILING', Math.ceil, (x, unit) => -floorTo(-x, unit)),
  define({
    name: 'ROUND',
    params: [number, int, int],
    optional: 1,
    returns: ([type]) => type!,
    evaluator: ({ returns }) => round(returns),
  }),
];
