/** Conversions between numbers, text, money, binary, GUIDs and sql_variant: values, and the errors with their words and states. */

import {
  BIGINT,
  BIT,
  binary,
  char,
  DATE,
  DATETIME,
  decimal,
  FLOAT,
  INT,
  MONEY,
  nchar,
  numeric,
  nvarchar,
  REAL,
  SMALLINT,
  SMALLMONEY,
  SQL_VARIANT,
  TEXT,
  TINYINT,
  type Type,
  UNIQUEIDENTIFIER,
  varbinary,
  varchar,
  XML,
} from '@sprocket/tsql';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { conversionKind, converter, storer } from '../../src/values/convert.ts';
import { cast, code, ENV, environment, N, outcome, V } from './support.ts';

const VMAX = varchar(-1);
const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'hex'));
const bytes = (value: unknown): string => (value instanceof Uint8Array ? Buffer.from(value).toString('hex') : String(value));

describe('text to integers', () => {
  test.each([
    ['12', INT, 12],
    ['  12  ', INT, 12],
    ['+ 7', INT, 7],
    ['-0', INT, 0],
    ['', INT, 0],
    ['   ', INT, 0],
    ['-', INT, 0],
    ['2147483647', INT, 2147483647],
    ['0000000000000000000000012', INT, 12],
    ['9223372036854775807', BIGINT, 9223372036854775807n],
    ['-9223372036854775808', BIGINT, -9223372036854775808n],
    ['true', BIT, 1],
    ['FALSE', BIT, 0],
    ['5', BIT, 1],
    ['12x', INT, "245/1 Conversion failed when converting the varchar value '12x' to data type int."],
    ['5.5', INT, "245/1 Conversion failed when converting the varchar value '5.5' to data type int."],
    ['0x05', INT, "245/1 Conversion failed when converting the varchar value '0x05' to data type int."],
    ['\t5', INT, "245/1 Conversion failed when converting the varchar value '\t5' to data type int."],
    ['yes', BIT, "245/1 Conversion failed when converting the varchar value 'yes' to data type bit."],
    ['abc', BIGINT, '8114/5 Error converting data type varchar to bigint.'],
    ['2147483648', INT, "248/1 The conversion of the varchar value '2147483648' overflowed an int column."],
    ['300', TINYINT, "244/1 The conversion of the varchar value '300' overflowed an INT1 column. Use a larger integer column."],
    ['40000', SMALLINT, "244/2 The conversion of the varchar value '40000' overflowed an INT2 column. Use a larger integer column."],
    ['9223372036854775808', BIGINT, '8115/2 Arithmetic overflow error converting expression to data type bigint.'],
  ])('%j', (text, type, expected) => {
    expect(cast(text, V, type)).toEqual(expected);
  });

  test('the error names the source type', () => {
    expect(cast('abc', N, INT)).toBe("245/1 Conversion failed when converting the nvarchar value 'abc' to data type int.");
  });
});

