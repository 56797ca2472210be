/**
 * LOGIN7, the client's login. [MS-TDS] 2.2.6.4: a fixed part with offsets and lengths, then the texts, of which the
 * passwords are obfuscated (not encrypted: TLS does that), then the feature extensions. The fixed part is 8 bytes
 * shorter before TDS 7.2, which knows no change of password.
 */
import { type ByteReader, wholeReader } from '../bytes/byte-reader.ts';
import { TokenWriter } from '../bytes/token-writer.ts';
import { TdsVersion } from '../protocol.ts';
import { ProtocolError } from '../protocol-error.ts';
import type { Feature } from '../tokens/token.ts';
import { readFeatures, writeFeatures } from './features.ts';
import { type LoginFlags, loginFlagBytes, NO_LOGIN_FLAGS, readLoginFlags } from './login7-flags.ts';

/** A login as the client sends it. */
export interface Login7 {
  /** The newest TdsVersion that the client speaks. */
  readonly tdsVersion: number;
  readonly packetSize: number;
  readonly clientProgVer: number;
  readonly clientPid: number;
  readonly connectionId: number;
  readonly flags: LoginFlags;
  /** SQL_DFLT 0 or SQL_TSQL 1. */
  readonly sqlType: number;
  /** Minutes from UTC. */
  readonly clientTimeZone: number;
  readonly clientLcid: number;
  readonly hostName: string;
  readonly userName: string;
  readonly password: string;
  readonly appName: string;
  readonly serverName: string;
  /** The library that made the connection. */
  readonly interfaceName: string;
  readonly language: string;
  readonly database: string;
  /** The client's MAC address, six bytes. */
  readonly clientId: Uint8Array;
  readonly sspi: Uint8Array;
  readonly attachDbFile: string;
  /** The password to change to, if `flags.changePassword`. */
  readonly newPassword: string;
  /** Feature extensions; `flags.extension` says that there is a list. */
  readonly features: readonly Feature[];
}

/** A login without any information, to be spread and filled in. */
export const EMPTY_LOGIN: Login7 = {
  tdsVersion: TdsVersion.TDS_7_4,
  packetSize: 4096,
  clientProgVer: 0,
  clientPid: 0,
  connectionId: 0,
  flags: NO_LOGIN_FLAGS,
  sqlType: 0,
  clientTimeZone: 0,
  clientLcid: 0x0409,
  hostName: '',
  userName: '',
  password: '',
  appName: '',
  serverName: '',
  interfaceName: '',
  language: '',
  database: '',
  clientId: new Uint8Array(6),
  sspi: new Uint8Array(0),
  attachDbFile: '',
  newPassword: '',
  features: [],
};

/** The fixed part up to the clients of TDS 7.1 and of later ones. */
const FIXED_LENGTH_7_1 = 86;
const FIXED_LENGTH = 94;
/** cbSSPI when the length is in cbSSPILong. */
const LONG_SSPI = 0xffff;

/** Writes the payload of a LOGIN7 message. */
export function encodeLogin7(login: Login7): Uint8Array {
  const w = new TokenWriter(512);
  w.claim(4);
  writeNumbers(w, login);
  const data = new TokenWriter(512);
  const write = (bytes: Uint8Array) => {
    const offset = fixedLength(login.tdsVersion) + data.length;
    data.bytes(bytes);
    return offset;
  };
  writeDirectory(w, login, write);
  w.bytes(data.take());
  w.view.setUint32(0, w.length, true);
  return w.toBytes();
}

/** Reads the payload of a LOGIN7 message. */
export function decodeLogin7(payload: Uint8Array): Login7 {
  const r = wholeReader(payload, 'LOGIN7');
  const length = r.ulong();
  if (length > payload.length) throw new ProtocolError(`LOGIN7 of ${payload.length} bytes where ${length} are announced`);
  const numbers = readNumbers(r);
  return { ...numbers, ...readDirectory(r, payload, numbers.tdsVersion, numbers.flags.extension) };
}

type Numbers = Pick<
  Login7,
  'tdsVersion' | 'packetSize' | 'clientProgVer' | 'clientPid' | 'connectionId' | 'flags' | 'sqlType' | 'clientTimeZone' | 'clientLcid'
>;

const SQL_TYPE_MASK = 0x0f;

function writeNumbers(w: TokenWriter, login: Login7): void {
  const [options1, options2, types, options3] = loginFlagBytes(login.flags);
  w.long(login.tdsVersion);
  w.long(login.packetSize);
  w.long(login.clientProgVer);
  w.long(login.clientPid);
  w.long(login.connectionId);
  w.byte(options1);
  w.byte(options2);
  w.byte(types | (login.sqlType & SQL_TYPE_MASK));
  w.byte(options3);
  w.long(login.clientTimeZone);
  w.long(login.clientLcid);
}

function readNumbers(r: ByteReader): Numbers {
  const head = {
    tdsVersion: r.ulong(),
    packetSize: r.ulong(),
    clientProgVer: r.ulong(),
    clientPid: r.ulong(),
    connectionId: r.ulong(),
  };
  const bytes = [r.byte(), r.byte(), r.byte(), r.byte()] as const;
  return { ...head, flags: readLoginFlags(bytes), sqlType: bytes[2] & SQL_TYPE_MASK, clientTimeZone: r.long(), clientLcid: r.ulong() };
}

