/** Constants where an order is asked for within OVER and WITHIN GROUP, which know no positions. */

import { sqlError } from '../errors.ts';
import { foldedValue, isConstantTerm } from './folded.ts';
import type { OrderKey } from './tree.ts';

/** Constants order nothing: 5308 for what looks like a position, 5309 for others. */
export function refuseConstants(orderBy: readonly OrderKey[]): void {
  const folded = orderBy.find(({ expr }) => isConstantTerm(expr));
  if (folded === undefined) return;
  const { type } = folded.expr;
  const value = foldedValue(folded.expr);
  throw sqlError(type.name === 'int' && (value === undefined || (value !== null && Number(value) >= 1)) ? 5308 : 5309);
}
