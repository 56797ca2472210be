/** Every token: round trips in any chunking and every version, and the bytes of [MS-TDS]. */
import {
  beginPlp,
  type Column,
  ColumnFlag,
  CurCmd,
  column,
  DEFAULT_COLLATION,
  DoneStatus,
  encodeTokens,
  endPlp,
  MAX,
  type PlainToken,
  type Protocol,
  ProtocolError,
  protocolFor,
  rowEncoder,
  TDS_7_4_PROTOCOL,
  TdsVersion,
  type Token,
  TokenParser,
  TokenType,
  TokenWriter,
  writeColMetadata,
  writePlpChunk,
} from '@sprocket/tds';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chunked, cuts, plainTokens, result } from './arbitraries.ts';
import { hex, unhex } from './hex.ts';

const TDS_7_1 = protocolFor(TdsVersion.TDS_7_1_REVISION_1, { utf8: true, json: true });

describe.each(Object.entries(plainTokens(Number.MAX_SAFE_INTEGER)))('%s', (_kind, arbitrary) => {
  test('round-trips in any chunks', () => {
    fc.assert(
      fc.property(arbitrary, cuts, (token, places) => {
        expect(roundTrip([token], TDS_7_4_PROTOCOL, places)).toEqual([token]);
      }),
      { numRuns: 60 },
    );
  });
});

/** Tokens whose layout differs in TDS 7.1; RETURNVALUE differs with its types too, see downgrade.test.ts. */
const { RETURNVALUE: _types, SESSIONSTATE: _later, ...TOKENS_7_1 } = plainTokens(0xffff_ffff);

test.each(Object.entries(TOKENS_7_1))('%s round-trips in TDS 7.1', (_kind, arbitrary) => {
  fc.assert(
    fc.property(arbitrary, (token) => {
      const expected = token.kind === 'LOGINACK' ? { ...token, tdsVersion: TDS_7_1.version } : token;
      expect(roundTrip([expected as PlainToken], TDS_7_1, [])).toEqual([expected]);
    }),
    { numRuns: 30 },
  );
});

test('results round-trip in any chunks, as ROW and NBCROW', () => {
  fc.assert(
    fc.property(result, fc.constantFrom('ROW', 'NBCROW'), cuts, ({ columns, rows }, kind, places) => {
      const tokens: Token[] = [{ kind: 'COLMETADATA', columns }, ...rows.map((values): Token => ({ kind, values }))];
      expect(roundTrip(tokens, TDS_7_4_PROTOCOL, places)).toEqual(tokens);
    }),
    { numRuns: 150 },
  );
});

test('a token that arrives byte by byte is read once it is complete', () => {
  const tokens: Token[] = [
    { kind: 'COLMETADATA', columns: [column('c', { name: 'varbinary', length: -1 }), column('d', { name: 'int' })] },
    { kind: 'ROW', values: [new Uint8Array(5000).fill(7), 1] },
    { kind: 'DONE', status: DoneStatus.COUNT, curCmd: CurCmd.SELECT, rowCount: 1 },
  ];
  const parser = new TokenParser({ protocol: TDS_7_4_PROTOCOL });
  const read: Token[] = [];
  for (const byte of encode(tokens, TDS_7_4_PROTOCOL)) {
    parser.push(Uint8Array.of(byte));
    for (let token = parser.next(); token !== undefined; token = parser.next()) read.push(token);
  }
  expect(read).toEqual(tokens);
});

test("values of unknown length survive any chunks, theirs and the stream's", () => {
  const columns = [column('a', { name: 'varbinary', length: MAX }), column('b', { name: 'varbinary', length: MAX })];
  const value = fc.array(fc.uint8Array({ minLength: 1, maxLength: 30 }), { maxLength: 20 });
  fc.assert(
    fc.property(fc.tuple(value, value), cuts, (values, places) => {
      const w = new TokenWriter();
      writeColMetadata(w, columns, TDS_7_4_PROTOCOL);
      w.byte(TokenType.ROW);
      for (const parts of values) {
        beginPlp(w);
        for (const part of parts) writePlpChunk(w, part);
        endPlp(w);
      }
      const expected = values.map((parts) => new Uint8Array(Buffer.concat(parts)));
      expect(parse(w.toBytes(), TDS_7_4_PROTOCOL, places)[1]).toEqual({ kind: 'ROW', values: expected });
    }),
    { numRuns: 200 },
  );
});

