/** CHANGE_TRACKING_IS_COLUMN_IN_MASK reads what CHANGETABLE(CHANGES …) shows as SYS_CHANGE_COLUMNS: four zero bytes, then a column id in four each. */

import { BIT, varbinary } from '@sprocket/tsql';
import { sqlError } from '../errors.ts';
import type { Value } from '../values/value.ts';
import type { Builtin } from './builtin.ts';
import { as, define, int } from './define.ts';

/** The shortest mask names one column. */
const SHORTEST = 8;

/** A mask that is NULL stands for all columns. */
function isInMask(columnId: Value, mask: Value): Value {
  if (!(mask instanceof Uint8Array)) return 1;
  if (mask.length < SHORTEST) throw sqlError(22101);
  const view = new DataView(mask.buffer, mask.byteOffset, mask.byteLength);
  for (let at = 4; at + 4 <= mask.length; at += 4) if (view.getInt32(at, true) === columnId) return 1;
  return 0;
}

export const CHANGE_TRACKING: readonly Builtin[] = [
  define({
    name: 'CHANGE_TRACKING_IS_COLUMN_IN_MASK',
    params: [int, as(varbinary(4100))],
    returns: BIT,
    nullCall: true,
    evaluate: (_env, columnId: Value, mask: Value) => isInMask(columnId, mask),
  }),
];
