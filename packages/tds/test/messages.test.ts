/** Messages of the client: round trips, the examples of [MS-TDS] chapter 4, and what is refused. */
import {
  type AllHeaders,
  BulkLoadReader,
  type Column,
  ColumnFlag,
  column,
  DEFAULT_COLLATION,
  decodeLogin7,
  decodePrelogin,
  decodeRpc,
  decodeSqlBatch,
  decodeTransactionManagerRequest,
  EMPTY_LOGIN,
  Encryption,
  encodeBulkLoad,
  encodeLogin7,
  encodePrelogin,
  encodeRpc,
  encodeSqlBatch,
  encodeTransactionManagerRequest,
  IsolationLevel,
  type Login7,
  type LoginFlags,
  NO_HEADERS,
  NO_LOGIN_FLAGS,
  type Prelogin,
  ProcId,
  ProtocolError,
  prelogin,
  protocolFor,
  type RpcRequest,
  rpcCall,
  rpcParameter,
  TDS_7_4_PROTOCOL,
  TdsVersion,
  type TransactionRequest,
  transactionHeaders,
} from '@sprocket/tds';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chunked, cuts, result, typedValue } from './arbitraries.ts';
import { hex, unhex } from './hex.ts';

const TDS_7_1 = protocolFor(TdsVersion.TDS_7_1_REVISION_1);
const text = fc.string({ unit: 'grapheme', maxLength: 30 }).map((s) => s.slice(0, 30).toWellFormed());
const uint32 = fc.integer({ min: 0, max: 0xffff_ffff });
const sixteenBytes = fc.uint8Array({ minLength: 16, maxLength: 16 });

const headers: fc.Arbitrary<AllHeaders> = fc.record({
  transaction: fc.option(fc.record({ descriptor: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), outstandingRequests: uint32 })),
  queryNotification: fc.option(fc.record({ notifyId: text, deployment: text, timeout: fc.option(uint32) })),
  trace: fc.option(fc.record({ activityId: sixteenBytes, sequence: uint32 })),
});

describe('PRELOGIN', () => {
  const arbitrary: fc.Arbitrary<Prelogin> = fc.record({
    version: fc.record({
      major: fc.integer({ min: 0, max: 255 }),
      minor: fc.integer({ min: 0, max: 255 }),
      build: fc.integer({ min: 0, max: 65_535 }),
      subBuild: fc.integer({ min: 0, max: 65_535 }),
    }),
    encryption: fc.constantFrom(...Object.values(Encryption)),
    instance: fc.option(fc.stringMatching(/^[A-Z]{0,10}$/)),
    threadId: fc.option(uint32),
    mars: fc.option(fc.boolean()),
    traceId: fc.option(fc.uint8Array({ minLength: 36, maxLength: 36 })),
    fedAuthRequired: fc.option(fc.boolean()),
    nonce: fc.option(fc.uint8Array({ minLength: 32, maxLength: 32 })),
  });

  test('round-trips', () => {
    fc.assert(
      fc.property(arbitrary, (message) => {
        expect(decodePrelogin(encodePrelogin(message))).toEqual(message);
      }),
    );
  });

  test('of a client is read as in the example of [MS-TDS] 4.1', () => {
    const payload = unhex(
      `00 00 1a 00 06 01 00 20 00 01 02 00 21 00 01 03 00 22 00 04 04 00 26 00 01 ff
       09 00 00 00 00 00 01 00 b8 0d 00 00 01`,
    );
    expect(decodePrelogin(payload)).toEqual({
      ...prelogin({ major: 9, minor: 0, build: 0, subBuild: 0 }, Encryption.ON),
      instance: '',
      threadId: 3512,
      mars: true,
    });
  });

  test('of a server has the bytes of the specification', () => {
    const message: Prelogin = { ...prelogin({ major: 16, minor: 0, build: 4135, subBuild: 0 }, Encryption.OFF), mars: false };
    expect(hex(encodePrelogin(message))).toBe('00 00 10 00 06 01 00 16 00 01 04 00 17 00 01 ff 10 00 10 27 00 00 00 00');
  });

  test.each([
    ['nothing', '', /ends too early/],
    ['no version', 'ff', /without a version/],
    ['an option outside', '00 00 10 00 06 ff', /outside its message/],
    ['a short version', '00 00 06 00 02 ff 01 02', /ends too early/],
    ['no end', '01 00 00 00 00', /ends too early/],
  ])('with %s is refused', (_what, bytes, message) => {
    expect(() => decodePrelogin(unhex(bytes))).toThrow(ProtocolError);
    expect(() => decodePrelogin(unhex(bytes))).toThrow(message);
  });
});