describe('rowEncoder', () => {
  const columns = Array.from({ length: 9 }, (_, i) => column(`c${i}`, { name: 'int' }));
  const nulls = (count: number) => columns.map((_, i) => (i < count ? null : i));

  test.each([
    [2, 'ROW'],
    [3, 'NBCROW'],
  ])('sends a row with %i NULLs of 9 as %s, which is shorter', (count, kind) => {
    expect(parse(encodeRow(columns, nulls(count), TDS_7_4_PROTOCOL), TDS_7_4_PROTOCOL)[1]).toEqual({ kind, values: nulls(count) });
  });

  test('knows no NBCROW before TDS 7.3.B', () => {
    const protocol = protocolFor(TdsVersion.TDS_7_3_A);
    expect(parse(encodeRow(columns, nulls(9), protocol), protocol)[1]).toEqual({ kind: 'ROW', values: nulls(9) });
  });
});

/** Tokens, their protocol and their bytes, derived from [MS-TDS] 2.2.7 by hand. */
const GOLDEN: readonly (readonly [what: string, token: PlainToken, bytes: string, protocol?: Protocol])[] = [
  ['DONE', done('DONE', DoneStatus.COUNT, CurCmd.SELECT, 3), 'fd 10 00 c1 00 03 00 00 00 00 00 00 00'],
  ['DONE of 2^32 rows', done('DONE', DoneStatus.COUNT, CurCmd.SELECT, 2 ** 32), 'fd 10 00 c1 00 00 00 00 00 01 00 00 00'],
  ['DONE before 7.2', done('DONE', DoneStatus.COUNT, CurCmd.SELECT, 3), 'fd 10 00 c1 00 03 00 00 00', TDS_7_1],
  ['DONEPROC', done('DONEPROC', DoneStatus.FINAL, CurCmd.EXECUTE, 0), 'fe 00 00 e0 00 00 00 00 00 00 00 00 00'],
  ['DONEINPROC', done('DONEINPROC', 0x11, CurCmd.INSERT, 1), 'ff 11 00 c3 00 01 00 00 00 00 00 00 00'],
  ['RETURNSTATUS', { kind: 'RETURNSTATUS', value: -6 }, '79 fa ff ff ff'],
  [
    'ERROR',
    {
      kind: 'ERROR',
      number: 8134,
      state: 1,
      class: 16,
      message: 'Oops',
      serverName: 'S',
      procName: 'p',
      lineNumber: 7,
    },
    'aa 1a 00 c6 1f 00 00 01 10 04 00 4f 00 6f 00 70 00 73 00 01 53 00 01 70 00 07 00 00 00',
  ],
  [
    'INFO before 7.2',
    { kind: 'INFO', number: 0, state: 1, class: 0, message: 'x', serverName: '', procName: '', lineNumber: 1 },
    'ab 0e 00 00 00 00 00 01 00 01 00 78 00 00 00 01 00',
    TDS_7_1,
  ],
  [
    'ENVCHANGE of the database',
    { kind: 'ENVCHANGE', type: 'database', newValue: 'db', oldValue: 'm' },
    'e3 09 00 01 02 64 00 62 00 01 6d 00',
  ],
  [
    'ENVCHANGE of the collation',
    { kind: 'ENVCHANGE', type: 'collation', newValue: DEFAULT_COLLATION, oldValue: null },
    'e3 08 00 07 05 09 04 d0 00 34 00',
  ],
  [
    'ENVCHANGE of a begun transaction',
    { kind: 'ENVCHANGE', type: 'beginTransaction', newValue: 0x0102030405060708n, oldValue: null },
    'e3 0b 00 08 08 08 07 06 05 04 03 02 01 00',
  ],
  [
    'ENVCHANGE of a committed transaction',
    { kind: 'ENVCHANGE', type: 'commitTransaction', newValue: null, oldValue: 1n },
    'e3 0b 00 09 00 08 01 00 00 00 00 00 00 00',
  ],
  ['ENVCHANGE of a reset', { kind: 'ENVCHANGE', type: 'resetConnection' }, 'e3 03 00 12 00 00'],
  [
    'ENVCHANGE of the route',
    { kind: 'ENVCHANGE', type: 'routing', protocol: 0, port: 1433, server: 'h' },
    'e3 0c 00 14 07 00 00 99 05 01 00 68 00 00 00',
  ],
  [
    'LOGINACK',
    { kind: 'LOGINACK', tdsVersion: TdsVersion.TDS_7_4, progName: 'Sp', progVersion: [16, 0, 4135] },
    'ad 0e 00 01 74 00 00 04 02 53 00 70 00 10 00 10 27',
  ],
  [
    'LOGINACK of TDS 7.1',
    { kind: 'LOGINACK', tdsVersion: TdsVersion.TDS_7_1, progName: '', progVersion: [8, 0, 0] },
    'ad 0a 00 01 07 01 00 00 00 08 00 00 00',
  ],
  ['ORDER', { kind: 'ORDER', columns: [1, 3] }, 'a9 04 00 01 00 03 00'],
  ['TABNAME', { kind: 'TABNAME', tables: [['dbo', 't']] }, 'a4 0d 00 02 03 00 64 00 62 00 6f 00 01 00 74 00'],
  ['TABNAME before 7.1 revision 1', { kind: 'TABNAME', tables: [['t']] }, 'a4 04 00 01 00 74 00', protocolFor(TdsVersion.TDS_7_1)],
  [
    'COLINFO',
    {
      kind: 'COLINFO',
      columns: [
        { column: 1, table: 1, status: 8, baseName: null },
        { column: 2, table: 1, status: 0, baseName: 'b' },
        { column: 3, table: 0, status: 4, baseName: null },
      ],
    },
    'a5 0c 00 01 01 08 02 01 20 01 62 00 03 00 04',
  ],
  ['FEATUREEXTACK', { kind: 'FEATUREEXTACK', features: [{ id: 10, data: Uint8Array.of(1) }] }, 'ae 0a 01 00 00 00 01 ff'],
  [
    'RETURNVALUE',
    { kind: 'RETURNVALUE', ordinal: 0, name: '@o', origin: 'parameter', userType: 0, flags: 0, type: { name: 'int' }, value: 5 },
    'ac 00 00 02 40 00 6f 00 01 00 00 00 00 00 00 26 04 04 05 00 00 00',
  ],
  [
    'RETURNVALUE before 7.2',
    { kind: 'RETURNVALUE', ordinal: 0, name: '', origin: 'function', userType: 0, flags: 0, type: { name: 'bit' }, value: null },
    'ac 00 00 00 02 00 00 00 00 68 01 00',
    TDS_7_1,
  ],
  [
    'SESSIONSTATE',
    { kind: 'SESSIONSTATE', sequence: 1, recoverable: true, states: [{ id: 9, value: Uint8Array.of(1, 2) }] },
    'e4 09 00 00 00 01 00 00 00 01 09 02 01 02',
  ],
];

