/**
 * Reads well-known text: labels in any case, EMPTY at every level, up to four ordinates a point, NULL in place of z and m. Labels are matched as prefixes
 * and positions in messages are counted as the server counts them.
 */

import { unsupported } from '../../errors.ts';
import { spatialFailure } from './failure.ts';
import {
  type CollectionType,
  emptyShape,
  type Position,
  position,
  type Ring,
  type Shape,
  type ShapeType,
  type SpatialKind,
} from './shape.ts';

interface Reader {
  readonly text: string;
  readonly kind: SpatialKind;
  at: number;
}

const LABELS: readonly ShapeType[] = [
  'Point',
  'LineString',
  'Polygon',
  'MultiPoint',
  'MultiLineString',
  'MultiPolygon',
  'GeometryCollection',
  'FullGlobe',
];
const CURVES: readonly string[] = ['CIRCULARSTRING', 'COMPOUNDCURVE', 'CURVEPOLYGON'];

/** The shape that a text writes; with `only`, it must be one of that type. */
export function readShapeText(text: string, kind: SpatialKind, only?: ShapeType): Shape {
  const r: Reader = { text, kind, at: 0 };
  skipBlanks(r);
  if (r.at >= text.length) throw spatialFailure(kind, 24112);
  if (only !== undefined && !startsWith(r, only)) throw labelExpected(r, only.toUpperCase());
  const shape = tagged(r);
  skipBlanks(r);
  if (r.at < text.length) throw spatialFailure(kind, 24111);
  return shape;
}

function tagged(r: Reader): Shape {
  skipBlanks(r);
  const type = LABELS.find((label) => startsWith(r, label));
  if (type === undefined) {
    const curve = CURVES.find((label) => startsWith(r, label));
    throw curve === undefined ? spatialFailure(r.kind, 24114, r.text.slice(r.at)) : unsupported(`${r.kind} ${curve}`);
  }
  r.at += type.length;
  if (type !== 'FullGlobe') return untagged(r, type);
  if (r.kind === 'geometry') throw spatialFailure(r.kind, 24303, type);
  return { type };
}

function untagged(r: Reader, type: Exclude<ShapeType, 'FullGlobe'>): Shape {
  if (acceptEmpty(r)) return emptyShape(type);
  switch (type) {
    case 'Point':
      return { type, point: parenthesised(r, coordinates) };
    case 'LineString':
      return { type, points: line(r) };
    case 'Polygon':
      return { type, rings: list(r, line) };
    case 'GeometryCollection':
      return { type, items: list(r, tagged) };
    default:
      return { type, items: list(r, (inner) => member(inner, type)) };
  }
}

const ITEMS = { MultiPoint: 'Point', MultiLineString: 'LineString', MultiPolygon: 'Polygon' } as const;

/** The points of a MULTIPOINT may stand without parentheses. */
function member(r: Reader, type: Exclude<CollectionType, 'GeometryCollection'>): Shape {
  skipBlanks(r);
  const bare = type === 'MultiPoint' && r.text[r.at] !== '(' && !startsWith(r, 'EMPTY');
  return bare ? { type: 'Point', point: coordinates(r) } : untagged(r, ITEMS[type]);
}

function line(r: Reader): Ring {
  return acceptEmpty(r) ? [] : list(r, coordinates);
}

function list<T>(r: Reader, item: (r: Reader) => T): readonly T[] {
  return parenthesised(r, () => {
    const items = [item(r)];
    while (acceptCharacter(r, ',')) items.push(item(r));
    return items;
  });
}

function parenthesised<T>(r: Reader, inside: (r: Reader) => T): T {
  expectCharacter(r, '(');
  const value = inside(r);
  expectCharacter(r, ')');
  return value;
}

function coordinates(r: Reader): Position {
  const x = ordinate(r);
  const y = ordinate(r);
  const z = furtherOrdinate(r);
  const m = z === undefined ? undefined : furtherOrdinate(r);
  return position(x, y, z ?? null, m ?? null);
}

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

function ordinate(r: Reader): number {
  skipBlanks(r);
  const from = r.at;
  const word = takeWord(r);
  if (word === '') {
    if (from >= r.text.length) throw spatialFailure(r.kind, 24209);
    throw spatialFailure(r.kind, 24141, from, r.text[from]!);
  }
  if (!NUMBER.test(word)) throw spatialFailure(r.kind, 24141, r.at, word);
  // A negative zero is kept as zero.
  return Number(word) + 0;
}

/** A z or m: undefined when the point ends here. */
function furtherOrdinate(r: Reader): number | null | undefined {
  skipBlanks(r);
  const next = r.text[r.at];
  if (next === undefined || next === ',' || next === ')') return undefined;
  if (!startsWith(r, 'NULL')) return ordinate(r);
  r.at += 'NULL'.length;
  return null;
}

function takeWord(r: Reader): string {
  const from = r.at;
  while (r.at < r.text.length && !/[\s(),]/.test(r.text[r.at]!)) r.at += 1;
  return r.text.slice(from, r.at);
}

function acceptEmpty(r: Reader): boolean {
  skipBlanks(r);
  if (!startsWith(r, 'EMPTY')) return false;
  r.at += 'EMPTY'.length;
  return true;
}

function acceptCharacter(r: Reader, character: string): boolean {
  skipBlanks(r);
  if (r.text[r.at] !== character) return false;
  r.at += 1;
  return true;
}

function expectCharacter(r: Reader, character: string): void {
  if (acceptCharacter(r, character)) return;
  const found = r.text[r.at];
  throw found === undefined ? spatialFailure(r.kind, 24209) : spatialFailure(r.kind, 24142, character, r.at, found);
}

function labelExpected(r: Reader, label: string): Error {
  const rest = r.text.slice(r.at);
  const longer = rest.length > label.length;
  return spatialFailure(
    r.kind,
    24142,
    label,
    longer ? r.at + 1 : r.at,
    rest.length >= label.length ? rest.slice(0, label.length) : rest[0]!,
  );
}

function startsWith(r: Reader, word: string): boolean {
  return r.text.slice(r.at, r.at + word.length).toUpperCase() === word.toUpperCase();
}

function skipBlanks(r: Reader): void {
  while (r.at < r.text.length && /\s/.test(r.text[r.at]!)) r.at += 1;
}
