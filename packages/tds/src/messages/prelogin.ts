/**
 * PRELOGIN, the first message of both sides. [MS-TDS] 2.2.6.5: a list of options with offset and length, in network
 * order, then their data. It settles encryption before anything secret is sent. Options that are not understood are
 * skipped.
 */
import { type ByteReader, wholeReader } from '../bytes/byte-reader.ts';
import { TokenWriter } from '../bytes/token-writer.ts';
import { ProtocolError } from '../protocol-error.ts';

/** What a side can or wants to encrypt. [MS-TDS] 2.2.6.5 */
export const Encryption = {
  /** Encrypts the login only. */
  OFF: 0,
  ON: 1,
  NOT_SUPPORTED: 2,
  REQUIRED: 3,
} as const;

/** The options of a PRELOGIN; null where one is absent. */
export interface Prelogin {
  readonly version: PreloginVersion;
  /** An Encryption. */
  readonly encryption: number;
  /** Name of the instance that the client expects; the server answers '' for the right one. */
  readonly instance: string | null;
  /** The client's thread, for tracing. */
  readonly threadId: number | null;
  /** Multiple active result sets. */
  readonly mars: boolean | null;
  /** Connection and activity ids for tracing, 36 bytes. */
  readonly traceId: Uint8Array | null;
  readonly fedAuthRequired: boolean | null;
  readonly nonce: Uint8Array | null;
}

/** The version of the program that sends the message. */
export interface PreloginVersion {
  readonly major: number;
  readonly minor: number;
  readonly build: number;
  readonly subBuild: number;
}

/** Option numbers. [MS-TDS] 2.2.6.5 */
const PreloginOption = {
  VERSION: 0,
  ENCRYPTION: 1,
  INSTOPT: 2,
  THREADID: 3,
  MARS: 4,
  TRACEID: 5,
  FEDAUTHREQUIRED: 6,
  NONCEOPT: 7,
  TERMINATOR: 0xff,
} as const;

const OPTION_ENTRY = 5;

/** A PRELOGIN with nothing but what every client and server sends. */
export function prelogin(version: PreloginVersion, encryption: number): Prelogin {
  return { version, encryption, instance: null, threadId: null, mars: null, traceId: null, fedAuthRequired: null, nonce: null };
}

/** Writes the payload of a PRELOGIN message. */
export function encodePrelogin(message: Prelogin): Uint8Array {
  const options = preloginOptions(message);
  const w = new TokenWriter(256);
  let offset = options.length * OPTION_ENTRY + 1;
  for (const [option, data] of options) {
    w.byte(option);
    w.ushortBigEndian(offset);
    w.ushortBigEndian(data.length);
    offset += data.length;
  }
  w.byte(PreloginOption.TERMINATOR);
  for (const [, data] of options) w.bytes(data);
  return w.toBytes();
}

/** Reads the payload of a PRELOGIN message. */
export function decodePrelogin(payload: Uint8Array): Prelogin {
  const options = readOptions(payload);
  const reader = (option: number) => {
    const data = options.get(option);
    return data === undefined || data.length === 0 ? undefined : wholeReader(data, 'PRELOGIN option');
  };
  return {
    version: readVersion(reader(PreloginOption.VERSION)),
    encryption: reader(PreloginOption.ENCRYPTION)?.byte() ?? Encryption.NOT_SUPPORTED,
    instance: readInstance(options.get(PreloginOption.INSTOPT)),
    threadId: reader(PreloginOption.THREADID)?.ulong() ?? null,
    mars: readFlag(reader(PreloginOption.MARS)),
    traceId: copyOf(options.get(PreloginOption.TRACEID)),
    fedAuthRequired: readFlag(reader(PreloginOption.FEDAUTHREQUIRED)),
    nonce: copyOf(options.get(PreloginOption.NONCEOPT)),
  };
}

function preloginOptions(message: Prelogin): (readonly [option: number, data: Uint8Array])[] {
  const { version, instance, threadId, mars, fedAuthRequired } = message;
  const options: [option: number, data: Uint8Array | null][] = [
    [PreloginOption.VERSION, versionBytes(version)],
    [PreloginOption.ENCRYPTION, Uint8Array.of(message.encryption)],
    [PreloginOption.INSTOPT, instance === null ? null : Buffer.from(`${instance}\0`, 'latin1')],
    [PreloginOption.THREADID, threadId === null ? null : new Uint8Array(Uint32Array.of(threadId).buffer)],
    [PreloginOption.MARS, flagByte(mars)],
    [PreloginOption.TRACEID, message.traceId],
    [PreloginOption.FEDAUTHREQUIRED, flagByte(fedAuthRequired)],
    [PreloginOption.NONCEOPT, message.nonce],
  ];
  return options.filter((option): option is [number, Uint8Array] => option[1] !== null);
}

function versionBytes({ major, minor, build, subBuild }: PreloginVersion): Uint8Array {
  return Uint8Array.of(major, minor, build >>> 8, build, subBuild >>> 8, subBuild);
}

function flagByte(flag: boolean | null): Uint8Array | null {
  return flag === null ? null : Uint8Array.of(flag ? 1 : 0);
}

function readOptions(payload: Uint8Array): Map<number, Uint8Array> {
  const r = wholeReader(payload, 'PRELOGIN');
  const options = new Map<number, Uint8Array>();
  for (let option = r.byte(); option !== PreloginOption.TERMINATOR; option = r.byte()) {
    options.set(option, optionData(payload, r.ushortBigEndian(), r.ushortBigEndian()));
  }
  return options;
}

function optionData(payload: Uint8Array, offset: number, length: number): Uint8Array {
  if (offset + length > payload.length) throw new ProtocolError('A PRELOGIN option lies outside its message');
  return payload.subarray(offset, offset + length);
}

function readVersion(r: ByteReader | undefined): PreloginVersion {
  if (r === undefined) throw new ProtocolError('PRELOGIN without a version');
  return { major: r.byte(), minor: r.byte(), build: r.ushortBigEndian(), subBuild: r.ushortBigEndian() };
}

function readInstance(data: Uint8Array | undefined): string | null {
  if (data === undefined) return null;
  const text = Buffer.from(data).toString('latin1');
  const end = text.indexOf('\0');
  return end < 0 ? text : text.slice(0, end);
}

function readFlag(r: ByteReader | undefined): boolean | null {
  return r === undefined ? null : r.byte() !== 0;
}

function copyOf(data: Uint8Array | undefined): Uint8Array | null {
  return data === undefined || data.length === 0 ? null : new Uint8Array(data);
}