describe('LOGIN7', () => {
  const flags = fc.record(
    Object.fromEntries(Object.keys(NO_LOGIN_FLAGS).map((flag) => [flag, fc.boolean()])),
  ) as unknown as fc.Arbitrary<LoginFlags>;
  const arbitrary: fc.Arbitrary<Login7> = fc
    .record({
      tdsVersion: fc.constantFrom(...Object.values(TdsVersion)),
      packetSize: uint32,
      clientProgVer: uint32,
      clientPid: uint32,
      connectionId: uint32,
      flags,
      sqlType: fc.integer({ min: 0, max: 15 }),
      clientTimeZone: fc.integer({ min: -840, max: 840 }),
      clientLcid: uint32,
      hostName: text,
      userName: text,
      password: text,
      appName: text,
      serverName: text,
      interfaceName: text,
      language: text,
      database: text,
      clientId: fc.uint8Array({ minLength: 6, maxLength: 6 }),
      sspi: fc.uint8Array({ maxLength: 50 }),
      attachDbFile: text,
      newPassword: text,
      features: fc.array(fc.record({ id: fc.integer({ min: 1, max: 254 }), data: fc.uint8Array({ maxLength: 20 }) })),
    })
    .map((login) => ({
      ...login,
      features: login.flags.extension ? login.features : [],
      newPassword: login.tdsVersion >= TdsVersion.TDS_7_2 || login.tdsVersion === TdsVersion.TDS_8_0 ? login.newPassword : '',
    }));

  test('round-trips', () => {
    fc.assert(
      fc.property(arbitrary, (login) => {
        expect(decodeLogin7(encodeLogin7(login))).toEqual(login);
      }),
    );
  });

  test('carries SSPI data beyond 64 KB', () => {
    const sspi = new Uint8Array(70_000).fill(3);
    expect(decodeLogin7(encodeLogin7({ ...EMPTY_LOGIN, sspi })).sspi).toEqual(sspi);
  });

  test('hides the password as the specification says', () => {
    const payload = encodeLogin7({ ...EMPTY_LOGIN, password: 'a' });
    // 'a' is 61 00: halves swapped 16 00, then inverted with A5.
    expect(hex(payload.slice(94))).toBe('b3 a5');
  });

  test('is read as in the example of [MS-TDS] 4.2', () => {
    const payload = unhex(
      `90 00 00 00 02 00 09 72 00 10 00 00 00 00 00 07 00 01 00 00 00 00 00 00 e0 03 00 00 e0 01 00 00 09 04 00 00
       5e 00 08 00 6e 00 02 00 72 00 00 00 72 00 07 00 80 00 00 00 80 00 00 00 80 00 04 00 88 00 00 00 88 00 00 00
       00 50 8b e2 b7 8f 88 00 00 00 88 00 00 00 88 00 00 00 00 00 00 00
       73 00 6b 00 6f 00 73 00 74 00 6f 00 76 00 31 00 73 00 61 00 4f 00 53 00 51 00 4c 00 2d 00 33 00 32 00
       4f 00 44 00 42 00 43 00 00 00 00 00 00 00 00 00`,
    );
    expect(decodeLogin7(payload)).toMatchObject({
      tdsVersion: TdsVersion.TDS_7_2,
      packetSize: 4096,
      clientPid: 256,
      hostName: 'skostov1',
      userName: 'sa',
      password: '',
      appName: 'OSQL-32',
      interfaceName: 'ODBC',
      clientTimeZone: 480,
      clientLcid: 0x0409,
      flags: {
        ...NO_LOGIN_FLAGS,
        useDbNotify: true,
        initialDatabaseFatal: true,
        setLanguageNotify: true,
        initialLanguageFatal: true,
        odbc: true,
      },
    });
  });

  const valid = encodeLogin7({ ...EMPTY_LOGIN, hostName: 'host' });
  test.each([
    ['shorter than announced', valid.slice(0, -1), /where 102 are announced/],
    ['without its fixed part', Uint8Array.of(4, 0, 0, 0), /ends too early/],
    ['with a field outside', valid.map((byte, i) => (i === 38 ? 200 : byte)), /outside its message/],
  ])('%s is refused', (_what, payload, message) => {
    expect(() => decodeLogin7(payload)).toThrow(ProtocolError);
    expect(() => decodeLogin7(payload)).toThrow(message);
  });
});