describe('numbers to integers', () => {
  test.each([
    [-29n, decimal(5, 1), INT, -2],
    [4n, decimal(5, 1), BIT, 1],
    [109999n, MONEY, INT, 11],
    [-105000n, MONEY, INT, -11],
    [2.9, FLOAT, INT, 2],
    [-0.5, FLOAT, INT, 0],
    [1e15, FLOAT, BIGINT, 1000000000000000n],
    [300, INT, BIGINT, 300n],
    [7, INT, BIT, 1],
    [1n, BIGINT, TINYINT, 1],
    [300, INT, TINYINT, '220/2 Arithmetic overflow error for data type tinyint, value = 300.'],
    [-1, SMALLINT, TINYINT, '220/2 Arithmetic overflow error for data type tinyint, value = -1.'],
    [40000, INT, SMALLINT, '220/1 Arithmetic overflow error for data type smallint, value = 40000.'],
    [40000n, BIGINT, SMALLINT, '8115/2 Arithmetic overflow error converting expression to data type smallint.'],
    [3000000000n, BIGINT, INT, '8115/2 Arithmetic overflow error converting expression to data type int.'],
    [3000000000n, numeric(10, 0), INT, '8115/2 Arithmetic overflow error converting expression to data type int.'],
    [30000000000000n, MONEY, INT, '237/1 There is insufficient result space to convert a money value to int.'],
    [400000000n, MONEY, SMALLINT, '237/2 There is insufficient result space to convert a money value to smallint.'],
    [3000000n, MONEY, TINYINT, '232/11 Arithmetic overflow error for type tinyint, value = 300.000000.'],
    [1e30, FLOAT, INT, '232/3 Arithmetic overflow error for type int, value = 1000000000000000000000000000000.000000.'],
    [1e30, FLOAT, BIGINT, '8115/2 Arithmetic overflow error converting expression to data type bigint.'],
  ])('%s of %o', (value, from, to, expected) => {
    expect(cast(value, from, to)).toEqual(expected);
  });

  test('datetime rounds to the nearest day', () => {
    const noon = 12 * 3600 * 300;
    expect(cast(noon - 1, DATETIME, INT)).toBe(0);
    expect(cast(noon, DATETIME, INT)).toBe(1);
  });
});

describe('to decimal and money', () => {
  test.each([
    ['12.345', V, decimal(5, 2), 1235n],
    ['-12.345', V, decimal(5, 2), -1235n],
    [' .5 ', V, decimal(5, 2), 50n],
    ['5.', V, decimal(5, 2), 500n],
    [125n, decimal(5, 2), decimal(5, 1), 13n],
    [-125n, decimal(5, 2), decimal(5, 1), -13n],
    [5, INT, decimal(3, 2), 500n],
    [0.1, FLOAT, decimal(20, 17), 10000000000000001n],
    [2.5, FLOAT, decimal(5, 0), 3n],
    [1e22, FLOAT, decimal(38, 0), 10000000000000000000000n],
    ['', V, decimal(5, 2), '8114/5 Error converting data type varchar to numeric.'],
    ['1e2', V, decimal(5, 2), '8114/5 Error converting data type varchar to numeric.'],
    ['1,000', V, decimal(9, 2), '8114/5 Error converting data type varchar to numeric.'],
    ['1000', V, decimal(5, 2), '8115/8 Arithmetic overflow error converting varchar to data type numeric.'],
    ['1'.repeat(39), V, decimal(38, 0), '8115/6 Arithmetic overflow error converting varchar to data type numeric.'],
    [1000, INT, decimal(5, 2), '8115/8 Arithmetic overflow error converting int to data type numeric.'],
    [100000n, decimal(7, 2), decimal(4, 2), '8115/8 Arithmetic overflow error converting numeric to data type numeric.'],
    [1e40, FLOAT, decimal(38, 0), '8115/6 Arithmetic overflow error converting float to data type numeric.'],
    ['', V, MONEY, 0n],
    ['$1,234.5678', V, MONEY, 12345678n],
    ['-$0.00005', V, MONEY, -1n],
    ['$-5', V, MONEY, -50000n],
    ['€ 5', N, MONEY, 50000n],
    [123n, decimal(5, 2), MONEY, 12300n],
    ['abc', V, MONEY, '235/0 Cannot convert a char value to money. The char value has incorrect syntax.'],
    ['abc', V, SMALLMONEY, '293/0 Cannot convert a char value to smallmoney. The char value has incorrect syntax.'],
    ['300000', V, SMALLMONEY, '294/1 The conversion from char data type to smallmoney data type resulted in a smallmoney overflow error.'],
  ])('%s', (value, from, to, expected) => {
    expect(cast(value, from, to)).toEqual(expected);
  });
});

