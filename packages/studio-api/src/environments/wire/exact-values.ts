/**
 * Exact values from the driver.
 *
 * tedious turns decimal and money into JavaScript numbers, which hold about sixteen digits, drops the offset of a datetimeoffset and the scale of
 * a sql_variant. Every value decoder of tedious goes through one exported function, `readValue`; `installExactValues` puts a function in front of it
 * that lets tedious read (so that the handling of incomplete packets stays its own) and then reads the same bytes again as exact text.
 * The whole process works with exact values afterwards; nothing else here uses the driver.
 */
import { createRequire } from 'node:module';
import { datetimeOffsetText, datetimeText, momentText, scaledText, timeText } from './value-text.ts';

/** The part of tedious' column description that decoding needs. */
export interface WireMetadata {
  readonly type: { readonly name: string };
  readonly precision?: number | undefined;
  readonly scale?: number | undefined;
  readonly dataLength?: number | undefined;
}

/** Text of the value in `bytes`, which are the value alone, without its length. */
type Decode = (bytes: Buffer, scale: number) => string;

interface Decoded {
  readonly value: unknown;
  readonly offset: number;
}
type ReadValue = (buffer: Buffer, offset: number, metadata: WireMetadata, options: unknown) => Decoded;

/** Makes every connection of this process deliver exact text. Calling it again changes nothing. */
export function installExactValues(): void {
  const parser = createRequire(import.meta.url)('tedious/lib/value-parser') as { readValue: ReadValue & { exact?: true } };
  const original = parser.readValue;
  if (original.exact === true) return;
  const exact: ReadValue = (buffer, offset, metadata, options) => {
    const result = original(buffer, offset, metadata, options);
    if (result.value === null) return result;
    const text = exactText(buffer.subarray(offset, result.offset), metadata);
    return text === undefined ? result : { value: text, offset: result.offset };
  };
  parser.readValue = Object.assign(exact, { exact: true as const });
}

/** The exact text of a value as it lies on the wire, with its length; undefined for types whose JavaScript value is exact already. */
export function exactText(bytes: Buffer, metadata: WireMetadata): string | undefined {
  if (metadata.type.name === 'Variant') return variantText(bytes.subarray(4));
  const row = DECODE[metadata.type.name];
  return row?.decode(bytes.subarray(row.prefix), metadata.scale ?? 7);
}

/** [MS-TDS] 2.2.5.5.1.5 to 2.2.5.5.1.8: the value's bytes, after `prefix` bytes of length. */
const DECODE: { readonly [type: string]: { readonly prefix: number; readonly decode: Decode } } = {
  DecimalN: { prefix: 1, decode: decimal },
  NumericN: { prefix: 1, decode: decimal },
  Money: { prefix: 0, decode: money },
  SmallMoney: { prefix: 0, decode: money },
  MoneyN: { prefix: 1, decode: money },
  Time: { prefix: 1, decode: (bytes, scale) => timeText(ticks(bytes, scale), scale) },
  DateTime2: { prefix: 1, decode: datetime2 },
  DateTimeOffset: { prefix: 1, decode: datetimeoffset },
};

/** Base types of sql_variant ([MS-TDS] 2.2.5.5.4) that need more than the driver gives; `properties` says where the scale lies. */
const VARIANT: { readonly [token: number]: { readonly scaleAt?: number; readonly decode: Decode } } = {
  58: { decode: (bytes) => datetimeText(bytes.readUInt16LE(0), bytes.readUInt16LE(2) * 60_000, false) },
  61: { decode: (bytes) => datetimeText(bytes.readInt32LE(0), Math.round((bytes.readInt32LE(4) * 10) / 3), true) },
  60: { decode: money },
  122: { decode: money },
  40: { decode: (bytes) => momentText(bytes.readUIntLE(0, 3), 0n, -1) },
  41: { scaleAt: 0, decode: (bytes, scale) => timeText(ticks(bytes, scale), scale) },
  42: { scaleAt: 0, decode: datetime2 },
  43: { scaleAt: 0, decode: datetimeoffset },
  106: { scaleAt: 1, decode: decimal },
  108: { scaleAt: 1, decode: decimal },
};

function variantText(bytes: Buffer): string | undefined {
  const row = VARIANT[bytes.readUInt8(0)];
  const properties = bytes.readUInt8(1);
  if (row === undefined) return undefined;
  const scale = row.scaleAt === undefined ? 0 : bytes.readUInt8(2 + row.scaleAt);
  return row.decode(bytes.subarray(2 + properties), scale);
}

/** A sign byte (1 is positive), then the magnitude with the lowest byte first. */
function decimal(bytes: Buffer, scale: number): string {
  const magnitude = unsigned(bytes.subarray(1));
  return scaledText(bytes.readUInt8(0) === 1 ? magnitude : -magnitude, scale);
}

/** Ten-thousandths; an eight-byte money has its high half first. */
function money(bytes: Buffer): string {
  const units = bytes.length === 4 ? BigInt(bytes.readInt32LE(0)) : (BigInt(bytes.readInt32LE(0)) << 32n) + BigInt(bytes.readUInt32LE(4));
  return scaledText(units, 4);
}

function datetime2(bytes: Buffer, scale: number): string {
  const split = bytes.length - 3;
  return momentText(bytes.readUIntLE(split, 3), ticks(bytes.subarray(0, split), scale), scale);
}

function datetimeoffset(bytes: Buffer, scale: number): string {
  const split = bytes.length - 5;
  const time = ticks(bytes.subarray(0, split), scale);
  return datetimeOffsetText(bytes.readUIntLE(split, 3), time, bytes.readInt16LE(split + 3), scale);
}

/** A time of day in units of 100 ns. */
function ticks(bytes: Buffer, scale: number): bigint {
  return unsigned(bytes) * 10n ** BigInt(7 - scale);
}

function unsigned(bytes: Buffer): bigint {
  let value = 0n;
  for (let at = bytes.length - 1; at >= 0; at--) value = (value << 8n) | BigInt(bytes[at] ?? 0);
  return value;
}
