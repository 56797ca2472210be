/** Every type: values survive rows and parameters in every version, and the bytes are those of [MS-TDS]. */
import {
  column,
  DEFAULT_COLLATION,
  decodeRpc,
  encodeRpc,
  encodeTokens,
  MAX,
  NO_HEADERS,
  type Protocol,
  ProtocolError,
  protocolFor,
  rpcCall,
  rpcParameter,
  TDS_7_4_PROTOCOL,
  TdsVersion,
  type Token,
  TokenParser,
  TokenWriter,
  type TypeInfo,
  type Value,
} from '@sprocket/tds';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SCALARS, type TypedValue, table, variant } from './arbitraries.ts';
import { hex, unhex } from './hex.ts';

/** Types that a version sends in another form; downgrade.test.ts covers those. */
const DOWNGRADED: Readonly<Record<string, readonly string[]>> = {
  '7.2': ['date', 'time', 'datetime2', 'datetimeoffset', 'sql_variant'],
  '7.1': ['date', 'time', 'datetime2', 'datetimeoffset', 'sql_variant', 'varchar', 'nvarchar', 'varbinary', 'xml', 'json', 'udt'],
};
const PROTOCOLS: Readonly<Record<string, Protocol>> = {
  '7.4': TDS_7_4_PROTOCOL,
  '7.2': protocolFor(TdsVersion.TDS_7_2, { utf8: true, json: true }),
  '7.1': protocolFor(TdsVersion.TDS_7_1_REVISION_1, { utf8: true, json: true }),
};
const ALL = Object.entries({ ...SCALARS, sql_variant: variant });

describe.each(Object.keys(PROTOCOLS))('in TDS %s', (version) => {
  const protocol = PROTOCOLS[version]!;
  const types = ALL.filter(([name]) => !DOWNGRADED[version]?.includes(name));

  test.each(types)('%s round-trips through rows', (_name, arbitrary) => {
    fc.assert(
      fc.property(arbitrary, (typed) => {
        expect(throughRow(typed, protocol)).toEqual([typed.type, typed.value, null]);
      }),
      { numRuns: 60 },
    );
  });

  test.each(types)('%s round-trips through parameters', (_name, arbitrary) => {
    fc.assert(
      fc.property(arbitrary, (typed) => {
        expect(throughParameter(typed, protocol)).toEqual([asParameter(typed.type), typed.value]);
        expect(throughParameter({ ...typed, value: null }, protocol)[1]).toBeNull();
      }),
      { numRuns: 60 },
    );
  });
});

test('tables round-trip as parameters', () => {
  const type: TypeInfo = { name: 'table', schema: 'dbo', typeName: 'OrderLines' };
  fc.assert(
    fc.property(table, (value) => {
      expect(throughParameter({ type, value }, TDS_7_4_PROTOCOL)).toEqual([type, value]);
    }),
    { numRuns: 100 },
  );
  expect(throughParameter({ type, value: null }, TDS_7_4_PROTOCOL)).toEqual([type, null]);
});

test('the null type is always NULL', () => {
  expect(throughParameter({ type: { name: 'null' }, value: null }, TDS_7_4_PROTOCOL)).toEqual([{ name: 'null' }, null]);
});

const nvarchar = (length: number): TypeInfo => ({ name: 'nvarchar', length, collation: DEFAULT_COLLATION });
const varchar = (length: number): TypeInfo => ({ name: 'varchar', length, collation: DEFAULT_COLLATION });