describe('SQLBatch', () => {
  test('round-trips', () => {
    fc.assert(
      fc.property(headers, fc.string({ unit: 'grapheme' }), (all, sql) => {
        const batch = { headers: all, text: sql };
        expect(decodeSqlBatch(encodeSqlBatch(batch, TDS_7_4_PROTOCOL), TDS_7_4_PROTOCOL)).toEqual(batch);
      }),
    );
  });

  test('is read as in the example of [MS-TDS] 4.6', () => {
    const payload = unhex(
      `16 00 00 00 12 00 00 00 02 00 00 00 00 00 00 00 00 01 00 00 00 00
       0a 00 73 00 65 00 6c 00 65 00 63 00 74 00 20 00 27 00 66 00 6f 00 6f 00 27 00 20 00 61 00 73 00 20 00 27 00 62 00
       61 00 72 00 27 00 0a 00 20 00 20 00 20 00 20 00 20 00 20 00 20 00 20 00`,
    );
    const batch = decodeSqlBatch(payload, TDS_7_4_PROTOCOL);
    expect(batch.text).toBe("\nselect 'foo' as 'bar'\n        ");
    expect(batch.headers).toEqual({ ...NO_HEADERS, transaction: { descriptor: 2n ** 56n, outstandingRequests: 0 } });
  });

  test('has no headers before TDS 7.2', () => {
    expect(decodeSqlBatch(unhex('61 00'), TDS_7_1)).toEqual({ headers: NO_HEADERS, text: 'a' });
    expect(hex(encodeSqlBatch({ headers: transactionHeaders(1n), text: 'a' }, TDS_7_1))).toBe('61 00');
  });

  test('skips headers of unknown types', () => {
    expect(decodeSqlBatch(unhex('0b 00 00 00 07 00 00 00 63 00 ff 61 00'), TDS_7_4_PROTOCOL)).toEqual({ headers: NO_HEADERS, text: 'a' });
  });

  test.each([
    ['half a character', '04 00 00 00 61', /must be even/],
    ['headers of 3 bytes', '03 00 00 00', /ALL_HEADERS of 3 bytes/],
    ['headers beyond the end', '10 00 00 00 61 00', /ends too early/],
    ['a header beyond the headers', '0a 00 00 00 10 00 00 00 02 00', /ends too early/],
    ['a header of 0 bytes', '0a 00 00 00 00 00 00 00 02 00', /header of 0 bytes/],
  ])('with %s is refused', (_what, bytes, message) => {
    expect(() => decodeSqlBatch(unhex(bytes), TDS_7_4_PROTOCOL)).toThrow(ProtocolError);
    expect(() => decodeSqlBatch(unhex(bytes), TDS_7_4_PROTOCOL)).toThrow(message);
  });
});

