/**
 * Lock modes and which of them can be held together, as SQL Server's compatibility matrix has it. Databases are locked Shared or Exclusive;
 * application locks use all of them.
 */

export type LockMode = 'IntentShared' | 'Shared' | 'Update' | 'IntentExclusive' | 'Exclusive';

const COMPATIBLE: Readonly<Record<LockMode, ReadonlySet<LockMode>>> = {
  IntentShared: new Set(['IntentShared', 'Shared', 'Update', 'IntentExclusive']),
  Shared: new Set(['IntentShared', 'Shared', 'Update']),
  Update: new Set(['IntentShared', 'Shared']),
  IntentExclusive: new Set(['IntentShared', 'IntentExclusive']),
  Exclusive: new Set(),
};

export const compatible = (held: LockMode, wanted: LockMode): boolean => COMPATIBLE[held].has(wanted);

/** True when holding `held` already gives all that `wanted` would. */
export function covers(held: LockMode, wanted: LockMode): boolean {
  if (held === wanted || held === 'Exclusive') return true;
  return wanted === 'IntentShared' || (wanted === 'Shared' && held === 'Update');
}

/** The mode that gives what both give. */
export function strongest(held: LockMode, wanted: LockMode): LockMode {
  if (covers(held, wanted)) return held;
  return covers(wanted, held) ? wanted : 'Exclusive';
}