/** Type, value, TYPE_INFO and value bytes; the dumps are derived from [MS-TDS] 2.2.5 by hand. */
const GOLDEN: readonly (readonly [what: string, type: TypeInfo, value: Value, typeInfo: string, bytes: string])[] = [
  ['bit', { name: 'bit' }, 1, '68 01', '01 01'],
  ['NULL bit', { name: 'bit' }, null, '68 01', '00'],
  ['tinyint', { name: 'tinyint' }, 255, '26 01', '01 ff'],
  ['smallint', { name: 'smallint' }, -2, '26 02', '02 fe ff'],
  ['int', { name: 'int' }, 305_419_896, '26 04', '04 78 56 34 12'],
  ['negative int', { name: 'int' }, -1, '26 04', '04 ff ff ff ff'],
  ['bigint', { name: 'bigint' }, 2n, '26 08', '08 02 00 00 00 00 00 00 00'],
  ['real', { name: 'real' }, 1.5, '6d 04', '04 00 00 c0 3f'],
  ['float', { name: 'float' }, 1.5, '6d 08', '08 00 00 00 00 00 00 f8 3f'],
  ['decimal(5,2)', { name: 'decimal', precision: 5, scale: 2 }, 12345n, '6a 05 05 02', '05 01 39 30 00 00'],
  ['numeric(10,0)', { name: 'numeric', precision: 10, scale: 0 }, -1n, '6c 09 0a 00', '09 00 01 00 00 00 00 00 00 00'],
  [
    'decimal(38,0)',
    { name: 'decimal', precision: 38, scale: 0 },
    99999999999999999999999999999999999999n,
    '6a 11 26 00',
    '11 01 ff ff ff ff 3f 22 8a 09 7a c4 86 5a a8 4c 3b 4b',
  ],
  ['money 1.0000', { name: 'money' }, 10_000n, '6e 08', '08 00 00 00 00 10 27 00 00'],
  ['money -0.0001', { name: 'money' }, -1n, '6e 08', '08 ff ff ff ff ff ff ff ff'],
  ['money 2^32', { name: 'money' }, 2n ** 32n, '6e 08', '08 01 00 00 00 00 00 00 00'],
  ['smallmoney', { name: 'smallmoney' }, 10_000n, '6e 04', '04 10 27 00 00'],
  // 1900-01-02 00:00:01
  ['datetime', { name: 'datetime' }, 25_920_000 + 300, '6f 08', '08 01 00 00 00 2c 01 00 00'],
  // 1899-12-31 23:59:59.997
  ['datetime before 1900', { name: 'datetime' }, -1, '6f 08', '08 ff ff ff ff ff 81 8b 01'],
  ['smalldatetime', { name: 'smalldatetime' }, 1440 + 61, '6f 04', '04 01 00 3d 00'],
  // 2000-01-01 is day 730,119
  ['date', { name: 'date' }, 730_119, '28', '03 07 24 0b'],
  ['time(7) 00:00:01', { name: 'time', scale: 7 }, 10_000_000, '29 07', '05 80 96 98 00 00'],
  ['time(3) 00:00:01', { name: 'time', scale: 3 }, 10_000_000, '29 03', '04 e8 03 00 00'],
  ['time(0) 23:59:59', { name: 'time', scale: 0 }, 863_990_000_000, '29 00', '03 7f 51 01'],
  ['datetime2(0)', { name: 'datetime2', scale: 0 }, 730_119n * 864_000_000_000n + 10_000_000n, '2a 00', '06 01 00 00 07 24 0b'],
  ['datetime2(7)', { name: 'datetime2', scale: 7 }, 3_155_378_975_999_999_999n, '2a 07', '08 ff bf 69 2a c9 da b9 37'],
  [
    'datetimeoffset(0)',
    { name: 'datetimeoffset', scale: 0 },
    { utc: 730_119n * 864_000_000_000n, offset: -60 },
    '2b 00',
    '08 00 00 00 07 24 0b c4 ff',
  ],
  ['nvarchar(10)', nvarchar(10), 'aé', 'e7 14 00 09 04 d0 00 34', '04 00 61 00 e9 00'],
  ['NULL nvarchar', nvarchar(10), null, 'e7 14 00 09 04 d0 00 34', 'ff ff'],
  ['empty nvarchar', nvarchar(10), '', 'e7 14 00 09 04 d0 00 34', '00 00'],
  ['varchar(10)', varchar(10), 'a€', 'a7 0a 00 09 04 d0 00 34', '02 00 61 80'],
  ['varchar without the character', varchar(10), 'Ω😀', 'a7 0a 00 09 04 d0 00 34', '03 00 3f 3f 3f'],
  ['char(3)', { name: 'char', length: 3, collation: DEFAULT_COLLATION }, 'ab ', 'af 03 00 09 04 d0 00 34', '03 00 61 62 20'],
  ['nchar(1)', { name: 'nchar', length: 1, collation: DEFAULT_COLLATION }, 'x', 'ef 02 00 09 04 d0 00 34', '02 00 78 00'],
  ['varchar(max)', varchar(MAX), 'ab', 'a7 ff ff 09 04 d0 00 34', '02 00 00 00 00 00 00 00 02 00 00 00 61 62 00 00 00 00'],
  ['empty varchar(max)', varchar(MAX), '', 'a7 ff ff 09 04 d0 00 34', '00 00 00 00 00 00 00 00 00 00 00 00'],
  ['NULL varchar(max)', varchar(MAX), null, 'a7 ff ff 09 04 d0 00 34', 'ff ff ff ff ff ff ff ff'],
  ['binary(2)', { name: 'binary', length: 2 }, Uint8Array.of(1, 2), 'ad 02 00', '02 00 01 02'],
  ['varbinary(8)', { name: 'varbinary', length: 8 }, Uint8Array.of(255), 'a5 08 00', '01 00 ff'],
  ['varbinary(max)', { name: 'varbinary', length: MAX }, null, 'a5 ff ff', 'ff ff ff ff ff ff ff ff'],
  [
    'uniqueidentifier',
    { name: 'uniqueidentifier' },
    '6F9619FF-8B86-D011-B42D-00C04FC964FF',
    '24 10',
    '10 ff 19 96 6f 86 8b 11 d0 b4 2d 00 c0 4f c9 64 ff',
  ],
  ['xml', { name: 'xml', schema: null }, '<', 'f1 00', '02 00 00 00 00 00 00 00 02 00 00 00 3c 00 00 00 00 00'],
  ['json', { name: 'json' }, '{}', 'f4', '02 00 00 00 00 00 00 00 02 00 00 00 7b 7d 00 00 00 00'],
  ['sql_variant of int', { name: 'sql_variant' }, { type: { name: 'int' }, value: 1 }, '62 49 1f 00 00', '06 00 00 00 38 00 01 00 00 00'],
  [
    'sql_variant of varchar',
    { name: 'sql_variant' },
    { type: varchar(10), value: 'a' },
    '62 49 1f 00 00',
    '0a 00 00 00 a7 07 09 04 d0 00 34 0a 00 61',
  ],
  [
    'sql_variant of decimal',
    { name: 'sql_variant' },
    { type: { name: 'decimal', precision: 3, scale: 1 }, value: 5n },
    '62 49 1f 00 00',
    '09 00 00 00 6a 02 03 01 01 05 00 00 00',
  ],
  ['NULL sql_variant', { name: 'sql_variant' }, null, '62 49 1f 00 00', '00 00 00 00'],
  ['text as a parameter', { name: 'text', collation: DEFAULT_COLLATION }, 'a', '23 ff ff ff 7f 09 04 d0 00 34', '01 00 00 00 61'],
  ['NULL text as a parameter', { name: 'text', collation: DEFAULT_COLLATION }, null, '23 ff ff ff 7f 09 04 d0 00 34', 'ff ff ff ff'],
];