describe('RPC', () => {
  const parameter = fc
    .tuple(text, fc.boolean(), fc.boolean(), typedValue)
    .map(([name, output, useDefault, { type, value }]) => ({ name, output, useDefault, type, value }))
    .filter(({ type }) => type.name !== 'rowversion');
  const call = fc.record({
    procedure: fc.oneof(text, fc.constantFrom(...Object.values(ProcId))),
    withRecompile: fc.boolean(),
    noMetadata: fc.boolean(),
    reuseMetadata: fc.boolean(),
    parameters: fc.array(parameter, { maxLength: 5 }),
    noExecute: fc.boolean(),
  });

  test('round-trips, several calls in a message', () => {
    fc.assert(
      fc.property(headers, fc.array(call, { minLength: 1, maxLength: 3 }), (all, calls) => {
        const request: RpcRequest = { headers: all, calls };
        expect(decodeRpc(encodeRpc(request, TDS_7_4_PROTOCOL), TDS_7_4_PROTOCOL)).toEqual(request);
      }),
      { numRuns: 200 },
    );
  });

  test('is read as in the example of [MS-TDS] 4.8', () => {
    const payload = unhex(
      `16 00 00 00 12 00 00 00 02 00 00 00 00 00 00 00 00 01 00 00 00 00
       04 00 66 00 6f 00 6f 00 33 00 00 00 00 02 26 02 00`,
    );
    expect(decodeRpc(payload, TDS_7_4_PROTOCOL).calls).toEqual([
      { ...rpcCall('foo3', []), parameters: [{ name: '', output: false, useDefault: true, type: { name: 'smallint' }, value: null }] },
    ]);
  });

  test('has the bytes of the specification', () => {
    const calls = [
      rpcCall(ProcId.SP_EXECUTESQL, [rpcParameter('', { name: 'nvarchar', length: 8, collation: DEFAULT_COLLATION }, 'SELECT 1')]),
      { ...rpcCall('p', [{ ...rpcParameter('@a', { name: 'int' }, 7), output: true }]), noMetadata: true },
    ];
    expect(hex(encodeRpc({ headers: NO_HEADERS, calls }, TDS_7_4_PROTOCOL))).toBe(
      hex(
        unhex(
          `04 00 00 00 ff ff 0a 00 00 00 00 00 e7 10 00 09 04 d0 00 34 10 00 53 00 45 00 4c 00 45 00 43 00 54 00 20 00 31 00
           ff 01 00 70 00 02 00 02 40 00 61 00 01 26 04 04 07 00 00 00`,
        ),
      ),
    );
  });

  test('separates calls with 80 before TDS 7.2', () => {
    const calls = [rpcCall('a', []), rpcCall('b', [])];
    const payload = encodeRpc({ headers: NO_HEADERS, calls }, TDS_7_1);
    expect(hex(payload)).toBe('01 00 61 00 00 00 80 01 00 62 00 00 00');
    expect(decodeRpc(payload, TDS_7_1).calls).toEqual(calls);
  });

  test('may end with a separator', () => {
    expect(decodeRpc(unhex('04 00 00 00 01 00 61 00 00 00 ff'), TDS_7_4_PROTOCOL).calls).toEqual([rpcCall('a', [])]);
  });

  test.each([
    ['no call', '04 00 00 00', /without a call/],
    ['an encrypted parameter', '04 00 00 00 00 00 00 00 00 08 26 04 00', /encrypted/],
    ['a name beyond the end', '04 00 00 00 05 00 61 00', /ends too early/],
    ['a parameter without a value', '04 00 00 00 00 00 00 00 00 00 26 04', /ends too early/],
  ])('with %s is refused', (_what, bytes, message) => {
    expect(() => decodeRpc(unhex(bytes), TDS_7_4_PROTOCOL)).toThrow(ProtocolError);
    expect(() => decodeRpc(unhex(bytes), TDS_7_4_PROTOCOL)).toThrow(message);
  });
});

