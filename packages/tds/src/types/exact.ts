/**
 * decimal and numeric. [MS-TDS] 2.2.5.4.2 and 2.2.5.5.1.6: a sign byte (1 for positive) and the magnitude of the
 * scaled integer in little-endian order, in 4, 8, 12 or 16 bytes by precision.
 */
import type { ByteReader } from '../bytes/byte-reader.ts';
import type { TokenWriter } from '../bytes/token-writer.ts';
import { ProtocolError } from '../protocol-error.ts';
import type { Encode, ReadType, ReadVariant, TypeCodec, VariantForms, WireForms } from './codec.ts';
import { DataType } from './data-type.ts';
import type { TypeOf } from './type-info.ts';

type ExactName = 'decimal' | 'numeric';
type ExactType = TypeOf<ExactName>;

export const exactCodecs: { readonly [N in ExactName]: TypeCodec<N> } = {
  decimal: exactCodec(DataType.DECIMALN),
  numeric: exactCodec(DataType.NUMERICN),
};

export const exactForms: WireForms = {
  [DataType.DECIMALN]: readType('decimal'),
  [DataType.NUMERICN]: readType('numeric'),
  [DataType.DECIMAL]: readType('decimal'),
  [DataType.NUMERIC]: readType('numeric'),
};

export const exactVariants: VariantForms = {
  [DataType.DECIMALN]: readVariant('decimal'),
  [DataType.NUMERICN]: readVariant('numeric'),
};

function exactCodec<N extends ExactName>(token: number): TypeCodec<N> {
  return {
    writeType: (w, type: ExactType) => {
      w.byte(token);
      w.byte(magnitudeSize(type.precision) + 1);
      w.byte(type.precision);
      w.byte(type.scale);
    },
    encoder: (type: ExactType) => encoderOfSize(magnitudeSize(type.precision)),
    variant: { token, writeProperties: writePrecisionAndScale, writeValue: writeVariantValue },
  };
}

/** The bytes of the magnitude: 4 up to 9 digits, 8 up to 19, 12 up to 28, 16 up to 38. */
function magnitudeSize(precision: number): number {
  if (precision <= 9) return 4;
  if (precision <= 19) return 8;
  return precision <= 28 ? 12 : 16;
}

function encoderOfSize(size: number): Encode<bigint> {
  return (w, value) => {
    if (value === null) return w.byte(0);
    const at = w.claim(size + 2);
    w.buffer[at] = size + 1;
    writeDecimal(w, at + 1, value, size);
  };
}

function writeDecimal(w: TokenWriter, at: number, value: bigint, size: number): void {
  const negative = value < 0n;
  const magnitude = negative ? -value : value;
  w.buffer[at] = negative ? 0 : 1;
  if (size === 4) w.view.setUint32(at + 1, smallMagnitude(magnitude), true);
  else if (size === 8) writeLow64(w, at + 1, magnitude);
  else writeHighAndLow(w, at + 1, magnitude, size);
}

function smallMagnitude(magnitude: bigint): number {
  const number = Number(magnitude);
  if (number > 0xffffffff) throw doesNotFit(4);
  return number;
}

function writeLow64(w: TokenWriter, at: number, magnitude: bigint): void {
  if (magnitude > 0xffff_ffff_ffff_ffffn) throw doesNotFit(8);
  w.view.setBigUint64(at, magnitude, true);
}

function writeHighAndLow(w: TokenWriter, at: number, magnitude: bigint, size: number): void {
  const high = magnitude >> 64n;
  if (high >> BigInt((size - 8) * 8) !== 0n) throw doesNotFit(size);
  w.view.setBigUint64(at, magnitude, true);
  if (size === 16) w.view.setBigUint64(at + 8, high, true);
  else w.view.setUint32(at + 8, Number(high), true);
}

function doesNotFit(size: number): RangeError {
  return new RangeError(`A decimal value does not fit the ${size} bytes of its precision`);
}

function writePrecisionAndScale(w: TokenWriter, type: ExactType): void {
  w.byte(type.precision);
  w.byte(type.scale);
}

function writeVariantValue(w: TokenWriter, value: bigint, type: ExactType): void {
  const size = magnitudeSize(type.precision);
  writeDecimal(w, w.claim(size + 1), value, size);
}

// The declared length is not looked at: some clients always declare 17 bytes. A value's own length counts.
function readType(name: ExactName): ReadType {
  return (r) => {
    r.byte();
    return { type: readPrecisionAndScale(r, name), decode: decodeDecimal };
  };
}

function readVariant(name: ExactName): ReadVariant {
  return (properties, value) => ({ type: readPrecisionAndScale(properties, name), value: readDecimal(value, value.remaining) });
}

function readPrecisionAndScale(r: ByteReader, name: ExactName): ExactType {
  const precision = r.byte();
  const scale = r.byte();
  if (precision < 1 || precision > 38 || scale > precision) throw new ProtocolError(`${name}(${precision}, ${scale}) does not exist`);
  return { name, precision, scale };
}

function decodeDecimal(r: ByteReader): bigint | null {
  const length = r.byte();
  return length === 0 ? null : readDecimal(r, length);
}

function readDecimal(r: ByteReader, length: number): bigint {
  if (length < 2 || length > 17) throw new ProtocolError(`A decimal value of ${length} bytes`);
  const sign = r.byte();
  const magnitude = r.unsignedBig(length - 1);
  return sign === 0 ? -magnitude : magnitude;
}