test.each(GOLDEN)('%s has the bytes of the specification', (_what, type, value, typeInfo, bytes) => {
  // An RPC of an empty name with no options, and a positional parameter without status flags.
  const payload = encodeRpc({ headers: NO_HEADERS, calls: [rpcCall('', [rpcParameter('', type, value)])] }, TDS_7_4_PROTOCOL);
  expect(hex(payload)).toBe(`04 00 00 00 00 00 00 00 00 00 ${typeInfo} ${bytes}`);
});

/** The forms without a length, which this package reads but does not write. */
const FIXED_FORMS: readonly (readonly [what: string, typeInfo: string, bytes: string, type: TypeInfo, value: Value])[] = [
  ['INT1', '30', 'ff', { name: 'tinyint' }, 255],
  ['BIT', '32', '01', { name: 'bit' }, 1],
  ['INT2', '34', 'ff ff', { name: 'smallint' }, -1],
  ['INT4', '38', '01 00 00 00', { name: 'int' }, 1],
  ['INT8', '7f', '01 00 00 00 00 00 00 80', { name: 'bigint' }, -(2n ** 63n) + 1n],
  ['FLT4', '3b', '00 00 c0 3f', { name: 'real' }, 1.5],
  ['FLT8', '3e', '00 00 00 00 00 00 f8 3f', { name: 'float' }, 1.5],
  ['MONEY4', '7a', '10 27 00 00', { name: 'smallmoney' }, 10_000n],
  ['MONEY', '3c', 'ff ff ff ff f0 d8 ff ff', { name: 'money' }, -10_000n],
  ['DATETIM4', '3a', '01 00 3d 00', { name: 'smalldatetime' }, 1501],
  ['DATETIME', '3d', '01 00 00 00 2c 01 00 00', { name: 'datetime' }, 25_920_300],
  ['DECIMAL', '37 05 05 02', '05 00 39 30 00 00', { name: 'decimal', precision: 5, scale: 2 }, -12345n],
  ['NUMERIC', '3f 11 05 02', '05 01 39 30 00 00', { name: 'numeric', precision: 5, scale: 2 }, 12345n],
  // FreeTDS sends as few bytes as the precision needs.
  ['a decimal of 1 byte', '6a 11 02 00', '02 01 63', { name: 'decimal', precision: 2, scale: 0 }, 99n],
  ['a decimal of 7 bytes', '6a 11 10 00', '08 01 ff ff ff ff ff ff ff', { name: 'decimal', precision: 16, scale: 0 }, 2n ** 56n - 1n],
  [
    'a decimal of 15 bytes',
    '6a 11 24 00',
    '10 00 01 00 00 00 00 00 00 00 00 00 00 00 00 00 80',
    { name: 'decimal', precision: 36, scale: 0 },
    -(2n ** 119n) - 1n,
  ],
  ['CHAR', '2f 04', '02 61 80', { name: 'char', length: 4, collation: DEFAULT_COLLATION }, 'a€'],
  ['VARCHAR', '27 04', '00', { name: 'varchar', length: 4, collation: DEFAULT_COLLATION }, null],
  ['BINARY', '2d 04', '01 ff', { name: 'binary', length: 4 }, Uint8Array.of(255)],
  ['VARBINARY', '25 04', '00', { name: 'varbinary', length: 4 }, null],
  [
    'PLP of unknown length',
    'a5 ff ff',
    'fe ff ff ff ff ff ff ff 01 00 00 00 aa 02 00 00 00 bb cc 00 00 00 00',
    { name: 'varbinary', length: MAX },
    Uint8Array.of(0xaa, 0xbb, 0xcc),
  ],
  ['xml in UTF-8', 'f1 00', 'fe ff ff ff ff ff ff ff 07 00 00 00 3c 61 3e e2 82 ac 2f 00 00 00 00', { name: 'xml', schema: null }, '<a>€/'],
  ['xml with a mark', 'f1 00', 'fe ff ff ff ff ff ff ff 06 00 00 00 ff fe 3c 00 61 00 00 00 00 00', { name: 'xml', schema: null }, '<a'],
];