describe('transaction manager requests', () => {
  const next = fc.option(fc.record({ isolation: fc.integer({ min: 0, max: 5 }), name: text }));
  const arbitrary: fc.Arbitrary<TransactionRequest> = fc.oneof(
    fc.constant<TransactionRequest>({ kind: 'getDtcAddress' }),
    fc.constant<TransactionRequest>({ kind: 'promote' }),
    fc.record({ kind: fc.constant('propagate' as const), buffer: fc.uint8Array({ maxLength: 40 }) }),
    fc.record({ kind: fc.constant('begin' as const), isolation: fc.integer({ min: 0, max: 5 }), name: text }),
    fc.record({ kind: fc.constantFrom('commit' as const, 'rollback' as const), name: text, next }),
    fc.record({ kind: fc.constant('save' as const), name: text }),
  );

  test('round-trip', () => {
    fc.assert(
      fc.property(headers, arbitrary, (all, request) => {
        const message = { headers: all, request };
        expect(decodeTransactionManagerRequest(encodeTransactionManagerRequest(message))).toEqual(message);
      }),
    );
  });

  test.each<[string, TransactionRequest, string]>([
    ['begin', { kind: 'begin', isolation: IsolationLevel.READ_COMMITTED, name: 't1' }, '05 00 02 04 74 00 31 00'],
    ['commit', { kind: 'commit', name: '', next: null }, '07 00 00 00'],
    ['rollback and begin', { kind: 'rollback', name: 'a', next: { isolation: 5, name: '' } }, '08 00 02 61 00 01 05 00'],
    ['save', { kind: 'save', name: 's' }, '09 00 02 73 00'],
    ['promote', { kind: 'promote' }, '06 00'],
  ])('%s has the bytes of the specification', (_what, request, bytes) => {
    expect(hex(encodeTransactionManagerRequest({ headers: transactionHeaders(1n), request }))).toBe(
      `16 00 00 00 12 00 00 00 02 00 01 00 00 00 00 00 00 00 01 00 00 00 ${bytes}`,
    );
  });

  test.each([
    ['an unknown type', '04 00 00 00 02 00', /request 2/],
    ['an unknown isolation level', '04 00 00 00 05 00 09 00', /isolation level 9/],
    ['a name of odd length', '04 00 00 00 09 00 01 61', /must be even/],
    ['no flags', '04 00 00 00 07 00 00', /ends too early/],
  ])('with %s is refused', (_what, bytes, message) => {
    expect(() => decodeTransactionManagerRequest(unhex(bytes))).toThrow(ProtocolError);
    expect(() => decodeTransactionManagerRequest(unhex(bytes))).toThrow(message);
  });
});

describe('BulkLoad', () => {
  test('round-trips in any chunks', () => {
    fc.assert(
      fc.property(result, cuts, ({ columns, rows }, places) => {
        const named = columns.map((c) => (c.table.length > 0 ? { ...c, table: ['dbo.Notes'] } : c));
        const reader = new BulkLoadReader(TDS_7_4_PROTOCOL);
        const parts = chunked(encodeBulkLoad(named, rows, TDS_7_4_PROTOCOL), places).map((chunk) => reader.push(chunk));
        reader.finish();
        expect(parts.flatMap((part) => part.rows)).toEqual(rows);
        expect(parts.at(-1)?.columns).toEqual(named);
      }),
      { numRuns: 100 },
    );
  });

  test('names the table of a text column in one piece', () => {
    const columns: readonly Column[] = [column('t', { name: 'text', collation: DEFAULT_COLLATION }, ColumnFlag.UPDATEABLE_UNKNOWN, ['x'])];
    expect(hex(encodeBulkLoad(columns, [], TDS_7_4_PROTOCOL))).toBe(
      '81 01 00 00 00 00 00 08 00 23 ff ff ff 7f 09 04 d0 00 34 01 00 78 00 01 74 00 fd 00 00 00 00 00 00 00 00 00 00 00 00',
    );
  });

  test('with another token is refused', () => {
    expect(() => new BulkLoadReader(TDS_7_4_PROTOCOL).push(unhex('79 00 00 00 00'))).toThrow(/RETURNSTATUS in a bulk load/);
  });

  test('may end with the short DONE of TDS 7.1', () => {
    const reader = new BulkLoadReader(TDS_7_4_PROTOCOL);
    const load = encodeBulkLoad([column('a', { name: 'int' })], [[1]], TDS_7_4_PROTOCOL);
    expect(reader.push(load.slice(0, -4)).rows).toEqual([[1]]);
    expect(() => reader.finish()).not.toThrow();
  });

  // FreeTDS sends no DONE, so only what ends inside a token is cut off.
  test('that is cut off is refused', () => {
    const reader = new BulkLoadReader(TDS_7_4_PROTOCOL);
    reader.push(encodeBulkLoad([column('a', { name: 'int' })], [[1]], TDS_7_4_PROTOCOL).slice(0, 18));
    expect(() => reader.finish()).toThrow(/ends inside a token/);
  });
});
