/** Versions, code pages, and how types travel to clients that do not know them. */
import {
  type Collation,
  codePageOf,
  column,
  DEFAULT_COLLATION,
  encodeTokens,
  MAX,
  negotiateVersion,
  type Protocol,
  protocolFor,
  TdsVersion,
  type Token,
  TokenParser,
  TokenWriter,
  type TypeInfo,
  type Value,
} from '@sprocket/tds';
import { describe, expect, test } from 'vitest';

describe('the version of a connection', () => {
  test.each([
    ['of a client of TDS 8.0', TdsVersion.TDS_8_0, TdsVersion.TDS_8_0],
    ['of a client of 7.4', TdsVersion.TDS_7_4, TdsVersion.TDS_7_4],
    ['of a newer client', 0x75000000, TdsVersion.TDS_7_4],
    ['of an unknown revision', 0x730a0001, TdsVersion.TDS_7_2],
    ['of FreeTDS with 7.1', 0x71000001, TdsVersion.TDS_7_1_REVISION_1],
    ['of SQL Server 7', 0x70000000, TdsVersion.TDS_7_0],
    ['of TDS 5.0 is refused', 0x05000000, undefined],
  ])('%s', (_what, requested, negotiated) => {
    expect(negotiateVersion(requested)).toBe(negotiated);
  });

  test('TDS 8.0 can what 7.4 can', () => {
    const { version: _8, ...strict } = protocolFor(TdsVersion.TDS_8_0);
    const { version: _7, ...usual } = protocolFor(TdsVersion.TDS_7_4);
    expect(strict).toEqual(usual);
  });
});

const collation = (lcid: number, sortId = 0, flags = 0x0d): Collation => ({ lcid, flags, version: 0, sortId });

describe('code pages', () => {
  test.each([
    ['SQL_Latin1_General_CP1_CI_AS', DEFAULT_COLLATION, 1252],
    ['Latin1_General_CI_AS', collation(0x0409), 1252],
    ['Latin1_General_100_CI_AS_SC_UTF8', collation(0x0409, 0, 0x4d), 65001],
    ['SQL_Latin1_General_CP437_CI_AS', collation(0x0409, 32), 437],
    ['SQL_Latin1_General_CP850_CI_AS', collation(0x0409, 42), 850],
    ['SQL_Czech_Cp1250_CI_AS', collation(0x0405, 84), 1250],
    ['Cyrillic_General_CI_AS', collation(0x0419), 1251],
    ['Greek_CI_AS', collation(0x0408), 1253],
    ['Turkish_CI_AS', collation(0x041f), 1254],
    ['Hebrew_CI_AS', collation(0x040d), 1255],
    ['Arabic_CI_AS', collation(0x0401), 1256],
    ['Lithuanian_CI_AS', collation(0x0427), 1257],
    ['Vietnamese_CI_AS', collation(0x042a), 1258],
    ['Thai_CI_AS', collation(0x041e), 874],
    ['Japanese_CI_AS', collation(0x0411), 932],
    ['Chinese_PRC_CI_AS', collation(0x0804), 936],
    ['Korean_Wansung_CI_AS', collation(0x0412), 949],
    ['Chinese_Taiwan_Stroke_CI_AS', collation(0x0404), 950],
  ])('%s', (_name, of, codePage) => {
    expect(codePageOf(of)).toBe(codePage);
  });

  /** Code page, text and its bytes in Windows. */
  const ENCODED: readonly (readonly [codePage: number, of: Collation, text: string, bytes: readonly number[]])[] = [
    [1252, DEFAULT_COLLATION, '€ŸÿA', [0x80, 0x9f, 0xff, 0x41]],
    [1252, DEFAULT_COLLATION, '\u0081\u008d', [0x81, 0x8d]],
    [437, collation(0x0409, 32), 'é░ß', [0x82, 0xb0, 0xe1]],
    [850, collation(0x0409, 42), 'é░ß', [0x82, 0xb0, 0xe1]],
    [1250, collation(0x0405), 'ěš€', [0xec, 0x9a, 0x80]],
    [1251, collation(0x0419), 'Яд', [0xdf, 0xe4]],
    [1253, collation(0x0408), 'Ωα', [0xd9, 0xe1]],
    [1254, collation(0x041f), 'ğİ', [0xf0, 0xdd]],
    [1255, collation(0x040d), 'אש', [0xe0, 0xf9]],
    [1256, collation(0x0401), 'عر', [0xda, 0xd1]],
    [1257, collation(0x0427), 'žė', [0xfe, 0xeb]],
    [1258, collation(0x042a), 'ơđ', [0xf5, 0xf0]],
    [874, collation(0x041e), 'กข', [0xa1, 0xa2]],
    [932, collation(0x0411), '日ｱ①', [0x93, 0xfa, 0xb1, 0x87, 0x40]],
    [936, collation(0x0804), '中€a', [0xd6, 0xd0, 0x80, 0x61]],
    [949, collation(0x0412), '한', [0xc7, 0xd1]],
    [950, collation(0x0404), '中', [0xa4, 0xa4]],
    [65001, collation(0x0409, 0, 0x4d), 'é€😀', [0xc3, 0xa9, 0xe2, 0x82, 0xac, 0xf0, 0x9f, 0x98, 0x80]],
  ];

  test.each(ENCODED)('%i', (_codePage, of, text, bytes) => {
    const type: TypeInfo = { name: 'varchar', length: 100, collation: of };
    const protocol = protocolFor(TdsVersion.TDS_7_4, { utf8: true });
    const row = encode([column('c', type)], [text], protocol).slice(-bytes.length);
    expect([...row]).toEqual(bytes);
    expect(received(type, text, protocol)).toEqual([type, text]);
  });

  test('a character that the page lacks becomes a question mark', () => {
    for (const of of [DEFAULT_COLLATION, collation(0x0411)]) {
      expect(received({ name: 'varchar', length: 10, collation: of }, 'a\u{1f600}ب\0', protocolFor(TdsVersion.TDS_7_4))[1]).toBe('a???\0');
    }
  });
});

