/**
 * money and smallmoney in ten-thousandths. [MS-TDS] 2.2.5.5.1.2: smallmoney is a 4-byte integer; money is 8 bytes
 * with the high half first, each half little-endian.
 */
import type { ByteReader } from '../bytes/byte-reader.ts';
import type { TokenWriter } from '../bytes/token-writer.ts';
import {
  type Encode,
  fixedForm,
  fixedVariant,
  nullableForm,
  type TypeCodec,
  type VariantForms,
  type WireForms,
  type WireType,
} from './codec.ts';
import { DataType } from './data-type.ts';

export const moneyCodecs: { readonly [N in 'money' | 'smallmoney']: TypeCodec<N> } = {
  money: {
    writeType: (w) => writeType(w, 8),
    encoder: () => encodeMoney,
    variant: { token: DataType.MONEY, writeValue: (w, value) => writeMoney(w, w.claim(8), value) },
  },
  smallmoney: {
    writeType: (w) => writeType(w, 4),
    encoder: () => encodeSmallMoney,
    variant: { token: DataType.MONEY4, writeValue: (w, value) => w.long(Number(value)) },
  },
};

const MONEY: WireType = { type: { name: 'money' }, decode: readMoney };
const MONEY4: WireType = { type: { name: 'smallmoney' }, decode: (r) => BigInt(r.long()) };

export const moneyForms: WireForms = {
  [DataType.MONEY]: fixedForm(MONEY),
  [DataType.MONEY4]: fixedForm(MONEY4),
  [DataType.MONEYN]: nullableForm('MONEYN', { 4: MONEY4, 8: MONEY }),
};

export const moneyVariants: VariantForms = {
  [DataType.MONEY]: fixedVariant(MONEY),
  [DataType.MONEY4]: fixedVariant(MONEY4),
};

function writeType(w: TokenWriter, size: number): void {
  w.byte(DataType.MONEYN);
  w.byte(size);
}

const encodeMoney: Encode<bigint> = (w, value) => {
  if (value === null) return w.byte(0);
  const at = w.claim(9);
  w.buffer[at] = 8;
  writeMoney(w, at + 1, value);
};

const encodeSmallMoney: Encode<bigint> = (w, value) => {
  if (value === null) return w.byte(0);
  const at = w.claim(5);
  w.buffer[at] = 4;
  w.view.setInt32(at + 1, Number(value), true);
};

/** Writes the integer in the usual order, then swaps its halves. */
function writeMoney(w: TokenWriter, at: number, value: bigint): void {
  w.view.setBigInt64(at, value, true);
  const low = w.view.getUint32(at, true);
  w.view.setUint32(at, w.view.getUint32(at + 4, true), true);
  w.view.setUint32(at + 4, low, true);
}

function readMoney(r: ByteReader): bigint {
  const high = r.long();
  return (BigInt(high) << 32n) | BigInt(r.ulong());
}
