/**
 * ENVCHANGE. [MS-TDS] 2.2.7.9: a type, a new value and an old value, whose form depends on the type. The table at
 * the end has a row for each; clients that do not know a type must still be able to skip it by its length.
 */
import type { ByteReader } from '../bytes/byte-reader.ts';
import type { TokenWriter } from '../bytes/token-writer.ts';
import { type Collation, readCollation, writeCollation } from '../collation/collation.ts';
import { ProtocolError } from '../protocol-error.ts';
import { readSized, type TokenCodec, writeSized } from './codec.ts';
import type { EnvBytes, EnvChange, EnvCollation, EnvReset, EnvRouting, EnvText, EnvTransaction } from './token.ts';
import { TokenType } from './token-type.ts';

export const envChangeCodec: TokenCodec<EnvChange> = {
  encode: writeEnvChange,
  decode: (r) =>
    readSized(r, 'ENVCHANGE', (section) => {
      const number = section.byte();
      const type = TYPES.get(number);
      if (type === undefined) throw new ProtocolError(`Unknown ENVCHANGE type ${number}`);
      return ENV_CHANGES[type].read(section);
    }),
};

/** Writes an ENVCHANGE. */
export function writeEnvChange(w: TokenWriter, token: EnvChange): void {
  const { number, write } = ENV_CHANGES[token.type] as unknown as EnvChangeCodec<EnvChange>;
  writeSized(w, TokenType.ENVCHANGE, () => {
    w.byte(number);
    write(w, token);
  });
}

interface EnvChangeCodec<T extends EnvChange> {
  readonly number: number;
  readonly write: (w: TokenWriter, token: T) => void;
  readonly read: (r: ByteReader) => T;
}

type EnvChangeType = EnvChange['type'];

/** The change of one type; types that look alike share their fields. */
type EnvChangeOf<Type, T = EnvChange> = T extends { readonly type: infer Types } ? (Type extends Types ? T : never) : never;

const ENV_CHANGES: { readonly [T in EnvChangeType]: EnvChangeCodec<EnvChangeOf<T> & EnvChange> } = {
  database: text(1, 'database'),
  language: text(2, 'language'),
  characterSet: text(3, 'characterSet'),
  packetSize: text(4, 'packetSize'),
  unicodeLocale: text(5, 'unicodeLocale'),
  unicodeComparison: text(6, 'unicodeComparison'),
  collation: collation(7),
  beginTransaction: transaction(8, 'beginTransaction'),
  commitTransaction: transaction(9, 'commitTransaction'),
  rollbackTransaction: transaction(10, 'rollbackTransaction'),
  enlistTransaction: transaction(11, 'enlistTransaction'),
  defectTransaction: transaction(12, 'defectTransaction'),
  mirroringPartner: text(13, 'mirroringPartner'),
  promoteTransaction: promotion(15),
  transactionManagerAddress: address(16),
  transactionEnded: transaction(17, 'transactionEnded'),
  resetConnection: reset(18),
  userInstance: text(19, 'userInstance'),
  routing: routing(20),
};

const TYPES: ReadonlyMap<number, EnvChangeType> = new Map(
  (Object.keys(ENV_CHANGES) as EnvChangeType[]).map((type) => [ENV_CHANGES[type].number, type]),
);

function text(number: number, type: EnvText['type']): EnvChangeCodec<EnvText> {
  return {
    number,
    write: (w, token) => {
      w.bVarChar(token.newValue);
      w.bVarChar(token.oldValue);
    },
    read: (r) => ({ kind: 'ENVCHANGE', type, newValue: r.bVarChar(), oldValue: r.bVarChar() }),
  };
}

function collation(number: number): EnvChangeCodec<EnvCollation> {
  return {
    number,
    write: (w, token) => {
      writeOptionalCollation(w, token.newValue);
      writeOptionalCollation(w, token.oldValue);
    },
    read: (r) => ({ kind: 'ENVCHANGE', type: 'collation', newValue: readOptionalCollation(r), oldValue: readOptionalCollation(r) }),
  };
}

function transaction(number: number, type: EnvTransaction['type']): EnvChangeCodec<EnvTransaction> {
  return {
    number,
    write: (w, token) => {
      writeDescriptor(w, token.newValue);
      writeDescriptor(w, token.oldValue);
    },
    read: (r) => ({ kind: 'ENVCHANGE', type, newValue: readDescriptor(r), oldValue: readDescriptor(r) }),
  };
}

/** The new value is an L_VARBYTE, the old one a byte that is 0. */
function promotion(number: number): EnvChangeCodec<EnvBytes> {
  return {
    number,
    write: (w, token) => {
      w.lVarByte(token.newValue);
      w.byte(0);
    },
    read: (r) => readBytes(r, 'promoteTransaction', r.lVarByte()),
  };
}

function address(number: number): EnvChangeCodec<EnvBytes> {
  return {
    number,
    write: (w, token) => {
      w.bVarByte(token.newValue);
      w.byte(0);
    },
    read: (r) => readBytes(r, 'transactionManagerAddress', r.bVarByte()),
  };
}

function reset(number: number): EnvChangeCodec<EnvReset> {
  return {
    number,
    write: (w) => w.ushort(0),
    read: (r) => {
      r.skip(2);
      return { kind: 'ENVCHANGE', type: 'resetConnection' };
    },
  };
}

/** The new value is sized by a USHORT; the old one is an empty US_VARBYTE. */
function routing(number: number): EnvChangeCodec<EnvRouting> {
  return {
    number,
    write: (w, token) => {
      const at = w.claim(2);
      w.byte(token.protocol);
      w.ushort(token.port);
      w.usVarChar(token.server);
      w.patchLength(at, 2);
      w.ushort(0);
    },
    read: (r) => {
      const data = r.section(r.ushort(), 'ENVCHANGE routing');
      r.skip(r.ushort());
      return { kind: 'ENVCHANGE', type: 'routing', protocol: data.byte(), port: data.ushort(), server: data.usVarChar() };
    },
  };
}

function readBytes(r: ByteReader, type: EnvBytes['type'], newValue: Uint8Array): EnvBytes {
  r.skip(1);
  return { kind: 'ENVCHANGE', type, newValue };
}

function writeOptionalCollation(w: TokenWriter, value: Collation | null): void {
  w.byte(value === null ? 0 : 5);
  if (value !== null) writeCollation(w, value);
}

function readOptionalCollation(r: ByteReader): Collation | null {
  const length = r.byte();
  if (length === 0) return null;
  const section = r.section(length, 'ENVCHANGE collation');
  const value = readCollation(section);
  section.finish();
  return value;
}

function writeDescriptor(w: TokenWriter, value: bigint | null): void {
  w.byte(value === null ? 0 : 8);
  if (value !== null) w.longlong(value);
}

function readDescriptor(r: ByteReader): bigint | null {
  const length = r.byte();
  if (length === 0) return null;
  if (length !== 8) throw new ProtocolError(`A transaction descriptor of ${length} bytes`);
  return r.ulonglong();
}