function fixedLength(tdsVersion: number): number {
  return hasChangePassword(tdsVersion) ? FIXED_LENGTH : FIXED_LENGTH_7_1;
}

function hasChangePassword(tdsVersion: number): boolean {
  return tdsVersion >= TdsVersion.TDS_7_2 || tdsVersion === TdsVersion.TDS_8_0;
}

/** Puts bytes into the part behind the fixed one and returns their offset in the message. */
type WriteData = (bytes: Uint8Array) => number;

function writeDirectory(w: TokenWriter, login: Login7, write: WriteData): void {
  writeText(w, login.hostName, write);
  writeText(w, login.userName, write);
  writePassword(w, login.password, write);
  writeText(w, login.appName, write);
  writeText(w, login.serverName, write);
  writeExtension(w, login, write);
  writeText(w, login.interfaceName, write);
  writeText(w, login.language, write);
  writeText(w, login.database, write);
  w.bytes(login.clientId.subarray(0, 6));
  writeEntry(w, login.sspi, Math.min(login.sspi.length, LONG_SSPI), write);
  writeText(w, login.attachDbFile, write);
  if (!hasChangePassword(login.tdsVersion)) return;
  writePassword(w, login.newPassword, write);
  w.long(login.sspi.length >= LONG_SSPI ? login.sspi.length : 0);
}

function writeText(w: TokenWriter, text: string, write: WriteData): void {
  writeEntry(w, Buffer.from(text, 'utf16le'), text.length, write);
}

function writePassword(w: TokenWriter, password: string, write: WriteData): void {
  writeEntry(w, obfuscate(Buffer.from(password, 'utf16le')), password.length, write);
}

function writeEntry(w: TokenWriter, bytes: Uint8Array, length: number, write: WriteData): void {
  w.ushort(write(bytes));
  w.ushort(length);
}

// ibExtension points at a DWORD, which in turn is the offset of the feature list: here the bytes right behind it.
function writeExtension(w: TokenWriter, login: Login7, write: WriteData): void {
  if (!login.flags.extension) {
    writeEntry(w, new Uint8Array(0), 0, write);
    return;
  }
  const offset = write(new Uint8Array(0));
  const list = new TokenWriter(64);
  list.long(offset + 4);
  writeFeatures(list, login.features);
  write(list.take());
  w.ushort(offset);
  w.ushort(4);
}

type Texts = Omit<Login7, keyof Numbers>;

function readDirectory(r: ByteReader, payload: Uint8Array, tdsVersion: number, extension: boolean): Texts {
  const text = () => readText(r, payload);
  const names = { hostName: text(), userName: text(), password: readPassword(r, payload), appName: text(), serverName: text() };
  const features = readExtension(r, payload, extension);
  const more = { interfaceName: text(), language: text(), database: text(), clientId: r.copy(6) };
  const sspiOffset = r.ushort();
  const sspiLength = r.ushort();
  const attachDbFile = text();
  const newPassword = hasChangePassword(tdsVersion) ? readPassword(r, payload) : '';
  const longLength = hasChangePassword(tdsVersion) && sspiLength === LONG_SSPI ? r.ulong() : 0;
  const sspi = new Uint8Array(slice(payload, sspiOffset, longLength === 0 ? sspiLength : longLength));
  return { ...names, features, ...more, sspi, attachDbFile, newPassword };
}

function readText(r: ByteReader, payload: Uint8Array): string {
  return Buffer.from(readEntry(r, payload)).toString('utf16le');
}

function readPassword(r: ByteReader, payload: Uint8Array): string {
  return reveal(readEntry(r, payload)).toString('utf16le');
}

function readEntry(r: ByteReader, payload: Uint8Array): Uint8Array {
  const offset = r.ushort();
  return slice(payload, offset, r.ushort() * 2);
}

function readExtension(r: ByteReader, payload: Uint8Array, extension: boolean): Feature[] {
  const offset = r.ushort();
  const length = r.ushort();
  if (!extension || length === 0) return [];
  const list = wholeReader(slice(payload, offset, length), 'LOGIN7 extension').ulong();
  return readFeatures(wholeReader(slice(payload, list, Math.max(0, payload.length - list)), 'LOGIN7 features'));
}

/** An entry without data may point anywhere. */
function slice(payload: Uint8Array, offset: number, length: number): Uint8Array {
  if (length === 0) return new Uint8Array(0);
  if (offset + length > payload.length) throw new ProtocolError('A LOGIN7 field lies outside its message');
  return payload.subarray(offset, offset + length);
}

/** Swaps the halves of each byte and inverts some bits. */
function obfuscate(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.map((byte) => ((byte << 4) | (byte >>> 4)) ^ 0xa5));
}

function reveal(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.map((byte) => ((byte ^ 0xa5) << 4) | ((byte ^ 0xa5) >>> 4)));
}