describe('to float and real', () => {
  test.each([
    ['1.5e2', V, FLOAT, 150],
    [' -.5', V, FLOAT, -0.5],
    ['', V, FLOAT, 0],
    ['1d3', V, FLOAT, 1000],
    [1n, decimal(5, 1), FLOAT, 0.1],
    [1n, MONEY, FLOAT, 0.0001],
    [0.1, FLOAT, REAL, Math.fround(0.1)],
    ['abc', V, FLOAT, '8114/5 Error converting data type varchar to float.'],
    ['1e309', V, FLOAT, '8115/6 Arithmetic overflow error converting varchar to data type float.'],
  ])('%s', (value, from, to, expected) => {
    expect(cast(value, from, to)).toEqual(expected);
  });

  test('zero of an exact number is a positive zero', () => {
    expect(Object.is(cast(0n, decimal(5, 2), FLOAT), 0)).toBe(true);
  });
});

describe('numbers to text', () => {
  test.each([
    [123456, '123456'],
    [1234567, '1.23457e+006'],
    [1e15, '1e+015'],
    [0.1, '0.1'],
    [0.0001, '0.0001'],
    [0.00001234, '1.234e-005'],
    [-0, '-0'],
    [100, '100'],
    [1.234575, '1.23458'],
    [999999.5, '1e+006'],
    [-12.5, '-12.5'],
    [1e100, '1e+100'],
  ])('float %d is %s', (value, expected) => {
    expect(cast(value, FLOAT, V)).toBe(expected);
  });

  test.each([
    [1234567.890625, FLOAT, 1, '1.2345679e+006'],
    [1234567.890625, FLOAT, 2, '1.234567890625000e+006'],
    [0.1, FLOAT, 3, '1.0000000000000001e-001'],
    [1.5, REAL, 126, '1.5000000e+000'],
    [1.5, FLOAT, 126, '1.500000000000000e+000'],
    [1.5, FLOAT, 42, '1.5'],
  ])('%d in style %3$d', (value, from, style, expected) => {
    expect(cast(value, from, V, { style })).toBe(expected);
  });

  test.each([
    [12345678915n, 0, '1234567.89'],
    [12345678950n, 0, '1234567.90'],
    [12345678915n, 1, '1,234,567.89'],
    [-1234500n, 1, '-123.45'],
    [12345678915n, 2, '1234567.8915'],
    [12345678915n, 126, '1234567.8915'],
    [15000n, 77, '1.50'],
  ])('money %s in style %d is %s', (value, style, expected) => {
    expect(cast(value, MONEY, V, { style })).toBe(expected);
  });

  test.each([
    [-5n, decimal(5, 2), V, '-0.05'],
    [12345, INT, varchar(2), '*'],
    [12345, INT, char(3), '*  '],
    [12345, INT, nvarchar(2), '8115/2 Arithmetic overflow error converting expression to data type nvarchar.'],
    [12345n, BIGINT, varchar(2), '8115/2 Arithmetic overflow error converting expression to data type varchar.'],
    [12345n, decimal(5, 2), varchar(3), '8115/5 Arithmetic overflow error converting numeric to data type varchar.'],
    [12345n, MONEY, varchar(2), '234/2 There is insufficient result space to convert a money value to varchar.'],
    [1.5, FLOAT, varchar(2), '232/2 Arithmetic overflow error for type varchar, value = 1.500000.'],
    [1, BIT, char(2), '1 '],
  ])('%s', (value, from, to, expected) => {
    expect(cast(value, from, to)).toBe(expected);
  });
});

