/**
 * FORMAT of a time, which .NET sees as a span of time: the standard formats c, g and G, and custom ones in which every separator must be quoted or
 * escaped; anything else is NULL.
 */

import type { Culture } from './culture.ts';
import { fraction } from './date.ts';

const pad = (n: number, width: number): string => String(n).padStart(width, '0');

/** The text of ticks since midnight; null when the format does not apply. */
export function formatTimeSpan(ticks: number, format: string, culture: Culture): string | null {
  switch (format) {
    case '':
    case 'c':
    case 't':
    case 'T':
      return clock(ticks, 2, '.', fraction(ticks, 7).replace(/^0+$/, ''));
    case 'g':
      return clock(ticks, 1, culture.decimal, fraction(ticks, 7).replace(/0+$/, ''));
    case 'G':
      return `0:${clock(ticks, 2, culture.decimal, fraction(ticks, 7))}`;
    default:
      return format.length === 1 ? null : custom(ticks, format);
  }
}

function clock(ticks: number, hourDigits: number, point: string, digits: string): string {
  const seconds = Math.floor(ticks / 10_000_000);
  const text = `${pad(Math.floor(seconds / 3600), hourDigits)}:${pad(Math.floor(seconds / 60) % 60, 2)}:${pad(seconds % 60, 2)}`;
  return digits === '' ? text : text + point + digits;
}

const PIECES = /([dhmsfF])\1*|'([^']*)'|"([^"]*)"|\\([\s\S])|%(?=[dhmsfF])|[\s\S]/g;

function custom(ticks: number, format: string): string | null {
  let text = '';
  for (const [piece, letter, single, double, escaped] of format.matchAll(PIECES)) {
    const quoted = single ?? double ?? escaped;
    const written = letter === undefined ? (quoted ?? (piece === '%' ? '' : null)) : field(ticks, letter, piece.length);
    if (written === null) return null;
    text += written;
  }
  return text;
}

function field(ticks: number, letter: string, length: number): string | null {
  const seconds = Math.floor(ticks / 10_000_000);
  const isFraction = letter === 'f' || letter === 'F';
  if (length > (isFraction ? 7 : letter === 'd' ? 8 : 2)) return null;
  switch (letter) {
    case 'd':
      return pad(0, length);
    case 'h':
      return pad(Math.floor(seconds / 3600), length);
    case 'm':
      return pad(Math.floor(seconds / 60) % 60, length);
    case 's':
      return pad(seconds % 60, length);
    case 'f':
      return fraction(ticks, length);
    default:
      return fraction(ticks, length).replace(/0+$/, '');
  }
}
