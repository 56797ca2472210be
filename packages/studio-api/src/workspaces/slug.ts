/** Slugs name a workspace in addresses. */

const LONGEST = 50;
/** Room for a number at the end. */
const BASE = LONGEST - 6;

/** A slug made from a name: letters without their accents, digits, single hyphens. Never empty. */
export function slugOf(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss');
  const slug = plain
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, BASE)
    .replace(/^-+|-+$/g, '');
  return slug === '' ? 'workspace' : slug;
}

/** The slug itself, then with 2, 3 … behind it. */
export function* slugCandidates(slug: string): Generator<string> {
  yield slug;
  for (let number = 2; ; number += 1) yield `${slug}-${number}`;
}
