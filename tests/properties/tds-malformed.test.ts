/**
 * Whatever arrives on the wire, a decoder returns a value or throws a ProtocolError, and it ends: on random bytes,
 * on valid messages that are cut off, and on valid messages with bytes changed.
 */
import {
  BulkLoadReader,
  column,
  DEFAULT_COLLATION,
  decodeLogin7,
  decodePrelogin,
  decodeRpc,
  decodeSqlBatch,
  decodeTransactionManagerRequest,
  EMPTY_LOGIN,
  encodeBulkLoad,
  encodeLogin7,
  encodePrelogin,
  encodeRpc,
  encodeSqlBatch,
  encodeTokens,
  encodeTransactionManagerRequest,
  MAX,
  NO_LOGIN_FLAGS,
  type Protocol,
  ProtocolError,
  prelogin,
  protocolFor,
  rpcCall,
  rpcParameter,
  TDS_7_4_PROTOCOL,
  TdsVersion,
  TokenParser,
  TokenWriter,
  transactionHeaders,
} from '@sprocket/tds';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const headers = transactionHeaders(1n);
const nvarchar = { name: 'nvarchar', length: 20, collation: DEFAULT_COLLATION } as const;
const columns = [
  column('a', { name: 'int' }),
  column('b', nvarchar),
  column('c', { name: 'decimal', precision: 20, scale: 4 }),
  column('d', { name: 'varbinary', length: MAX }),
  column('e', { name: 'sql_variant' }),
  column('f', { name: 'datetimeoffset', scale: 7 }),
  column('g', { name: 'text', collation: DEFAULT_COLLATION }, 1, ['dbo.t']),
];
const row = [
  1,
  'text',
  123456n,
  new Uint8Array(20),
  { type: { name: 'datetime' }, value: 5 },
  { utc: 5n, offset: 60 },
  'long text',
] as const;
const table = {
  columns: [{ name: '', type: nvarchar, userType: 0, flags: 0 }],
  orderUnique: [{ column: 1, flags: 1 }],
  columnOrdering: [1],
  rows: [['x'], [null]],
};

function tokenStream(): Uint8Array {
  const w = new TokenWriter();
  const message = { number: 50000, state: 1, class: 16, message: 'no', serverName: 's', procName: 'p', lineNumber: 3 };
  encodeTokens(
    w,
    [
      { kind: 'ENVCHANGE', type: 'database', newValue: 'a', oldValue: 'b' },
      { kind: 'LOGINACK', tdsVersion: TdsVersion.TDS_7_4, progName: 'x', progVersion: [16, 0, 1] },
      { kind: 'FEATUREEXTACK', features: [{ id: 10, data: Uint8Array.of(1) }] },
      { kind: 'COLMETADATA', columns },
      { kind: 'ROW', values: row },
      { kind: 'NBCROW', values: columns.map(() => null) },
      { kind: 'ERROR', ...message },
      { kind: 'RETURNSTATUS', value: 0 },
      { kind: 'DONEPROC', status: 0, curCmd: 0, rowCount: 0 },
    ],
    TDS_7_4_PROTOCOL,
  );
  return w.toBytes();
}

function parseTokens(bytes: Uint8Array): void {
  const parser = new TokenParser({ protocol: TDS_7_4_PROTOCOL });
  parser.push(bytes);
  while (parser.next() !== undefined);
}

function readBulk(bytes: Uint8Array): void {
  const reader = new BulkLoadReader(TDS_7_4_PROTOCOL);
  reader.push(bytes);
  reader.finish();
}

const parameters = [
  rpcParameter('', nvarchar, 'select'),
  rpcParameter('@t', { name: 'table', schema: 'dbo', typeName: 't' }, table),
  ...columns.map((c, i) => rpcParameter(`@${c.name}`, c.type, row[i]!)),
];

/** Each decoder with a message that it accepts. */
const DECODERS: readonly (readonly [name: string, decode: (bytes: Uint8Array) => unknown, valid: Uint8Array])[] = [
  ['PRELOGIN', decodePrelogin, encodePrelogin({ ...prelogin({ major: 16, minor: 0, build: 1, subBuild: 0 }, 1), mars: true })],
  [
    'LOGIN7',
    decodeLogin7,
    encodeLogin7({
      ...EMPTY_LOGIN,
      userName: 'sa',
      flags: { ...NO_LOGIN_FLAGS, extension: true },
      features: [{ id: 4, data: Uint8Array.of(1) }],
    }),
  ],
  ['SQLBatch', (bytes) => decodeSqlBatch(bytes, TDS_7_4_PROTOCOL), encodeSqlBatch({ headers, text: 'SELECT 1' }, TDS_7_4_PROTOCOL)],
  ['RPC', (bytes) => decodeRpc(bytes, TDS_7_4_PROTOCOL), encodeRpc({ headers, calls: [rpcCall('p', parameters)] }, TDS_7_4_PROTOCOL)],
  [
    'RPC of TDS 7.1',
    (bytes) => decodeRpc(bytes, protocolFor(TdsVersion.TDS_7_1)),
    encodeRpc({ headers, calls: [rpcCall('p', parameters.slice(0, 1))] }, protocolFor(TdsVersion.TDS_7_1)),
  ],
  [
    'transaction manager request',
    decodeTransactionManagerRequest,
    encodeTransactionManagerRequest({ headers, request: { kind: 'commit', name: 'n', next: { isolation: 2, name: 'm' } } }),
  ],
  ['BulkLoad', readBulk, encodeBulkLoad(columns, [row], TDS_7_4_PROTOCOL as Protocol)],
  ['token stream', parseTokens, tokenStream()],
];

describe.each(DECODERS)('%s', (_name, decode, valid) => {
  test('accepts the valid message', () => {
    expect(() => decode(valid)).not.toThrow();
  });

  test('survives random bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => accepts(decode, bytes)),
      { numRuns: 500 },
    );
  });

  test('survives every truncation', () => {
    for (let length = 0; length < valid.length; length++) accepts(decode, valid.slice(0, length));
  });

  test('survives changed bytes', () => {
    const change = fc.tuple(fc.nat({ max: valid.length - 1 }), fc.constantFrom(0, 1, 0x7f, 0x80, 0xfe, 0xff));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        const bytes = valid.slice();
        for (const [at, value] of changes) bytes[at] = value;
        accepts(decode, bytes);
      }),
      { numRuns: 1500 },
    );
  });
});

/** Runs the decoder; only a ProtocolError may come out of it. */
function accepts(decode: (bytes: Uint8Array) => unknown, bytes: Uint8Array): void {
  try {
    decode(bytes);
  } catch (error) {
    expect(error).toBeInstanceOf(ProtocolError);
  }
}
