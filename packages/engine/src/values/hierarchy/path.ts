/**
 * The binary form of hierarchyid, [MS-SSCLRT] 2.1: a bit string of ordinals, filled with zeros to whole bytes. An ordinal's leading bits say in which range
 * it lies, fixed bits keep the codes apart from each other, and its last bit tells the end of a level from a dot. The code keeps the order: comparing
 * the bytes compares the paths depth-first, so a hierarchyid needs no key for comparisons and indexes.
 */

/** The integers of one level, which dots separate: `1.2` is [1, 2]. Up to 48 bits and a sign, so every one is an exact number. */
export type Label = readonly number[];

/** The labels from the root down; the root is the empty path. */
export type Path = readonly Label[];

/** The longest hierarchyid in bytes. */
export const LONGEST_PATH = 892;

interface Range {
  readonly least: number;
  readonly most: number;
  /** The bits: `x` is one of the ordinal's, above `least`, and the others are fixed. The bit that ends an ordinal follows. */
  readonly pattern: string;
  readonly prefix: string;
}

const range = (least: number, most: number, prefix: string, rest: string): Range => ({ least, most, prefix, pattern: prefix + rest });

/** No prefix begins another one. */
const RANGES: readonly Range[] = [
  range(0, 3, '01', 'xx'),
  range(4, 7, '100', 'xx'),
  range(8, 15, '101', 'xxx'),
  range(16, 79, '110', 'xx0x1xxx'),
  range(80, 1103, '1110', 'xxx0xxx0x1xxx'),
  range(1104, 5199, '11110', 'xxxxx0xxx0x1xxx'),
  range(5200, 4294972495, '111110', 'xxxxxxxxxxxxxxxxxxx0xxxxxx0xxx0x1xxx'),
  range(4294972496, 281479271683151, '111111', 'xxxxxxxxxxxxxx0xxxxxxxxxxxxxxxxxxxxx0xxxxxx0xxx0x1xxx'),
  range(-8, -1, '00111', 'xxx'),
  range(-72, -9, '0010', 'xx0x1xxx'),
  range(-4168, -73, '000110', 'xxxxx0xxx0x1xxx'),
  range(-4294971464, -4169, '000101', 'xxxxxxxxxxxxxxxxxxx0xxxxxx0xxx0x1xxx'),
  range(-281479271682120, -4294971465, '000100', 'xxxxxxxxxxxxxx0xxxxxxxxxxxxxxxxxxxxx0xxxxxx0xxx0x1xxx'),
];

/** The longest prefix in bits; what begins with fewer is looked up with whatever follows. */
const PREFIX = 6;

/** The range of what the next six bits begin. */
const BY_PREFIX: readonly (Range | undefined)[] = Array.from({ length: 2 ** PREFIX }, (_, bits) => {
  const written = bits.toString(2).padStart(PREFIX, '0');
  return RANGES.find(({ prefix }) => written.startsWith(prefix));
});

/** The bytes of a path; undefined when an ordinal or the whole is too large. */
export function encodePath(path: Path): Uint8Array | undefined {
  const bits: number[] = [];
  for (const label of path) {
    for (let i = 0; i < label.length; i += 1) if (!pushOrdinal(bits, label[i]!, i === label.length - 1)) return undefined;
  }
  return bits.length > LONGEST_PATH * 8 ? undefined : packBits(bits);
}

/** The path of the bytes; undefined when they are no hierarchyid. */
export function decodePath(bytes: Uint8Array): Path | undefined {
  const total = bytes.length * 8;
  const path: Label[] = [];
  let label: number[] = [];
  let at = 0;
  while (label.length > 0 || !isPadding(bytes, at)) {
    const range = BY_PREFIX[peek(bytes, at)];
    const end = at + (range?.pattern.length ?? total);
    const value = range === undefined || end >= total ? undefined : readOrdinal(bytes, at, range);
    if (value === undefined) return undefined;
    const last = bitAt(bytes, end) === 1;
    label.push(last ? value : value - 1);
    if (last) {
      path.push(label);
      label = [];
    }
    at = end + 1;
  }
  return path;
}

/** Whether `bytes` is `ancestor` or lies below it: every path ends with a bit that is set, so its bits are those up to the last such one. */
export function beginsWith(bytes: Uint8Array, ancestor: Uint8Array): boolean {
  const last = ancestor.length - 1;
  if (bytes.length <= last) return false;
  for (let i = 0; i < last; i += 1) if (bytes[i] !== ancestor[i]) return false;
  if (last < 0) return true;
  const lowest = ancestor[last]! & -ancestor[last]!;
  return ((bytes[last]! ^ ancestor[last]!) & (0x100 - lowest)) === 0;
}

/** Before a dot the next higher ordinal is written, so that what follows sorts behind everything below the ordinal itself. */
function pushOrdinal(bits: number[], ordinal: number, last: boolean): boolean {
  const value = last ? ordinal : ordinal + 1;
  const range = RANGES.find(({ least, most }) => value >= least && value <= most);
  if (range === undefined) return false;
  const { pattern } = range;
  const from = bits.length;
  let rest = value - range.least;
  for (let i = pattern.length - 1; i >= 0; i -= 1) {
    const isFree = pattern[i] === 'x';
    bits[from + i] = isFree ? rest % 2 : Number(pattern[i]);
    if (isFree) rest = Math.floor(rest / 2);
  }
  bits.push(last ? 1 : 0);
  return true;
}

function readOrdinal(bytes: Uint8Array, at: number, { least, pattern }: Range): number | undefined {
  let value = 0;
  for (let i = 0; i < pattern.length; i += 1) {
    const bit = bitAt(bytes, at + i);
    if (pattern[i] === 'x') value = value * 2 + bit;
    else if ((pattern[i] === '1') !== (bit === 1)) return undefined;
  }
  return value + least;
}

const bitAt = (bytes: Uint8Array, at: number): number => (bytes[at >> 3]! >> (7 - (at & 7))) & 1;

/** The next six bits; zeros follow the end. */
function peek(bytes: Uint8Array, at: number): number {
  const pair = ((bytes[at >> 3] ?? 0) << 8) | (bytes[(at >> 3) + 1] ?? 0);
  return (pair >> (16 - PREFIX - (at & 7))) & (2 ** PREFIX - 1);
}

/** Whether nothing but zeros up to the end of the last byte is left. */
function isPadding(bytes: Uint8Array, at: number): boolean {
  const left = bytes.length * 8 - at;
  return left === 0 || (left < 8 && (bytes[at >> 3]! & (2 ** left - 1)) === 0);
}

function packBits(bits: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(Math.ceil(bits.length / 8));
  for (let i = 0; i < bits.length; i += 1) if (bits[i] === 1) bytes[i >> 3]! |= 0x80 >> (i & 7);
  return bytes;
}
