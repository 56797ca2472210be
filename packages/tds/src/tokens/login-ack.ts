/**
 * LOGINACK. [MS-TDS] 2.2.7.14. The version is big-endian here and little-endian in LOGIN7, and 7.0 and 7.1 have
 * numbers of their own.
 */
import type { TokenWriter } from '../bytes/token-writer.ts';
import { TdsVersion } from '../protocol.ts';
import { readSized, type TokenCodec, writeSized } from './codec.ts';
import type { LoginAck } from './token.ts';
import { TokenType } from './token-type.ts';

/** Interface: the server accepts T-SQL. */
const SQL_TSQL = 1;

export const loginAckCodec: TokenCodec<LoginAck> = {
  encode: writeLoginAck,
  decode: (r) =>
    readSized(r, 'LOGINACK', (section) => {
      section.skip(1);
      const tdsVersion = fromServerVersion(section.ulongBigEndian());
      const progName = section.bVarChar();
      const progVersion = [section.byte(), section.byte(), section.ushortBigEndian()] as const;
      return { kind: 'LOGINACK', tdsVersion, progName, progVersion };
    }),
};

/** Writes a LOGINACK. */
export function writeLoginAck(w: TokenWriter, token: LoginAck): void {
  const [major, minor, build] = token.progVersion;
  writeSized(w, TokenType.LOGINACK, () => {
    w.byte(SQL_TSQL);
    w.ulongBigEndian(toServerVersion(token.tdsVersion));
    w.bVarChar(token.progName);
    w.byte(major);
    w.byte(minor);
    w.ushortBigEndian(build);
  });
}

/** What clients send, and what servers answer where it differs. */
const SERVER_VERSIONS: readonly (readonly [client: number, server: number])[] = [
  [TdsVersion.TDS_7_0, 0x07000000],
  [TdsVersion.TDS_7_1, 0x07010000],
];

function toServerVersion(version: number): number {
  return SERVER_VERSIONS.find(([client]) => client === version)?.[1] ?? version;
}

function fromServerVersion(version: number): number {
  return SERVER_VERSIONS.find(([, server]) => server === version)?.[0] ?? version;
}
