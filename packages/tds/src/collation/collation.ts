/**
 * The five bytes of a collation on the wire, [MS-TDS] 2.2.5.1.2: a locale, comparison flags, a version and, for
 * the older SQL_ collations, a sort order. They decide the code page of char, varchar and text; the comparison
 * itself is the engine's business.
 */
import type { ByteReader } from '../bytes/byte-reader.ts';
import type { TokenWriter } from '../bytes/token-writer.ts';

/** A collation as it travels. */
export interface Collation {
  /** Windows locale identifier, 20 bits. */
  readonly lcid: number;
  /** CollationFlag bits, 8 bits. */
  readonly flags: number;
  /** 0 for the original collations, 1 for _90_, 2 for _100_, 3 for _140_. */
  readonly version: number;
  /** Sort order of an SQL_ collation, or 0. */
  readonly sortId: number;
}

/** The bits of Collation.flags. [MS-TDS] 2.2.5.1.2 */
export const CollationFlag = {
  IGNORE_CASE: 0x01,
  IGNORE_ACCENT: 0x02,
  IGNORE_KANA: 0x04,
  IGNORE_WIDTH: 0x08,
  BINARY: 0x10,
  BINARY2: 0x20,
  UTF8: 0x40,
} as const;

/** SQL_Latin1_General_CP1_CI_AS, the default collation of a server installed in US English. */
export const DEFAULT_COLLATION: Collation = { lcid: 0x0409, flags: 0x0d, version: 0, sortId: 52 };

export function writeCollation(w: TokenWriter, collation: Collation): void {
  w.long(collation.lcid | (collation.flags << 20) | (collation.version << 28));
  w.byte(collation.sortId);
}

export function readCollation(r: ByteReader): Collation {
  const bits = r.ulong();
  return { lcid: bits & 0xfffff, flags: (bits >>> 20) & 0xff, version: bits >>> 28, sortId: r.byte() };
}