test.each(GOLDEN.map(([what, token, bytes, protocol]) => ({ what, token, bytes, protocol: protocol ?? TDS_7_4_PROTOCOL })))(
  '$what has the bytes of the specification',
  ({ token, bytes, protocol }) => {
    expect(hex(encode([token], protocol))).toBe(hex(unhex(bytes)));
    expect(parse(unhex(bytes), protocol)).toEqual([token]);
  },
);

test('COLMETADATA has the bytes of the specification', () => {
  const columns: readonly Column[] = [
    column('id', { name: 'int' }, ColumnFlag.IDENTITY),
    column('n', { name: 'ntext', collation: DEFAULT_COLLATION }, ColumnFlag.NULLABLE, ['dbo', 't']),
    column('v', { name: 'rowversion' }, 0),
  ];
  expect(hex(encode([{ kind: 'COLMETADATA', columns }], TDS_7_4_PROTOCOL))).toBe(
    hex(
      unhex(
        '81 03 00' +
          ' 00 00 00 00 10 00 26 04 02 69 00 64 00' +
          ' 00 00 00 00 01 00 63 fe ff ff 7f 09 04 d0 00 34 02 03 00 64 00 62 00 6f 00 01 00 74 00 01 6e 00' +
          ' 50 00 00 00 00 00 ad 08 00 01 76 00',
      ),
    ),
  );
  expect(hex(encode([{ kind: 'COLMETADATA', columns: [columns[1]!] }], TDS_7_1))).toBe(
    '81 01 00 00 00 01 00 63 fe ff ff 7f 09 04 d0 00 34 05 00 64 00 62 00 6f 00 2e 00 74 00 01 6e 00',
  );
});

test('text in a row follows a text pointer', () => {
  const columns = [column('t', { name: 'text', collation: DEFAULT_COLLATION })];
  const bytes = encode(
    [
      { kind: 'COLMETADATA', columns },
      { kind: 'ROW', values: ['ab'] },
      { kind: 'ROW', values: [null] },
    ],
    TDS_7_4_PROTOCOL,
  );
  expect(hex(bytes.slice(-34))).toMatch(/^d1 10( ..){24} 02 00 00 00 61 62 d1 00$/);
});

