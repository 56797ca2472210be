/** The text of a hierarchyid: `/`, then each level's label and another `/`. No blanks, no leading zeros, no plus signs. */

import type { Label, Path } from './path.ts';

/** The path that a text writes; undefined when it writes none. */
export function parsePath(text: string): Path | undefined {
  if (text === '/') return [];
  if (!text.startsWith('/') || !text.endsWith('/')) return undefined;
  const labels = text.slice(1, -1).split('/').map(parseLabel);
  return labels.every((label) => label !== undefined) ? labels : undefined;
}

export function formatPath(path: Path): string {
  return path.length === 0 ? '/' : `/${path.map((label) => label.join('.')).join('/')}/`;
}

const ORDINAL = /^(?:0|-?[1-9]\d{0,14})$/;

function parseLabel(text: string): Label | undefined {
  const parts = text.split('.');
  return parts.every((part) => ORDINAL.test(part)) ? parts.map(Number) : undefined;
}
