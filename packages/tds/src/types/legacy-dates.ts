/**
 * datetime and smalldatetime. [MS-TDS] 2.2.5.5.1.8: days since 1900-01-01 and, for datetime, the day's ticks of
 * 1/300 s in two 4-byte integers; for smalldatetime the day's minutes in two 2-byte integers.
 */
import type { ByteReader } from '../bytes/byte-reader.ts';
import type { TokenWriter } from '../bytes/token-writer.ts';
import { ProtocolError } from '../protocol-error.ts';
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

/** The ticks of 1/300 s in a day. */
const TICKS_PER_DAY = 25_920_000;
const MINUTES_PER_DAY = 1440;

export const legacyDateCodecs: { readonly [N in 'datetime' | 'smalldatetime']: TypeCodec<N> } = {
  datetime: {
    writeType: (w) => writeType(w, 8),
    encoder: () => encodeDateTime,
    variant: { token: DataType.DATETIME, writeValue: (w, value) => writeDateTime(w, w.claim(8), value) },
  },
  smalldatetime: {
    writeType: (w) => writeType(w, 4),
    encoder: () => encodeSmallDateTime,
    variant: { token: DataType.DATETIM4, writeValue: (w, value) => writeSmallDateTime(w, w.claim(4), value) },
  },
};

const DATETIME: WireType = { type: { name: 'datetime' }, decode: readDateTime };
const DATETIM4: WireType = { type: { name: 'smalldatetime' }, decode: readSmallDateTime };

export const legacyDateForms: WireForms = {
  [DataType.DATETIME]: fixedForm(DATETIME),
  [DataType.DATETIM4]: fixedForm(DATETIM4),
  [DataType.DATETIMN]: nullableForm('DATETIMN', { 4: DATETIM4, 8: DATETIME }),
};

export const legacyDateVariants: VariantForms = {
  [DataType.DATETIME]: fixedVariant(DATETIME),
  [DataType.DATETIM4]: fixedVariant(DATETIM4),
};

function writeType(w: TokenWriter, size: number): void {
  w.byte(DataType.DATETIMN);
  w.byte(size);
}

const encodeDateTime: Encode<number> = (w, value) => {
  if (value === null) return w.byte(0);
  const at = w.claim(9);
  w.buffer[at] = 8;
  writeDateTime(w, at + 1, value);
};

const encodeSmallDateTime: Encode<number> = (w, value) => {
  if (value === null) return w.byte(0);
  const at = w.claim(5);
  w.buffer[at] = 4;
  writeSmallDateTime(w, at + 1, value);
};

function writeDateTime(w: TokenWriter, at: number, value: number): void {
  const days = Math.floor(value / TICKS_PER_DAY);
  w.view.setInt32(at, days, true);
  w.view.setUint32(at + 4, value - days * TICKS_PER_DAY, true);
}

function writeSmallDateTime(w: TokenWriter, at: number, value: number): void {
  const days = Math.floor(value / MINUTES_PER_DAY);
  w.view.setUint16(at, days, true);
  w.view.setUint16(at + 2, value - days * MINUTES_PER_DAY, true);
}

function readDateTime(r: ByteReader): number {
  const days = r.long();
  const ticks = r.ulong();
  if (days < -53_690 || days > 2_958_463 || ticks >= TICKS_PER_DAY)
    throw new ProtocolError(`datetime of day ${days}, tick ${ticks} does not exist`);
  return days * TICKS_PER_DAY + ticks;
}

function readSmallDateTime(r: ByteReader): number {
  const days = r.ushort();
  const minutes = r.ushort();
  if (minutes >= MINUTES_PER_DAY) throw new ProtocolError(`smalldatetime of minute ${minutes} does not exist`);
  return days * MINUTES_PER_DAY + minutes;
}