describe('text to text', () => {
  test('cuts and pads silently', () => {
    expect(cast('hello', V, varchar(3))).toBe('hel');
    expect(cast('hi', V, char(4))).toBe('hi  ');
    expect(cast('hi', V, nchar(4))).toBe('hi  ');
    expect(cast('hello', V, nchar(2))).toBe('he');
    expect(cast('hello', TEXT, VMAX)).toBe('hello');
  });

  test('what the code page lacks becomes its best fit or a question mark', () => {
    expect(cast('日本', N, V)).toBe('??');
    expect(cast('Āłx🦆', N, V)).toBe('Alx??');
    expect(cast('‘’“”•–—€™ŒœŠšŽžŸƒ', N, V)).toBe('‘’“”•–—€™ŒœŠšŽžŸƒ');
    expect(cast('∞', N, V)).toBe('8');
    expect(cast('Ж', N, varchar(5, 'Cyrillic_General_CI_AS'))).toBe('Ж');
    expect(cast('é日', N, varchar(5, 'Latin1_General_100_CI_AS_SC_UTF8'))).toBe('é日');
  });

  test('a length counts bytes of the code page', () => {
    expect(cast('こんにちは', N, varchar(5, 'Japanese_CI_AS'))).toBe('こん');
    expect(cast('ééé', N, varchar(5, 'Latin1_General_100_CI_AS_SC_UTF8'))).toBe('éé');
    expect(cast('é', N, char(5, 'Latin1_General_100_CI_AS_SC_UTF8'))).toBe('é   ');
  });
});

describe('binary', () => {
  test.each([
    [1, INT, varbinary(8), '00000001'],
    [1, INT, binary(8), '0000000000000001'],
    [0x12345678, INT, varbinary(2), '5678'],
    [-1n, BIGINT, varbinary(8), 'ffffffffffffffff'],
    [10000n, MONEY, varbinary(8), '0000000000002710'],
    [12500n, numeric(12, 3), varbinary(20), '0c030001d4300000'],
    [-12500n, numeric(12, 3), varbinary(20), '0c030000d4300000'],
    [1.5, FLOAT, varbinary(8), '3ff8000000000000'],
    [1.5, REAL, varbinary(4), '3fc00000'],
    ['abc', V, varbinary(10), '616263'],
    ['abc', V, binary(5), '6162630000'],
    ['abc', V, varbinary(2), '6162'],
    ['abc', N, varbinary(10), '610062006300'],
    ['€', V, varbinary(10), '80'],
    ['6F9619FF-8B86-D011-B42D-00C04FC964FF', UNIQUEIDENTIFIER, varbinary(16), 'ff19966f868b11d0b42d00c04fc964ff'],
    [0, DATETIME, varbinary(8), '0000000000000000'],
    [25920001, DATETIME, varbinary(8), '0000000100000001'],
    [737425, DATE, varbinary(3), '91400b'],
  ])('%s to binary', (value, from, to, expected) => {
    expect(bytes(cast(value, from, to))).toBe(expected);
  });

  test.each([
    ['00000001', INT, 1],
    ['ff', INT, 255],
    ['ffffffff', INT, -1],
    ['0102030405', INT, 0x02030405],
    ['0502000196000000', decimal(5, 2), 150n],
    ['050200003930000000', decimal(5, 2), -12345n],
    ['0000000000002710', MONEY, 10000n],
    ['5b950a', DATE, 693595],
    ['01', DATE, '241/1 Conversion failed when converting date and/or time from character string.'],
    ['0000000100000001', DATETIME, 25920001],
    ['ff19966f868b11d0b42d00c04fc964ff', UNIQUEIDENTIFIER, '6F9619FF-8B86-D011-B42D-00C04FC964FF'],
    ['414243', V, 'ABC'],
    ['410042', N, 'A'],
    ['01', decimal(5, 2), '8114/5 Error converting data type varbinary to numeric.'],
  ])('0x%s from binary', (value, to, expected) => {
    expect(cast(hex(value), varbinary(20), to)).toEqual(expected);
  });

  test('hexadecimal styles', () => {
    expect(cast(hex('0a0b'), varbinary(4), V, { style: 1 })).toBe('0x0A0B');
    expect(cast(hex('0a0b'), varbinary(4), V, { style: 2 })).toBe('0A0B');
    expect(cast(hex('0a0b'), varbinary(4), varchar(3), { style: 1 })).toBe('0x');
    expect(bytes(cast('0x0a0b', V, varbinary(4), { style: 1 }))).toBe('0a0b');
    expect(bytes(cast('0A0B', V, varbinary(4), { style: 2 }))).toBe('0a0b');
    expect(code('0a0b', V, varbinary(4), { style: 1 })).toBe('8114/5');
    expect(code('0x0a0', V, varbinary(4), { style: 1 })).toBe('8114/5');
    expect(code(hex('0a'), varbinary(4), V, { style: 3 })).toBe('9809/1');
  });
});