test.each(FIXED_FORMS)('%s is read', (_what, typeInfo, bytes, type, value) => {
  const payload = unhex(`04 00 00 00 00 00 00 00 00 00 ${typeInfo} ${bytes}`);
  const parameter = decodeRpc(payload, TDS_7_4_PROTOCOL).calls[0]!.parameters[0]!;
  expect([parameter.type, parameter.value]).toEqual([type, value]);
});

/** TYPE_INFO and value that no sender may send, and a part of the message. */
const MALFORMED: readonly (readonly [what: string, bytes: string, message: RegExp])[] = [
  ['an unknown type', '99', /Unknown data type 0x99/],
  ['INTN of 3 bytes', '26 03 00', /INTN of length 3/],
  ['an int of 2 bytes', '26 04 02 00 00', /value of 2 bytes where 4/],
  ['decimal(0)', '6a 05 00 00 00', /decimal\(0, 0\)/],
  ['a scale above the precision', '6a 05 05 06 00', /decimal\(5, 6\)/],
  ['a decimal of 40 bytes', '6a 05 05 02 28', /decimal value of 40 bytes/],
  ['time(8)', '29 08 00', /time\(8\)/],
  ['a date after 9999', '28 03 ff ff ff', /date of day 16777215/],
  ['a time after midnight', '29 00 03 ff ff ff', /time of/],
  ['an offset of 15 hours', '2b 00 08 00 00 00 07 24 0b 84 03', /offset of 900/],
  ['a datetime past midnight', '3d 00 00 00 00 00 82 8b 01', /datetime of day 0/],
  ['nvarchar of odd length', 'e7 03 00 09 04 d0 00 34 00 00', /length must be even/],
  ['odd Unicode text', 'e7 04 00 09 04 d0 00 34 03 00 61 00 62', /must be even/],
  ['PLP shorter than announced', 'a5 ff ff 05 00 00 00 00 00 00 00 01 00 00 00 aa 00 00 00 00', /1 bytes where 5/],
  ['a value longer than the message', 'a5 10 00 10 00 aa', /ends too early/],
  ['a variant of a variant', '62 00 00 00 00 02 00 00 00 62 00', /cannot hold the data type 0x62/],
  ['a variant with a rest', '62 00 00 00 00 07 00 00 00 38 00 01 00 00 00 00', /1 bytes too many/],
  ['a huge variant', '62 00 00 00 00 ff ff ff 7f', /sql_variant of 2147483647/],
  ['a table in a table', 'f3 00 00 00 01 00 00 00 00 00 00 00 f3 00 00 00', /table inside a table/],
  ['a huge text', '23 ff ff ff 7f 09 04 d0 00 34 fe ff ff ff', /longer than any type/],
];

