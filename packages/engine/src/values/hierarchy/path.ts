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

/** The bytes of a path; undefined when an ordinal or the whole is too large. */
export function encodePath(path: Path): Uint8Array | undefined {
  let bits = '';
  for (const label of path) {
    for (let i = 0; i < label.length; i += 1) {
      const code = encodeOrdinal(label[i]!, i === label.length - 1);
      if (code === undefined) return undefined;
      bits += code;
    }
  }
  return bits.length > LONGEST_PATH * 8 ? undefined : packBits(bits);
}

/** The path of the bytes; undefined when they are no hierarchyid. */
export function decodePath(bytes: Uint8Array): Path | undefined {
  const bits = unpackBits(bytes);
  const path: Label[] = [];
  let label: number[] = [];
  let at = 0;
  while (label.length > 0 || !isPadding(bits, at)) {
    const found = RANGES.find(({ prefix }) => bits.startsWith(prefix, at));
    const end = at + (found?.pattern.length ?? 0);
    const value = found === undefined || end >= bits.length ? undefined : readOrdinal(bits.slice(at, end), found);
    if (value === undefined) return undefined;
    const last = bits[end] === '1';
    label.push(last ? value : value - 1);
    if (last) {
      path.push(label);
      label = [];
    }
    at = end + 1;
  }
  return path;
}

/** Before a dot the next higher ordinal is written, so that what follows sorts behind everything below the ordinal itself. */
function encodeOrdinal(ordinal: number, last: boolean): string | undefined {
  const value = last ? ordinal : ordinal + 1;
  const found = RANGES.find(({ least, most }) => value >= least && value <= most);
  if (found === undefined) return undefined;
  let rest = value - found.least;
  let code = '';
  for (let i = found.pattern.length - 1; i >= 0; i -= 1) {
    const bit = found.pattern[i]!;
    code = (bit === 'x' ? String(rest % 2) : bit) + code;
    if (bit === 'x') rest = Math.floor(rest / 2);
  }
  return code + (last ? '1' : '0');
}

function readOrdinal(code: string, { least, pattern }: Range): number | undefined {
  let value = 0;
  for (let i = 0; i < pattern.length; i += 1) {
    if (pattern[i] === 'x') value = value * 2 + Number(code[i]);
    else if (pattern[i] !== code[i]) return undefined;
  }
  return value + least;
}

function isPadding(bits: string, at: number): boolean {
  return bits.length - at < 8 && !bits.includes('1', at);
}

function packBits(bits: string): Uint8Array {
  const bytes = new Uint8Array(Math.ceil(bits.length / 8));
  for (let i = 0; i < bits.length; i += 1) if (bits[i] === '1') bytes[i >> 3]! |= 0x80 >> (i & 7);
  return bytes;
}

function unpackBits(bytes: Uint8Array): string {
  let bits = '';
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0');
  return bits;
}
