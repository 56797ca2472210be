/**
 * In which order a query with paths reads its sources: where paths start, the paths, then what patterns join to them, edge by edge. Left to itself the
 * storage might walk the same paths again for each row of another table.
 */

import type { Expression, GraphPattern } from '@sprocket/tsql';
import { nameKey } from '../../catalog/model.ts';
import type { BoundFrom } from '../from.ts';
import type { From } from '../tree.ts';
import type { PathScope } from './paths.ts';

/** FROM with the rows of the paths applied to it. */
export function withPaths(list: readonly BoundFrom[], { paths }: PathScope, where: Expression | null): From | null {
  const isStart = ({ sources }: BoundFrom): boolean => paths.some(({ start }) => sources.includes(start));
  const starts = list.filter(isStart);
  const begun = starts.reduce<From | null>((left, { from }) => (left === null ? from : cross(left, from)), null);
  const walked = paths.reduce<From | null>((left, { source, rows, args }) => {
    const right: From = { kind: 'rows', source, rows, args };
    return left === null ? right : { kind: 'apply', outer: false, left, right, ordered: true };
  }, begun);
  const placed = new Set([...starts.flatMap(namesOf), ...paths.map(({ hops }) => nameKey(hops.at(-1)?.node.source.name ?? ''))]);
  const rest = inReach(
    list.filter((item) => !isStart(item)),
    placed,
    where === null ? [] : linksOf(where),
  );
  return rest.reduce<From | null>((left, { from }) => (left === null ? from : { ...cross(left, from), ordered: true }), walked);
}

const cross = (left: From, right: From): Extract<From, { kind: 'join' }> => ({ kind: 'join', type: 'cross', left, right, on: null });

const namesOf = ({ sources }: BoundFrom): readonly string[] => sources.map(({ name }) => nameKey(name));

/** The sources with those first that a pattern joins to one that is there already. */
function inReach(list: readonly BoundFrom[], placed: Set<string>, links: readonly Link[]): readonly BoundFrom[] {
  const open = [...list];
  const ordered: BoundFrom[] = [];
  while (open.length > 0) {
    const near = open.findIndex((item) => namesOf(item).some((name) => links.some((link) => joins(link, name, placed))));
    const [next] = open.splice(Math.max(near, 0), 1) as [BoundFrom];
    for (const name of namesOf(next)) placed.add(name);
    ordered.push(next);
  }
  return ordered;
}

/** A node and an edge that a pattern names beside each other. */
type Link = readonly [string, string];

const joins = ([a, b]: Link, name: string, placed: ReadonlySet<string>): boolean =>
  (a === name && placed.has(b)) || (b === name && placed.has(a));

function linksOf(where: Expression): readonly Link[] {
  if (where.kind === 'and') return where.operands.flatMap(linksOf);
  return where.kind === 'graphMatch' ? where.patterns.flatMap(linksOfPattern) : [];
}

function linksOfPattern(pattern: GraphPattern): readonly Link[] {
  if (pattern.kind !== 'graphPath') return [];
  return pattern.hops.flatMap(({ edge, node }, i): Link[] => {
    const left = pattern.hops[i - 1]?.node ?? pattern.start;
    return [left, node].map(({ name }) => [nameKey(name.value), nameKey(edge.value)]);
  });
}
