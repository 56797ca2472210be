/** CURSOR_STATUS: whether a cursor or cursor variable is there, open, and has rows. */

import { nameKey } from '../../catalog/model.ts';
import { sqlError } from '../../errors.ts';
import type { Activation, Runtime } from '../runtime.ts';
import type { Cursor } from './model.ts';

export type CursorScope = 'global' | 'local' | 'variable';

const SCOPES: ReadonlySet<string> = new Set<CursorScope>(['global', 'local', 'variable']);

/** 1 open with rows, 0 open without, -1 closed, -2 a variable without a cursor, -3 nothing of that name. Raises 16902. */
export function cursorStatus(runtime: Runtime, scope: string | null, name: string | null): number {
  const kind = scope?.toLowerCase() ?? '';
  if (!SCOPES.has(kind)) throw sqlError(16902, 'CURSOR_STATUS', 'cursor_source');
  if (name === null || name === '') throw sqlError(16902, 'CURSOR_STATUS', 'cursor_identity');
  const cursor = namedIn(runtime, runtime.current, kind as CursorScope, name);
  if (cursor !== undefined) return statusOf(cursor);
  return kind === 'variable' && isDeclared(runtime.current, name) ? -2 : -3;
}

export function statusOf({ open }: Cursor): number {
  if (open === null) return -1;
  return open.plan.kind === 'dynamic' || open.plan.kind === 'fast forward' || open.rows.length > 0 ? 1 : 0;
}

/** The cursor of that name in a scope, as the running body sees it. */
export function namedIn(runtime: Runtime, activation: Activation | null, scope: CursorScope, name: string): Cursor | undefined {
  const key = nameKey(name);
  if (scope === 'global') return runtime.cursors.get(key);
  if (scope === 'local') return activation?.cursors.get(key);
  const slot = activation?.compiled.program.variables.get(key)?.slot;
  return slot === undefined ? undefined : activation?.cursorVariables.get(slot);
}

export const isDeclared = (activation: Activation | null, name: string): boolean =>
  activation?.compiled.program.variables.has(nameKey(name)) ?? false;
