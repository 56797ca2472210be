/**
 * Application locks: sp_getapplock, sp_releaseapplock, APPLOCK_MODE, APPLOCK_TEST. Each name is a resource of the lock manager, per database and
 * principal; who holds it is counted per owner (the session or its transaction), so that as many releases as acquisitions are needed.
 */

import { nameKey } from '../catalog/model.ts';
import { sqlError } from '../errors.ts';
import type { Steps } from '../run/contracts.ts';
import type { NativeArgument } from '../run/modules.ts';
import type { Value } from '../values/value.ts';
import { compatible, covers, type LockMode } from './lock-modes.ts';
import type { SessionCore } from './session-core.ts';

export type ApplockOwner = 'Session' | 'Transaction';

/** Acquisitions of one owner, in order. */
export interface Applock {
  readonly resource: string;
  readonly owner: ApplockOwner;
  readonly mode: LockMode;
}

const MODES: Readonly<Record<string, LockMode>> = {
  shared: 'Shared',
  update: 'Update',
  intentshared: 'IntentShared',
  intentexclusive: 'IntentExclusive',
  exclusive: 'Exclusive',
};

const OWNERS: Readonly<Record<string, ApplockOwner>> = { session: 'Session', transaction: 'Transaction' };

/** Return codes of sp_getapplock. */
const CODES = { granted: 0, waited: 1, timeout: -1, cancelled: -2, deadlock: -3, invalid: -999 } as const;

/** Names beyond this many characters are cut. */
const NAME_LENGTH = 255;

function resourceName(core: SessionCore, principal: string, name: string): string {
  return `application ${core.catalogs.currentId} ${nameKey(principal)} ${name.slice(0, NAME_LENGTH)}`;
}

/** sp_getapplock @Resource, @LockMode, @LockOwner, @LockTimeout, @DbPrincipal. */
export function* getApplock(core: SessionCore, args: readonly NativeArgument[]): Steps<number> {
  const request = readRequest(core, args, ['@Resource', '@LockMode', '@LockOwner', '@LockTimeout', '@DbPrincipal']);
  if (request.values[0] === null) throw sqlError(1224, 'xp_userlock');
  const mode = MODES[String(request.values[1] ?? '').toLowerCase()];
  const timeout = request.values[3] === null || request.values[3] === undefined ? core.options.lockTimeout : Number(request.values[3]);
  if (timeout < -1) throw sqlError(1227, 'xp_userlock');
  const { owner } = request;
  if (mode === undefined || owner === undefined || (owner === 'Transaction' && core.transactions.count === 0)) return CODES.invalid;
  const resource = resourceName(core, principalOf(core, request.values[4]), String(request.values[0]));
  const outcome = yield* acquire(core, resource, mode, timeout);
  if (outcome >= 0) core.applocks.push({ resource, owner, mode });
  return outcome;
}

function* acquire(core: SessionCore, resource: string, mode: LockMode, timeout: number): Steps<number> {
  const { locks } = core.instance;
  if (locks.tryAcquire(core, resource, mode)) return CODES.granted;
  core.transactions.settle();
  const outcome = yield* locks.acquire(core, resource, mode, timeout);
  return outcome === 'granted' ? CODES.waited : CODES[outcome];
}

/** sp_releaseapplock @Resource, @LockOwner, @DbPrincipal. */
export function releaseApplock(core: SessionCore, args: readonly NativeArgument[]): number {
  const { values, owner } = readRequest(core, args, ['@Resource', '@LockOwner', '@DbPrincipal']);
  if (values[0] === null) throw sqlError(1224, 'xp_userlock');
  if (owner === undefined) return CODES.invalid;
  const principal = principalOf(core, values[2]);
  const resource = resourceName(core, principal, String(values[0]));
  const held = core.applocks.filter((lock) => lock.resource === resource && lock.owner === owner);
  // The strongest mode is given up first.
  const released = held.sort((a, b) => (covers(a.mode, b.mode) ? -1 : 1))[0];
  if (released === undefined) throw sqlError(1223, principal, String(values[0]));
  drop(core, released);
  return 0;
}

/** Gives up what the transaction (or, at its end, the session) owns. */
export function releaseApplocks(core: SessionCore, owner: ApplockOwner): void {
  for (const lock of core.applocks.filter((held) => held.owner === owner)) drop(core, lock);
}

function drop(core: SessionCore, lock: Applock): void {
  core.applocks.splice(core.applocks.indexOf(lock), 1);
  const rest = core.applocks.filter((held) => held.resource === lock.resource);
  core.instance.locks.release(core, lock.resource);
  for (const { mode } of rest) core.instance.locks.tryAcquire(core, lock.resource, mode);
}

export function applockMode(core: SessionCore, principal: string, name: string, ownerName: string): Value {
  const owner = OWNERS[ownerName.toLowerCase()];
  if (owner === undefined) throw sqlError(1226, 'applock_mode');
  requireTransaction(core, owner);
  const resource = resourceName(core, principal, name);
  const modes = core.applocks.filter((lock) => lock.resource === resource && lock.owner === owner).map((lock) => lock.mode);
  return modes.reduce<string>(
    (strongest, mode) => (strongest === 'NoLock' || covers(mode, strongest as LockMode) ? mode : strongest),
    'NoLock',
  );
}

export function applockTest(core: SessionCore, principal: string, name: string, modeName: string, ownerName: string): Value {
  const mode = MODES[modeName.toLowerCase()];
  if (mode === undefined) throw sqlError(1225, 'applock_test');
  const owner = OWNERS[ownerName.toLowerCase()];
  if (owner === undefined) throw sqlError(1226, 'applock_test');
  requireTransaction(core, owner);
  const resource = resourceName(core, principal, name);
  for (const entry of core.instance.locks.entries()) {
    if (entry.resource === resource && !entry.waiting && entry.owner !== core.id && !compatible(entry.mode, mode)) return 0;
  }
  return 1;
}

/** The functions, unlike the procedures, refuse a transaction's locks where there is none. */
function requireTransaction(core: SessionCore, owner: ApplockOwner): void {
  if (owner === 'Transaction' && core.transactions.count === 0) throw sqlError(3918);
}

interface ApplockRequest {
  readonly values: readonly (Value | undefined)[];
  readonly owner: ApplockOwner | undefined;
}

/** Values by parameter, positional or named; an owner that was not given is the transaction. */
function readRequest(_core: SessionCore, args: readonly NativeArgument[], names: readonly string[]): ApplockRequest {
  const values = names.map((name, position) => {
    const argument = args.find((candidate) => nameKey(candidate.name) === nameKey(name)) ?? unnamed(args, position);
    return argument === undefined || argument.isDefault ? undefined : argument.value;
  });
  const ownerName = values[names.indexOf('@LockOwner')];
  return { values, owner: ownerName === undefined || ownerName === null ? 'Transaction' : OWNERS[String(ownerName).toLowerCase()] };
}

function unnamed(args: readonly NativeArgument[], position: number): NativeArgument | undefined {
  const argument = args[position];
  return argument?.name === '' ? argument : undefined;
}

function principalOf(core: SessionCore, value: Value | undefined): string {
  const name = value === undefined || value === null ? 'public' : String(value);
  if (core.catalogs.current.principals.get(nameKey(name)) === undefined) throw sqlError(1202, name);
  return name;
}
