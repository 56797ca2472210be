/**
 * binary, varbinary and rowversion. [MS-TDS] 2.2.5.4.2: like the character types, without a collation. rowversion
 * is binary(8) on the wire; only the user type 80 of its column tells it apart.
 */
import type { TokenWriter } from '../bytes/token-writer.ts';
import type { Decode, Encode, ReadType, ReadVariant, TypeCodec, VariantForms, WireForms } from './codec.ts';
import { DataType } from './data-type.ts';
import { readPlp, writePlp, writePlpNull } from './plp.ts';
import { MAX, type TypeOf } from './type-info.ts';

type BinaryName = 'binary' | 'varbinary';
type BinaryType = TypeOf<BinaryName>;

/** The length on the wire that stands for (max), and for NULL in a value. */
const FFFF = 0xffff;

export const binaryCodecs: { readonly [N in BinaryName | 'rowversion']: TypeCodec<N> } = {
  binary: binaryCodec(DataType.BIGBINARY),
  varbinary: binaryCodec(DataType.BIGVARBINARY),
  rowversion: {
    writeType: (w) => writeType(w, DataType.BIGBINARY, 8),
    encoder: () => encodeShort,
  },
};

export const binaryForms: WireForms = {
  [DataType.BIGBINARY]: readType('binary'),
  [DataType.BIGVARBINARY]: readType('varbinary'),
  [DataType.BINARY]: readOldType('binary'),
  [DataType.VARBINARY]: readOldType('varbinary'),
};

export const binaryVariants: VariantForms = {
  [DataType.BIGBINARY]: readVariant('binary'),
  [DataType.BIGVARBINARY]: readVariant('varbinary'),
};

function binaryCodec<N extends BinaryName>(token: number): TypeCodec<N> {
  return {
    writeType: (w, type: BinaryType) => writeType(w, token, type.length),
    encoder: (type: BinaryType) => (type.length === MAX ? encodeMax : encodeShort),
    variant: {
      token,
      writeProperties: (w, type: BinaryType) => w.ushort(type.length),
      writeValue: (w, value: Uint8Array) => w.bytes(value),
    },
  };
}

function writeType(w: TokenWriter, token: number, length: number): void {
  w.byte(token);
  w.ushort(length === MAX ? FFFF : length);
}

const encodeShort: Encode<Uint8Array> = (w, value) => {
  if (value === null) return w.ushort(FFFF);
  if (value.length >= FFFF) throw new RangeError(`A binary value of ${value.length} bytes needs a (max) type`);
  w.usVarByte(value);
};

const encodeMax: Encode<Uint8Array> = (w, value) => {
  if (value === null) writePlpNull(w);
  else writePlp(w, (target) => target.bytes(value));
};

function readType(name: BinaryName): ReadType {
  return (r) => {
    const length = r.ushort();
    if (length === FFFF) return { type: { name, length: MAX }, decode: decodeMax };
    return { type: { name, length }, decode: decodeShort };
  };
}

/** BINARY and VARBINARY of TDS 4.2: a one-byte length and no NULL apart from the empty value. */
function readOldType(name: BinaryName): ReadType {
  return (r) => ({ type: { name, length: r.byte() }, decode: decodeOld });
}

function readVariant(name: BinaryName): ReadVariant {
  return (properties, value) => ({ type: { name, length: properties.ushort() }, value: value.copy(value.remaining) });
}

const decodeShort: Decode = (r) => {
  const length = r.ushort();
  return length === FFFF ? null : r.copy(length);
};

const decodeOld: Decode = (r) => {
  const length = r.byte();
  return length === 0 ? null : r.copy(length);
};

const decodeMax: Decode = (r) => copyOf(readPlp(r));

/** Plain bytes that share no memory with the input. */
export function copyOf(bytes: Uint8Array | null): Uint8Array | null {
  return bytes === null ? null : new Uint8Array(bytes);
}