describe('uniqueidentifier', () => {
  const guid = '6F9619FF-8B86-D011-B42D-00C04FC964FF';
  test.each([
    [guid.toLowerCase(), guid],
    [`${guid}wrong`, guid],
    [`{${guid}} and more`, guid],
    [`{${guid}`, '8169/2 Conversion failed when converting from a character string to uniqueidentifier.'],
    ['abc', '8169/2 Conversion failed when converting from a character string to uniqueidentifier.'],
  ])('%j', (text, expected) => {
    expect(cast(text, V, UNIQUEIDENTIFIER)).toBe(expected);
  });

  test('needs 36 characters', () => {
    expect(cast(guid, UNIQUEIDENTIFIER, varchar(36))).toBe(guid);
    expect(code(guid, UNIQUEIDENTIFIER, varchar(35))).toBe('8170/2');
    expect(code(guid, UNIQUEIDENTIFIER, nvarchar(35))).toBe('8115/2');
  });
});

describe('xml', () => {
  test.each([
    ['<a x=\'1\' y="2"> <b></b>t&amp;t</a>', '<a x="1" y="2"><b/>t&amp;t</a>'],
    ['<?xml version="1.0"?><a/>', '<a/>'],
    ['<a><![CDATA[<&]]></a>', '<a>&lt;&amp;</a>'],
    ['text <b/> <c/>', 'text <b/><c/>'],
    ['<a b="&quot;&#39;">&#65;&apos;&quot;&gt;</a>', '<a b="&quot;\'">A\'"&gt;</a>'],
    ['<a>x\r\ny</a>', '<a>x\ny</a>'],
    ['<a>& b</a>', '9421/1 XML parsing: line 1, character 5, illegal name character'],
    [
      '<!DOCTYPE a []><a/>',
      '6359/1 Parsing XML with internal subset DTDs not allowed. Use CONVERT with style option 2 to enable limited internal subset DTD support.',
    ],
    ['', ''],
    ['<a><b></a>', '9436/1 XML parsing: line 1, character 10, end tag does not match start tag'],
    ['<a>', '9400/1 XML parsing: line 1, character 3, unexpected end of input'],
    ['<a x=1/>', '9413/1 XML parsing: line 1, character 6, A string literal was expected'],
  ])('%j', (text, expected) => {
    expect(cast(text, N, XML)).toBe(expected);
  });
});

describe('sql_variant', () => {
  test('carries its type and converts from it', () => {
    const variant = cast('12', V, SQL_VARIANT);
    expect(variant).toEqual({ type: V, value: '12' });
    expect(converter(SQL_VARIANT, INT)(variant!, ENV)).toBe(12);
    expect(outcome(() => converter(SQL_VARIANT, DATE)({ type: INT, value: 1 }, ENV))).toBe(
      '529/3 Explicit conversion from data type int to date is not allowed.',
    );
  });
});

describe('TRY_CAST', () => {
  test('gives NULL for values, not for types', () => {
    expect(cast('abc', V, INT, { isTry: true })).toBe(null);
    expect(cast('300', V, TINYINT, { isTry: true })).toBe(null);
    expect(cast('2024-13-01', V, DATE, { isTry: true })).toBe(null);
    expect(cast(0, DATETIME, V, { isTry: true, style: 99 })).toBe(null);
    expect(cast('hello', V, varchar(3), { isTry: true })).toBe('hel');
    expect(code(1, INT, DATE, { isTry: true })).toBe('529/1');
  });
});