test('columns can be the ones described before', () => {
  const tokens: Token[] = [
    { kind: 'COLMETADATA', columns: [column('a', { name: 'int' })] },
    { kind: 'COLMETADATA', columns: null },
    { kind: 'ROW', values: [1] },
  ];
  expect(roundTrip(tokens, TDS_7_4_PROTOCOL, [])).toEqual(tokens);
});

test('LOGINACK decides the version in which the rest is read', () => {
  const ack: PlainToken = { kind: 'LOGINACK', tdsVersion: TdsVersion.TDS_7_1, progName: '', progVersion: [8, 0, 0] };
  const bytes = encode([ack, done('DONE', 0, 0, 2)], protocolFor(TdsVersion.TDS_7_1));
  expect(parse(bytes, TDS_7_4_PROTOCOL)).toEqual([ack, done('DONE', 0, 0, 2)]);
});

test('a message longer than its token can carry is cut', () => {
  const message = 'é'.repeat(50_000);
  const [read] = roundTrip(
    [{ kind: 'INFO', number: 0, state: 1, class: 0, message, serverName: '', procName: '', lineNumber: 1 }],
    TDS_7_4_PROTOCOL,
    [],
  );
  expect(read).toMatchObject({ message: message.slice(0, 30_000) });
});

/** Bytes that no server may send, and a part of the message. */
const MALFORMED: readonly (readonly [what: string, bytes: string, message: RegExp])[] = [
  ['an unknown token', '00', /Unknown token 0x00/],
  ['a row without columns', 'd1 00', /ROW without COLMETADATA/],
  ['an unknown ENVCHANGE', 'e3 01 00 63', /ENVCHANGE type 99/],
  ['a token shorter than its fields', 'ab 02 00 00 00', /INFO ends too early/],
  ['a token longer than its fields', 'a9 03 00 01 00 01', /ORDER ends too early/],
  ['a rest in a token', 'e3 04 00 12 00 00 00', /1 bytes too many/],
  ['a descriptor of 3 bytes', 'e3 06 00 08 03 01 02 03 00', /descriptor of 3 bytes/],
  ['a row count beyond 2^53', 'fd 00 00 00 00 00 00 00 00 00 00 20 00', /row count/],
];

test.each(MALFORMED)('%s is refused', (_what, bytes, message) => {
  const read = () => parse(unhex(bytes), TDS_7_4_PROTOCOL);
  expect(read).toThrow(ProtocolError);
  expect(read).toThrow(message);
});

test('a stream that ends inside a token is refused', () => {
  expect(() => parse(unhex('79 00 00'), TDS_7_4_PROTOCOL)).toThrow(/ends inside a token/);
});

test('a value larger than the limit is refused before it is buffered', () => {
  const parser = new TokenParser({ protocol: TDS_7_4_PROTOCOL, maxTokenSize: 1000 });
  const w = new TokenWriter();
  writeColMetadata(w, [column('b', { name: 'varbinary', length: -1 })], TDS_7_4_PROTOCOL);
  parser.push(w.toBytes());
  expect(parser.next()?.kind).toBe('COLMETADATA');
  parser.push(unhex('d1 fe ff ff ff ff ff ff ff ff ff ff 7f 00'));
  expect(() => parser.next()).toThrow(/more than 1000 bytes/);
});

function done(kind: 'DONE' | 'DONEPROC' | 'DONEINPROC', status: number, curCmd: number, rowCount: number): PlainToken {
  return { kind, status, curCmd, rowCount };
}

function encodeRow(columns: readonly Column[], values: readonly (number | null)[], protocol: Protocol): Uint8Array {
  const w = new TokenWriter();
  writeColMetadata(w, columns, protocol);
  rowEncoder(columns, protocol)(w, values);
  return w.toBytes();
}

function encode(tokens: readonly Token[], protocol: Protocol): Uint8Array {
  const w = new TokenWriter();
  encodeTokens(w, tokens, protocol);
  return w.toBytes();
}

function parse(bytes: Uint8Array, protocol: Protocol, places: readonly number[] = []): Token[] {
  const parser = new TokenParser({ protocol });
  const tokens: Token[] = [];
  for (const chunk of chunked(bytes, places)) {
    parser.push(chunk);
    for (let token = parser.next(); token !== undefined; token = parser.next()) tokens.push(token);
  }
  parser.finish();
  return tokens;
}

function roundTrip(tokens: readonly Token[], protocol: Protocol, places: readonly number[]): Token[] {
  return parse(encode(tokens, protocol), protocol, places);
}
