/**
 * Windows that have a name: `OVER w`, `OVER (w …)`, and definitions that extend one another. What a call takes from a definition has errors of its own
 * (4106, 5364, 5366 where a window written in the call has 10752, 10756, 4112), so a resolved window tells what it took.
 */

import type { Over, WindowDefinition } from '@sprocket/tsql';
import { nameKey } from '../catalog/model.ts';
import { sqlError, sqlErrorState } from '../errors.ts';
import type { NamedWindows } from './context.ts';

export interface ResolvedWindow extends Over {
  readonly window: null;
  /** It names a window. */
  readonly named: boolean;
  /** Its frame is that of a definition. */
  readonly inheritsFrame: boolean;
}

/** The windows of a WINDOW clause (16211 for a name used twice). */
export function namedWindows(definitions: readonly WindowDefinition[]): NamedWindows {
  const windows = new Map<string, Over>();
  for (const { name, over } of definitions) {
    const key = nameKey(name.value);
    if (windows.has(key)) throw sqlError(16211);
    windows.set(key, over);
  }
  return windows;
}

/** The window with all that its name stands for: 5362, 5365 and 4123. */
export function resolveWindow(over: Over, windows: NamedWindows | undefined): ResolvedWindow {
  return resolve(over, windows, []);
}

function resolve(over: Over, windows: NamedWindows | undefined, path: readonly string[]): ResolvedWindow {
  if (over.window === null) return { ...over, window: null, named: false, inheritsFrame: false };
  const key = nameKey(over.window.value);
  const named = windows?.get(key);
  if (named === undefined || path.at(-1) === key) throw sqlError(5362, over.window.value);
  if (path.includes(key)) throw sqlError(5365);
  const base = resolve(named, windows, [...path, key]);
  refuseTwice(over, base);
  return {
    ...over,
    window: null,
    partitionBy: over.partitionBy.length > 0 ? over.partitionBy : base.partitionBy,
    orderBy: over.orderBy.length > 0 ? over.orderBy : base.orderBy,
    frame: over.frame ?? base.frame,
    named: true,
    inheritsFrame: base.frame !== null,
  };
}

/** What a window adds, the one that it names may not have. */
function refuseTwice(over: Over, base: Over): void {
  const both = (part: 'partitionBy' | 'orderBy'): boolean => over[part].length > 0 && base[part].length > 0;
  if (both('partitionBy') || both('orderBy') || (over.frame !== null && base.frame !== null))
    throw sqlErrorState(4123, base.frame === null ? 3 : 2);
}