test.each(MALFORMED)('%s is refused', (_what, bytes, message) => {
  const decode = () => decodeRpc(unhex(`04 00 00 00 00 00 00 00 00 00 ${bytes}`), TDS_7_4_PROTOCOL);
  expect(decode).toThrow(ProtocolError);
  expect(decode).toThrow(message);
});

test('values that their type cannot carry are our mistake, not a ProtocolError', () => {
  const encode = (type: TypeInfo, value: Value) => () => throughParameter({ type, value }, TDS_7_4_PROTOCOL);
  expect(encode({ name: 'decimal', precision: 5, scale: 0 }, 2n ** 40n)).toThrow(RangeError);
  expect(encode({ name: 'decimal', precision: 20, scale: 0 }, 2n ** 100n)).toThrow(RangeError);
  expect(encode(nvarchar(4000), 'x'.repeat(40_000))).toThrow(RangeError);
  expect(encode({ name: 'sql_variant' }, { type: { name: 'image' }, value: new Uint8Array(1) })).toThrow(RangeError);
});

/** Type, value and the NULL of a second row. */
function throughRow({ type, value }: TypedValue, protocol: Protocol): unknown[] {
  const w = new TokenWriter();
  const rows: Token[] = [value, null].map((v) => ({ kind: 'ROW', values: [v] }));
  encodeTokens(w, [{ kind: 'COLMETADATA', columns: [column('c', type)] }, ...rows], protocol);
  const parser = new TokenParser({ protocol });
  parser.push(w.toBytes());
  const tokens = [parser.next(), parser.next(), parser.next()];
  parser.finish();
  return tokens.map((token) =>
    token?.kind === 'COLMETADATA' ? token.columns?.[0]?.type : token?.kind === 'ROW' ? token.values[0] : token,
  );
}

function throughParameter({ type, value }: TypedValue, protocol: Protocol): [TypeInfo, Value] {
  const payload = encodeRpc({ headers: NO_HEADERS, calls: [rpcCall('p', [rpcParameter('@a', type, value)])] }, protocol);
  const parameter = decodeRpc(payload, protocol).calls[0]!.parameters[0]!;
  return [parameter.type, parameter.value];
}

/** Only the user type of a column tells rowversion from binary(8). */
function asParameter(type: TypeInfo): TypeInfo {
  return type.name === 'rowversion' ? { name: 'binary', length: 8 } : type;
}
