/**
 * Whether children follow a content model. A model is unambiguous (unique particle attribution), so what a child belongs to is known when it comes
 * and nothing is tried twice. What else could have stood at a place is remembered, because messages name it.
 */

import { sqlError } from '../../../errors.ts';
import type { XmlElement } from '../node.ts';
import { admits, type ElementDeclaration, expanded, type ModelGroup, type Particle, type Wildcard, type XmlSchema } from './model.ts';

/** What a child was found to be: an element of the model, or something that a wildcard lets in. */
export type Matched = ElementDeclaration | Wildcard;

export interface Child {
  readonly element: XmlElement;
  readonly name: string;
  readonly location: string;
}

/** Assigns every child its declaration. `location` is that of the parent. Raises 6908, 6911, 6923 and 6965. */
export function matchContent(
  schema: XmlSchema,
  content: Particle | null,
  children: readonly Child[],
  location: string,
): readonly Matched[] {
  const match: Match = { schema, children, location, matched: [], offered: [] };
  if (content !== null) repeat(content, match);
  const rest = children[match.matched.length];
  if (rest === undefined) return match.matched;
  if (match.offered.length > 0) throw unexpected(match, match.offered, rest);
  throw sqlError(6923, rest.name, rest.location);
}

interface Match {
  readonly schema: XmlSchema;
  readonly children: readonly Child[];
  readonly location: string;
  readonly matched: Matched[];
  /** What could have stood at the present place and did not. */
  offered: readonly string[];
}

const current = (match: Match): Child | undefined => match.children[match.matched.length];

function repeat({ min, max, term }: Particle, match: Match): void {
  let count = 0;
  while (count < max) {
    const child = current(match);
    if (child === undefined || !begins(term, child, match.schema)) break;
    take(term, child, match);
    count += 1;
  }
  if (count >= min || isEmptiable(term)) {
    if (count < max) match.offered = [...match.offered, ...firstNames(term)];
    return;
  }
  const expected = [...match.offered, ...firstNames(term)];
  const child = current(match);
  throw child === undefined ? sqlError(6908, shown(expected), match.location) : unexpected(match, expected, child);
}

function unexpected(_match: Match, expected: readonly string[], child: Child): Error {
  return sqlError(6965, shown(expected), child.name, child.location);
}

const shown = (names: readonly string[]): string => [...new Set(names)].map((name) => `'${name}'`).join(', ');

function take(term: Particle['term'], child: Child, match: Match): void {
  switch (term.kind) {
    case 'element':
      match.matched.push(substituted(term, child.name, match.schema) ?? term);
      match.offered = [];
      return;
    case 'any':
      match.matched.push(term);
      match.offered = [];
      return;
    case 'sequence':
      for (const part of term.particles) repeat(part, match);
      return;
    case 'choice': {
      const chosen = term.particles.find((part) => begins(part.term, child, match.schema));
      if (chosen !== undefined) repeat(chosen, match);
      return;
    }
    case 'all':
      return takeAll(term, match);
  }
}

/** Each member once, in any order. */
function takeAll({ particles }: ModelGroup, match: Match): void {
  const seen = new Set<Particle>();
  for (let child = current(match); child !== undefined; child = current(match)) {
    const { name, location } = child;
    const part = particles.find(({ term }) => begins(term, child as Child, match.schema));
    if (part === undefined) break;
    if (seen.has(part)) throw sqlError(6911, name, location);
    seen.add(part);
    take(part.term, child, match);
  }
  const missing = particles.filter((part) => !seen.has(part));
  match.offered = missing.flatMap(({ term }) => firstNames(term));
  if (!missing.some(({ min }) => min > 0)) return;
  const child = current(match);
  throw child === undefined ? sqlError(6908, shown(match.offered), match.location) : unexpected(match, match.offered, child);
}

/** Whether the child can be the first of the term. */
function begins(term: Particle['term'], child: Child, schema: XmlSchema): boolean {
  switch (term.kind) {
    case 'element':
      return term.name === child.name || substituted(term, child.name, schema) !== undefined;
    case 'any':
      return admits(term, child.element.name.uri);
    case 'sequence':
      for (const part of term.particles) {
        if (part.max > 0 && begins(part.term, child, schema)) return true;
        if (part.min > 0 && !isEmptiable(part.term)) return false;
      }
      return false;
    default:
      return term.particles.some((part) => part.max > 0 && begins(part.term, child, schema));
  }
}

/** The member of the element's substitution group that has this name. */
function substituted(head: ElementDeclaration, name: string, schema: XmlSchema): ElementDeclaration | undefined {
  return schema.substitutes.get(head.name)?.find((member) => member.name === name);
}

/** Whether nothing at all satisfies the term. */
export function isEmptiable(term: Particle['term']): boolean {
  if (term.kind === 'element' || term.kind === 'any') return false;
  const empty = ({ min, term: part }: Particle): boolean => min === 0 || isEmptiable(part);
  return term.kind === 'choice' ? term.particles.length === 0 || term.particles.some(empty) : term.particles.every(empty);
}

/** What the term can begin with, as messages name it. */
function firstNames(term: Particle['term']): readonly string[] {
  switch (term.kind) {
    case 'element':
      return [term.name];
    case 'any':
      return wildcardNames(term);
    case 'sequence': {
      const end = term.particles.findIndex(({ min, term: part }) => min > 0 && !isEmptiable(part));
      return term.particles.slice(0, end < 0 ? undefined : end + 1).flatMap((part) => firstNames(part.term));
    }
    default:
      return term.particles.flatMap((part) => firstNames(part.term));
  }
}

function wildcardNames({ namespaces }: Wildcard): readonly string[] {
  if (namespaces === '##any') return ['*'];
  return 'not' in namespaces ? ['##other:*'] : namespaces.map((uri) => expanded(uri, '*'));
}
