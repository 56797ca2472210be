/** Where a new sibling goes: the label that GetDescendant chooses for a child between two others. */

import type { Label } from './path.ts';

/** Negative, zero or positive, ordinal by ordinal; a label comes before its own continuations. */
export function compareLabels(left: Label, right: Label): number {
  for (let i = 0; i < Math.min(left.length, right.length); i += 1) {
    if (left[i] !== right[i]) return left[i]! - right[i]!;
  }
  return left.length - right.length;
}

/** A label after `before` and ahead of `after`, either of which may be missing; `before` is less than `after`. */
export function labelBetween(before: Label | null, after: Label | null): Label {
  if (before === null) return after === null ? [1] : stepped(after, -1);
  return after === null ? stepped(before, 1) : within(before, after);
}

function stepped(label: Label, by: 1 | -1): Label {
  return [...label.slice(0, -1), label.at(-1)! + by];
}

function within(before: Label, after: Label): Label {
  const differing = before.findIndex((ordinal, i) => ordinal !== after[i]);
  if (differing < 0) return [...before, after[before.length]! - 1];
  const shared = before.slice(0, differing);
  const ordinal = before[differing]!;
  if (ordinal + 1 < after[differing]!) return [...shared, ordinal + 1];
  // Neighbours: what comes after `before` goes below the same ordinal.
  const next = before[differing + 1];
  return [...shared, ordinal, next === undefined ? 1 : next + 1];
}
