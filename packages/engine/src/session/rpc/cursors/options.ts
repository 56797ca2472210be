/** The bits of @scrollopt and @ccopt: which cursor a client asks for, and which it gets. */

import type { CursorDefinition, CursorOption, Select } from '@sprocket/tsql';
import { sqlError } from '../../../errors.ts';
import type { CursorPlan } from '../../../run/cursors/plan.ts';

export const SCROLL = {
  keyset: 0x01,
  dynamic: 0x02,
  forwardOnly: 0x04,
  static: 0x08,
  fastForward: 0x10,
  autoFetch: 0x2000,
  check: 0x8000,
} as const;
export const CONCURRENCY = {
  readOnly: 0x01,
  scrollLocks: 0x02,
  optimistic: 0x04,
  optimisticValues: 0x08,
  allowDirect: 0x2000,
  check: 0x8000,
} as const;

/** Above a kind or concurrency by so many bits stands that it would do too. */
const ACCEPTABLE_SHIFT = 16;
const KINDS = 0x1f;
const CONCURRENCIES = 0x0f;

export interface Wish {
  readonly scroll: number;
  readonly concurrency: number;
}

/** Without a word of it a keyset, and optimistic. */
export const kindOf = ({ scroll }: Wish): number => scroll & KINDS || SCROLL.keyset;
export const concurrencyOf = ({ concurrency }: Wish): number => concurrency & CONCURRENCIES || CONCURRENCY.optimistic;

const KIND_OPTIONS: Readonly<Record<number, CursorOption>> = {
  [SCROLL.keyset]: 'KEYSET',
  [SCROLL.dynamic]: 'DYNAMIC',
  [SCROLL.forwardOnly]: 'FORWARD_ONLY',
  [SCROLL.static]: 'STATIC',
  [SCROLL.fastForward]: 'FAST_FORWARD',
};

const CONCURRENCY_OPTIONS: Readonly<Record<number, CursorOption>> = {
  [CONCURRENCY.readOnly]: 'READ_ONLY',
  [CONCURRENCY.scrollLocks]: 'SCROLL_LOCKS',
  [CONCURRENCY.optimistic]: 'OPTIMISTIC',
  [CONCURRENCY.optimisticValues]: 'OPTIMISTIC',
};

const definitions = new WeakMap<Select, Map<string, CursorDefinition>>();

/** The declaration that the options stand for; the same one each time, so that its query is bound once. */
export function definitionFor(select: Select, wish: Wish): CursorDefinition {
  const known = definitions.get(select) ?? new Map<string, CursorDefinition>();
  definitions.set(select, known);
  const kind = KIND_OPTIONS[kindOf(wish)];
  const concurrency = CONCURRENCY_OPTIONS[concurrencyOf(wish)];
  if (kind === undefined) throw sqlError(16902, 'sp_cursoropen', 'scrollopt');
  if (concurrency === undefined) throw sqlError(16902, 'sp_cursoropen', 'ccopt');
  const key = `${kind} ${concurrency}`;
  const definition = known.get(key) ?? {
    kind: 'cursorDefinition',
    options: kind === 'STATIC' || kind === 'FAST_FORWARD' ? [kind] : [kind, concurrency],
    select,
    for: null,
    span: select.span,
  };
  known.set(key, definition);
  return definition;
}

/** What the cursor is. Raises 16955 when the client would not accept it. */
export function granted(wish: Wish, plan: CursorPlan): Wish {
  const asked = concurrencyOf(wish);
  const scroll = grantedKind(kindOf(wish), asked, plan);
  const concurrency = plan.concurrency === 'read only' ? CONCURRENCY.readOnly : asked;
  const isRefused = (flags: number, check: number, value: number): boolean =>
    (flags & check) !== 0 && (flags & (value << ACCEPTABLE_SHIFT)) === 0;
  if (isRefused(wish.scroll, SCROLL.check, scroll) || isRefused(wish.concurrency, CONCURRENCY.check, concurrency)) throw sqlError(16955);
  return { scroll, concurrency };
}

function grantedKind(asked: number, concurrency: number, plan: CursorPlan): number {
  if (asked === SCROLL.fastForward || (asked === SCROLL.forwardOnly && concurrency === CONCURRENCY.readOnly)) return asked;
  if (plan.kind === 'static') return SCROLL.static;
  if (asked === SCROLL.forwardOnly) return asked;
  return plan.kind === 'keyset' ? SCROLL.keyset : SCROLL.dynamic;
}