const nvarchar = (length: number): TypeInfo => ({ name: 'nvarchar', length, collation: DEFAULT_COLLATION });
const utf8Varchar = (length: number): TypeInfo => ({ name: 'varchar', length, collation: collation(0x0409, 0, 0x4d) });
const noon = 12n * 36_000_000_000n;
const aDay = 730_119n * 864_000_000_000n;

/** Version, the type and value of the server, and what the client sees. */
const DOWNGRADED: readonly (readonly [version: number, type: TypeInfo, value: Value, seen: TypeInfo, seenValue: Value])[] = [
  [TdsVersion.TDS_7_2, { name: 'date' }, 730_119, nvarchar(10), '2000-01-01'],
  [TdsVersion.TDS_7_2, { name: 'date' }, 0, nvarchar(10), '0001-01-01'],
  [TdsVersion.TDS_7_2, { name: 'time', scale: 7 }, 36_610_000_001, nvarchar(16), '01:01:01.0000001'],
  [TdsVersion.TDS_7_2, { name: 'time', scale: 0 }, 0, nvarchar(16), '00:00:00'],
  [TdsVersion.TDS_7_2, { name: 'datetime2', scale: 3 }, aDay + noon + 5_000_000n, nvarchar(27), '2000-01-01 12:00:00.500'],
  [TdsVersion.TDS_7_2, { name: 'datetimeoffset', scale: 0 }, { utc: aDay + noon, offset: -90 }, nvarchar(34), '2000-01-01 10:30:00 -01:30'],
  [TdsVersion.TDS_7_2, { name: 'json' }, '{}', nvarchar(MAX), '{}'],
  [
    TdsVersion.TDS_7_2,
    { name: 'sql_variant' },
    { type: { name: 'date' }, value: 730_119 },
    { name: 'sql_variant' },
    { type: nvarchar(10), value: '2000-01-01' },
  ],
  [TdsVersion.TDS_7_4, utf8Varchar(50), 'é', { name: 'nvarchar', length: 50, collation: collation(0x0409, 0, 0x4d) }, 'é'],
  [TdsVersion.TDS_7_4, utf8Varchar(8000), 'é', { name: 'nvarchar', length: MAX, collation: collation(0x0409, 0, 0x4d) }, 'é'],
  [
    TdsVersion.TDS_7_1,
    { name: 'varchar', length: MAX, collation: DEFAULT_COLLATION },
    'a',
    { name: 'text', collation: DEFAULT_COLLATION },
    'a',
  ],
  [TdsVersion.TDS_7_1, nvarchar(MAX), 'Ω', { name: 'ntext', collation: DEFAULT_COLLATION }, 'Ω'],
  [TdsVersion.TDS_7_1, { name: 'varbinary', length: MAX }, Uint8Array.of(1), { name: 'image' }, Uint8Array.of(1)],
  [TdsVersion.TDS_7_1, { name: 'xml', schema: null }, '<a/>', { name: 'ntext', collation: DEFAULT_COLLATION }, '<a/>'],
  [TdsVersion.TDS_7_1, { name: 'json' }, '[]', { name: 'ntext', collation: DEFAULT_COLLATION }, '[]'],
  [
    TdsVersion.TDS_7_0,
    { name: 'varchar', length: 5, collation: DEFAULT_COLLATION },
    'a',
    { name: 'varchar', length: 5, collation: DEFAULT_COLLATION },
    'a',
  ],
];

test.each(DOWNGRADED)('TDS %i gets $name in a form that it knows', (version, type, value, seen, seenValue) => {
  const protocol = protocolFor(version);
  expect(received(type, value, protocol)).toEqual([seen, seenValue]);
  expect(received(type, null, protocol)).toEqual([seen, null]);
});

function encode(columns: readonly ReturnType<typeof column>[], values: readonly Value[], protocol: Protocol): Uint8Array {
  const w = new TokenWriter();
  encodeTokens(w, [{ kind: 'COLMETADATA', columns }, { kind: 'ROW', values } as Token], protocol);
  return w.toBytes();
}

/** The type and value that a client of the protocol reads. */
function received(type: TypeInfo, value: Value, protocol: Protocol): unknown[] {
  const parser = new TokenParser({ protocol });
  parser.push(encode([column('c', type)], [value], protocol));
  const columns = parser.next();
  const row = parser.next();
  return [columns?.kind === 'COLMETADATA' ? columns.columns?.[0]?.type : undefined, row?.kind === 'ROW' ? row.values[0] : undefined];
}
