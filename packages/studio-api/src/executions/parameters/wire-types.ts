/**
 * Parameter types that carry finished bytes.
 *
 * The driver's own types go through JavaScript numbers and dates, which lose digits of decimals, fractions of seconds and offsets. Here a value is
 * encoded from its text (`encode.ts`) and the type only puts it on the wire: [MS-TDS] 2.2.5.4.2, the types whose length is one byte.
 */
import type { Request } from 'tedious';

export type DriverType = Parameters<Request['addParameter']>[1];

/** A type with as much of its declaration as a value needs. */
export interface TypeSpec {
  /** In lower case, without size. */
  readonly base: string;
  readonly length?: number | 'max';
  readonly precision?: number;
  readonly scale?: number;
}

/** The TYPE_INFO of a type; undefined for types of variable length. */
export function typeInfo({ base, precision = 38, scale = 0 }: TypeSpec): Buffer | undefined {
  const fixed = FIXED[base];
  if (fixed !== undefined) return Buffer.from(fixed);
  const fractional = FRACTIONAL[base];
  if (fractional !== undefined) return Buffer.from([fractional, scale]);
  return base === 'decimal' || base === 'numeric' ? Buffer.from([0x6a, decimalLength(precision) + 1, precision, scale]) : undefined;
}

/** The type whose values are the bytes themselves; null is NULL. */
export function byteType(name: string, info: Buffer): DriverType {
  return {
    id: info.readUInt8(0),
    type: name,
    name,
    declaration: () => name,
    validate: (value: unknown) => value,
    writeTypeInfo: (buffer) => void buffer.writeBuffer(info),
    writeValue: (buffer, { value }: { value: Buffer | null }) => {
      buffer.writeUInt8(value?.length ?? 0);
      if (value !== null) buffer.writeBuffer(value);
    },
  };
}

/** Bytes of the magnitude. */
export function decimalLength(precision: number): number {
  if (precision <= 9) return 4;
  if (precision <= 19) return 8;
  return precision <= 28 ? 12 : 16;
}

const FIXED: Readonly<Record<string, readonly number[]>> = {
  tinyint: [0x26, 1],
  smallint: [0x26, 2],
  int: [0x26, 4],
  bigint: [0x26, 8],
  bit: [0x68, 1],
  real: [0x6d, 4],
  float: [0x6d, 8],
  smallmoney: [0x6e, 4],
  money: [0x6e, 8],
  smalldatetime: [0x6f, 4],
  datetime: [0x6f, 8],
  date: [0x28],
  uniqueidentifier: [0x24, 16],
};

const FRACTIONAL: Readonly<Record<string, number>> = { time: 0x29, datetime2: 0x2a, datetimeoffset: 0x2b };
