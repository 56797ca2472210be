/**
 * PERCENTILE_CONT and PERCENTILE_DISC, and their APPROX_ forms, which are exact here. The arguments are the percentile and the WITHIN GROUP
 * expression; the runtime hands the values over in the order of WITHIN GROUP.
 */

import { FLOAT, isNumeric, type Type } from '@sprocket/tsql';
import { sqlError } from '../errors.ts';
import type { Value } from '../values/value.ts';
import type { AggregateBuiltin, Argument, Fold, Signature } from './builtin.ts';

interface Ordered {
  /** Between 0 and 1. */
  percentile: number;
  readonly values: Value[];
}

/** Between the two values around the position, in proportion. */
function continuous({ percentile, values }: Ordered): Value {
  const position = percentile * (values.length - 1);
  const below = values[Math.floor(position)] as number;
  const above = values[Math.ceil(position)] as number;
  return below + (above - below) * (position - Math.floor(position));
}

/** The first value whose cumulative distribution reaches the percentile. */
function discrete({ percentile, values }: Ordered): Value {
  return values[Math.max(Math.ceil(percentile * values.length) - 1, 0)] ?? null;
}

function orderedFold(finish: (set: Ordered) => Value): Fold {
  return {
    start: (): Ordered => ({ percentile: 0, values: [] }),
    step: (set: Ordered, percentile: Value, value: Value) => {
      set.percentile = percentile as number;
      if (set.percentile < 0 || set.percentile > 1) throw sqlError(8727);
      set.values.push(value!);
      return set;
    },
    result: (set: Ordered) => (set.values.length === 0 ? null : finish(set)),
  };
}

function orderedRow(name: string, returns: (type: Type) => Type, finish: (set: Ordered) => Value): AggregateBuiltin {
  const signature = ([, value]: readonly Argument[]): Signature => {
    const type = returns(value!.type);
    if (type === FLOAT && !isNumeric(value!.type)) throw sqlError(8116, value!.type.name, 1, name.toLowerCase());
    return { params: [FLOAT, type], returns: type, nullable: true };
  };
  return { name, minArgs: 2, maxArgs: 2, signature, fold: () => orderedFold(finish) };
}

const float = (): Type => FLOAT;
const same = (type: Type): Type => type;

export const ORDERED_SETS: readonly AggregateBuiltin[] = [
  orderedRow('PERCENTILE_CONT', float, continuous),
  orderedRow('PERCENTILE_DISC', same, discrete),
  orderedRow('APPROX_PERCENTILE_CONT', float, continuous),
  orderedRow('APPROX_PERCENTILE_DISC', same, discrete),
];