describe('storer', () => {
  const store = (value: Parameters<ReturnType<typeof storer>>[0], from: Type, to: Type, ansiWarnings = true) =>
    outcome(() =>
      storer(from, to)(value, environment({ ansiWarnings }), (shown) => {
        throw new Error(shown);
      }),
    );

  test('refuses text that is too long unless only blanks are lost', () => {
    expect(store('ab  ', V, varchar(2))).toBe('ab');
    expect(() => store('abc', V, varchar(2))).toThrow('ab');
    expect(() => store('こんにちは', N, varchar(5, 'Japanese_CI_AS'))).toThrow('こん');
    expect(store('abc', V, varchar(2), false)).toBe('ab');
    expect(store('a', V, char(3))).toBe('a  ');
    expect(store('abc', V, VMAX)).toBe('abc');
  });

  test('refuses binaries that are too long', () => {
    expect(bytes(store(hex('0102'), varbinary(4), varbinary(2)))).toBe('0102');
    expect(() => store(hex('010203'), varbinary(4), varbinary(2))).toThrow('0x0102');
    expect(bytes(store(hex('010203'), varbinary(4), binary(2), false))).toBe('0102');
    expect(bytes(store(1, INT, binary(2)))).toBe('0001');
  });

  test('an integer overflows instead of becoming an asterisk', () => {
    expect(store(12345, INT, varchar(2))).toBe('8115/2 Arithmetic overflow error converting expression to data type varchar.');
    expect(store(12, INT, char(3))).toBe('12 ');
    expect(() => store(0, DATETIME, varchar(5))).toThrow('Jan  ');
  });
});

describe('conversionKind', () => {
  test.each([
    [INT, V, 'implicit'],
    [V, INT, 'implicit'],
    [DATETIME, INT, 'explicit'],
    [INT, DATETIME, 'implicit'],
    [INT, DATE, 'none'],
    [V, varbinary(5), 'explicit'],
    [varbinary(5), V, 'implicit'],
    [varbinary(5), FLOAT, 'none'],
    [varbinary(5), DATE, 'explicit'],
    [SQL_VARIANT, INT, 'explicit'],
    [INT, SQL_VARIANT, 'implicit'],
    [XML, V, 'explicit'],
    [XML, INT, 'none'],
    [TEXT, INT, 'none'],
    [MONEY, V, 'implicit'],
    [UNIQUEIDENTIFIER, INT, 'none'],
  ])('%o to %o', (from, to, expected) => {
    expect(conversionKind(from, to)).toBe(expected);
  });
});

describe('what a conversion writes reads back', () => {
  const there = (value: Parameters<typeof cast>[0], type: Type, between: Type, style = 0) =>
    cast(cast(value, type, between, { style })!, between, type, { style });

  test('floats in style 3, money in style 2', () => {
    const float = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(fc.property(float, (value) => Object.is(there(value, FLOAT, V, 3), value)));
    fc.assert(fc.property(fc.float({ noNaN: true, noDefaultInfinity: true }), (value) => Object.is(there(value, REAL, V, 3), value)));
    fc.assert(
      fc.property(fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n), (value) => cast(cast(value, MONEY, V, { style: 2 })!, V, MONEY) === value),
    );
  });

  test('numbers, GUIDs and binaries through binary and text', () => {
    const guid = fc.stringMatching(/^[0-9A-F]{8}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{12}$/);
    fc.assert(fc.property(fc.integer(), (value) => there(value, INT, varbinary(4)) === value));
    fc.assert(
      fc.property(
        fc.bigInt(-(10n ** 38n) + 1n, 10n ** 38n - 1n),
        (value) => cast(cast(value, decimal(38, 5), varbinary(20))!, varbinary(20), decimal(38, 5)) === value,
      ),
    );
    fc.assert(
      fc.property(guid, (value) => there(value, UNIQUEIDENTIFIER, varbinary(16)) === value && there(value, UNIQUEIDENTIFIER, V) === value),
    );
    fc.assert(fc.property(fc.uint8Array({ maxLength: 20 }), (value) => bytes(there(value, varbinary(20), V, 1)) === bytes(value)));
  });
});
