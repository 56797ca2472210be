/**
 * Feature extensions: what LOGIN7 asks for beyond its version and FEATUREEXTACK grants. [MS-TDS] 2.2.6.4 and
 * 2.2.7.11: a list of number, four-byte length and data that ends with FF. A server must never acknowledge what
 * was not asked for.
 */
import type { ByteReader } from '../bytes/byte-reader.ts';
import type { TokenWriter } from '../bytes/token-writer.ts';
import type { Feature } from '../tokens/token.ts';

/** [MS-TDS] 2.2.6.4 */
export const FeatureId = {
  SESSIONRECOVERY: 0x01,
  FEDAUTH: 0x02,
  COLUMNENCRYPTION: 0x04,
  GLOBALTRANSACTIONS: 0x05,
  AZURESQLSUPPORT: 0x08,
  DATACLASSIFICATION: 0x09,
  UTF8_SUPPORT: 0x0a,
  AZURESQLDNSCACHING: 0x0b,
  JSONSUPPORT: 0x0d,
  VECTORSUPPORT: 0x0e,
  USERAGENT: 0x10,
} as const;

const TERMINATOR = 0xff;

/** Writes a list of features with its end. */
export function writeFeatures(w: TokenWriter, features: readonly Feature[]): void {
  for (const feature of features) {
    w.byte(feature.id);
    w.lVarByte(feature.data);
  }
  w.byte(TERMINATOR);
}

/** Reads a list of features up to its end. */
export function readFeatures(r: ByteReader): Feature[] {
  const features: Feature[] = [];
  for (let id = r.byte(); id !== TERMINATOR; id = r.byte()) features.push({ id, data: r.lVarByte() });
  return features;
}
