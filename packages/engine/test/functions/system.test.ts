/** Logical, session, metadata and system functions, rowset functions, the printf of RAISERROR, and the tables as a whole. */

import {
  BIGINT,
  decimal,
  FLOAT,
  INT,
  MAX,
  nvarchar,
  SMALLINT,
  SQL_VARIANT,
  SYSNAME,
  TINYINT,
  type Type,
  UNIQUEIDENTIFIER,
  varbinary,
  varchar,
} from '@sprocket/tsql';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  AGGREGATE_FUNCTIONS,
  builtin,
  formatRaiserror,
  parseName,
  SCALAR_FAMILIES,
  TABLE_FUNCTIONS,
  WINDOW_FUNCTIONS,
} from '../../src/functions/index.ts';
import type { Value } from '../../src/values/value.ts';
import {
  call,
  callIn,
  check,
  checkErrors,
  environment,
  errorOf,
  type Literal,
  n,
  nullOf,
  row,
  rowsOf,
  typed,
  variable,
} from './harness.ts';

/** Stands for the smallint -1. */
const SMALL = Symbol('smallint');

const hex = (text: string) => new Uint8Array(Buffer.from(text, 'hex'));

describe('logical', () => {
  check([
    row('ISNULL', [nullOf(varchar(3)), 'abcdef'], 'varchar(3)', 'abc'),
    row('ISNULL', ['a', 'b'], 'varchar(1)', 'a'),
    row('ISNULL', [null, 'abc'], 'varchar(3)', 'abc'),
    row('ISNULL', [nullOf(INT), '5'], 'int', 5),
    row('CHOOSE', [2, 'a', 'bcd'], 'varchar(3)', 'bcd'),
    row('CHOOSE', [3, 'a', 'b'], 'varchar(1)', null),
    row('CHOOSE', [0, 1, 2], 'int', null),
    row('CHOOSE', [1, 1, 2.5], 'float', 1),
    row('GREATEST', [1, 3, 2], 'int', 3),
    row('GREATEST', ['b', 'C', null], 'varchar(1)', 'C'),
    row('LEAST', [null, 5, 4], 'int', 4),
    row('LEAST', [null, null], 'int', null),
    row('GREATEST', [1, typed(decimal(3, 2), 150n)], 'decimal(3,2)', 150n),
    row('ISNUMERIC', ['12.5'], 'int', 1),
    row('ISNUMERIC', ['$1,234'], 'int', 1),
    row('ISNUMERIC', ['1e5'], 'int', 1),
    row('ISNUMERIC', ['1d5'], 'int', 1),
    row('ISNUMERIC', ['-'], 'int', 1),
    row('ISNUMERIC', ['.'], 'int', 1),
    row('ISNUMERIC', [''], 'int', 0),
    row('ISNUMERIC', ['0x1F'], 'int', 0),
    row('ISNUMERIC', ['1 2'], 'int', 0),
    row('ISNUMERIC', ['e5'], 'int', 0),
    row('ISNUMERIC', [5], 'int', 1),
    row('ISNUMERIC', [null], 'int', 0),
  ]);
  test('ISNULL is NULL only when both arguments may be', () => {
    const nullability = (a: boolean, b: boolean) =>
      builtin('ISNULL')!.signature([
        { type: INT, nullable: a },
        { type: INT, nullable: b },
      ]).nullable;
    expect([nullability(true, true), nullability(true, false), nullability(false, true)]).toEqual([true, false, false]);
  });
});

describe('session and metadata', () => {
  check([
    row('APP_NAME', [], 'nvarchar(128)', 'tests'),
    row('@@ROWCOUNT', [], 'int', 3),
    row('SESSION_CONTEXT', [n('key')], 'sql_variant', 'key'),
    row('OBJECT_ID', ['dbo.t'], 'int', 42),
    row('OBJECT_ID', ['dbo.t', 'U'], 'int', 42),
    row('COL_LENGTH', ['dbo.t', 'x'], 'smallint', null),
    row('ERROR_NUMBER', [], 'int', null),
    row('COLLATIONPROPERTY', ['SQL_Latin1_General_CP1_CI_AS', 'CodePage'], 'sql_variant', { type: INT, value: 1252 }),
    row('COLLATIONPROPERTY', ['Latin1_General_CS_AS', 'ComparisonStyle'], 'sql_variant', { type: INT, value: 196608 }),
    row('COLLATIONPROPERTY', ['Latin1_General_100_BIN2', 'Version'], 'sql_variant', { type: TINYINT, value: 2 }),
    row('COLLATIONPROPERTY', ['nope', 'LCID'], 'sql_variant', null),
    row('SQL_VARIANT_PROPERTY', [1, 'BaseType'], 'sql_variant', { type: SYSNAME, value: 'int' }),
    row('SQL_VARIANT_PROPERTY', ['abc', 'TotalBytes'], 'sql_variant', { type: INT, value: 11 }),
    row('SQL_VARIANT_PROPERTY', [typed(decimal(5, 2), 1n), 'MaxLength'], 'sql_variant', { type: INT, value: 5 }),
    row('SQL_VARIANT_PROPERTY', [typed(SQL_VARIANT, { type: BIGINT, value: 5n }), 'basetype'], 'sql_variant', {
      type: SYSNAME,
      value: 'bigint',
    }),
    row('SQL_VARIANT_PROPERTY', [typed(varchar(MAX), 'x'), 'BaseType'], 'sql_variant', null),
  ]);
  checkErrors([
    [
      'COLUMNPROPERTY',
      [nullOf(FLOAT), 'c', 'AllowsNull'],
      8116,
      'Argument data type float is invalid for argument 1 of columnproperty function.',
    ],
    ['OBJECT_ID', [], 189, 'The object_id function requires 1 to 2 arguments.'],
  ]);
  test('ERROR_* functions report the caught error', () => {
    const caught = { number: 547, severity: 16, state: 0, line: 3, procedure: 'dbo.p', message: 'conflict' };
    const values = ['NUMBER', 'SEVERITY', 'STATE', 'LINE', 'PROCEDURE', 'MESSAGE'].map(
      (what) => callIn({ ...environment, caught }, `ERROR_${what}`).value,
    );
    expect(values).toEqual([547, 16, 0, 3, 'dbo.p', 'conflict']);
  });
});

describe('system', () => {
  check([
    row('HASHBYTES', ['md5', 'abc'], 'varbinary(8000)', hex('900150983cd24fb0d6963f7d28e17f72')),
    row('HASHBYTES', ['MD4', 'abc'], 'varbinary(8000)', hex('a448017aaf21d8525fc10ae87aa6729d')),
    row('HASHBYTES', ['SHA1', 'abc'], 'varbinary(8000)', hex('a9993e364706816aba3e25717850c26c9cd0d89d')),
    row('HASHBYTES', ['SHA2_256', n('a')], 'varbinary(8000)', hex('ffe9aaeaa2a2d5048174df0b80599ef0197ec024c4b051bc9860cff58ef7f9f3')),
    row('HASHBYTES', ['SHA2_256', Uint8Array.of(0x78)], 'varbinary(8000)', call('HASHBYTES', 'SHA2_256', 'x').value),
    row('HASHBYTES', ['MD2', 'abc'], 'varbinary(8000)', hex('da853b0d3f88d99b30283a69e6ded6bb')),
    row('BINARY_CHECKSUM', ['abc'], 'int', 26435),
    row('BINARY_CHECKSUM', [5], 'int', 5),
    row('CHECKSUM', ['abc'], 'int', call('CHECKSUM', 'ABC ').value),
    row('CHECKSUM', [null], 'int', 2147483647),
    row('FN_VARBINTOHEXSTR', [hex('0123ABCDEF')], 'nvarchar(max)', '0x0123abcdef'),
    row('FN_VARBINTOHEXSUBSTRING', [0, hex('0123ABCDEF'), 2, 3], 'nvarchar(max)', '23abcd'),
    row('FORMATMESSAGE', ['Hello %s, %d.', 'World', 5], 'nvarchar(2048)', 'Hello World, 5.'),
    row('FORMATMESSAGE', [8134], 'nvarchar(2048)', 'Divide by zero error encountered.'),
    row('FORMATMESSAGE', [99999], 'nvarchar(2048)', null),
  ]);
  checkErrors([
    ['HASHBYTES', ['MD5', 1], 8116],
    ['HASHBYTES', ['MD5', null], 8116, 'Argument data type NULL is invalid for argument 2 of hashbytes function.'],
  ]);
  test('COMPRESS and DECOMPRESS are inverse', () => {
    const compressed = call('COMPRESS', n('hello')).value as Uint8Array;
    expect(Buffer.from(call('DECOMPRESS', typed(varbinary(MAX), compressed)).value as Uint8Array).toString('utf16le')).toBe('hello');
    expect(errorOf(() => call('DECOMPRESS', hex('00'))).number).toBe(9803);
  });
  test('NEWID is random, NEWSEQUENTIALID grows', () => {
    expect(call('NEWID').type).toBe('uniqueidentifier');
    expect(call('NEWID').value).toMatch(/^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/);
    const fn = builtin('NEWSEQUENTIALID')!;
    const next = fn.evaluator(fn.signature([]), []);
    const [a, b] = [next(environment) as string, next(environment) as string];
    expect(call('GREATEST', typed(UNIQUEIDENTIFIER, a), typed(UNIQUEIDENTIFIER, b)).value).toBe(b);
  });
  test('a password verifies against its own hash only', () => {
    const hash = call('PWDENCRYPT', n('secret')).value as Uint8Array;
    expect([call('PWDCOMPARE', n('secret'), hash).value, call('PWDCOMPARE', n('Secret'), hash).value]).toEqual([1, 0]);
  });
});

describe('rowsets', () => {
  test('STRING_SPLIT', () => {
    expect(rowsOf('STRING_SPLIT', 'a,b,,c', ',')).toEqual({ columns: ['value varchar(6)'], rows: [['a'], ['b'], [''], ['c']] });
    expect(rowsOf('STRING_SPLIT', n('aXbxc'), 'x', 1)).toEqual({
      columns: ['value nvarchar(5)', 'ordinal bigint'],
      rows: [
        ['a', 1n],
        ['b', 2n],
        ['c', 3n],
      ],
    });
    expect([rowsOf('STRING_SPLIT', nullOf(varchar(5)), ',').rows, rowsOf('STRING_SPLIT', '', ',').rows]).toEqual([[], [['']]]);
    expect(errorOf(() => rowsOf('STRING_SPLIT', 'a', ',,'))).toMatchObject({
      number: 214,
      message: "Procedure expects parameter 'separator' of type 'nchar(1)/nvarchar(1)'.",
    });
    expect(errorOf(() => rowsOf('STRING_SPLIT', 'a', ',', variable(1))).number).toBe(8748);
    expect(errorOf(() => rowsOf('STRING_SPLIT', 'a', ',', 2)).number).toBe(4199);
  });
  test('GENERATE_SERIES', () => {
    const series = (...args: Literal[]) => rowsOf('GENERATE_SERIES', ...args).rows.map(([value]) => value);
    expect(series(1, 5, 2)).toEqual([1, 3, 5]);
    expect(series(5, 1)).toEqual([5, 4, 3, 2, 1]);
    expect(series(1, 5, -1)).toEqual([]);
    expect(series(typed(decimal(3, 1), 0n), typed(decimal(3, 1), 10n), typed(decimal(3, 1), 5n))).toEqual([0n, 5n, 10n]);
    expect(series(2147483640, 2147483647, 3)).toEqual([2147483640, 2147483643, 2147483646]);
    expect(series(1, null)).toEqual([]);
    expect(rowsOf('GENERATE_SERIES', 1n, 2n).columns).toEqual(['value bigint']);
    expect(errorOf(() => series(1, 5, 0)).number).toBe(4199);
    expect(errorOf(() => series(1, 5n)).number).toBe(5373);
    expect(errorOf(() => series(1.5, 2.5)).number).toBe(8116);
  });
});

describe('printf', () => {
  const arg = (value: Value | typeof SMALL) => {
    if (value === SMALL) return { type: SMALLINT, value: -1 };
    const type =
      typeof value === 'string' ? nvarchar(50) : typeof value === 'bigint' ? BIGINT : value instanceof Uint8Array ? varbinary(8) : INT;
    return { type, value: value as Value };
  };
  const rows: readonly (readonly [format: string, values: readonly (Value | typeof SMALL)[], expected: string])[] = [
    ['%5d|', [42], '   42|'],
    ['%-5d|', [42], '42   |'],
    ['%05d', [-42], '-0042'],
    ['%+d', [5], '+5'],
    ['%+u', [3], '3'],
    ['% 05d', [3], ' 0003'],
    ['%-+05d|', [3], '+3   |'],
    ['%.3d', [5], '005'],
    ['%08.3d', [42], '     042'],
    ['%.0d', [0], ''],
    ['%x %X %#x %#X %#x', [255, 255, 255, 255, 0], 'ff FF 0xff 0XFF 0'],
    ['%#08x %#.4x', [255, 255], '0x0000ff 0x00ff'],
    ['%o %#o', [8, 8], '10 010'],
    ['%u', [-1], '4294967295'],
    ['%hu', [SMALL], '65535'],
    ['%I64d', [9007199254740993n], '9007199254740993'],
    ['%*d', [6, 42], '    42'],
    ['%*s', [-8, 'abc'], 'abc'],
    ['%.*s', [-1, 'abc'], 'abc'],
    ['%.2s|%-5s|%5s', ['abc', 'ab', 'ab'], 'ab|ab   |   ab'],
    ['%*.*s', [7, 3, 'abcde'], '    abc'],
    ['%x %d', [hex('0102030405'), hex('41')], '2030405 65'],
    ['100%%', [], '100%'],
    ['%s and %d', [null], '(null) and (null)'],
    ['no forms', [1, 2], 'no forms'],
  ];
  test.each(rows)('%s', (format, values, expected) => {
    expect(formatRaiserror(format, values.map(arg))).toBe(expected);
  });
  test.each([
    ['%d', ['x']],
    ['%s', [1]],
    ['%I64d', [1]],
    ['%d', [1n]],
    ['%*s', ['x', 'abc']],
    ['%hd', [5]],
  ] as const)('%s does not take %s', (format, values) => {
    expect(errorOf(() => formatRaiserror(format, values.map(arg))).number).toBe(2786);
  });
  test.each(['%c|] tail', '%**d', '%.s', '%--5d', '%hs', '%', '% full'])('%s is no form', (format) => {
    expect(errorOf(() => formatRaiserror(`a ${format}`, []))).toMatchObject({
      number: 2787,
      message: `Invalid format specification: '${format}'.`,
    });
  });
  test('refuses types that cannot be substituted', () => {
    const message = (type: Type, value: Value) => errorOf(() => formatRaiserror('x', [{ type, value }])).message;
    expect(message(FLOAT, 1.5)).toBe('Cannot specify float data type (parameter 4) as a substitution parameter.');
    expect(message(decimal(10, 0), 5n)).toBe('Cannot specify decimal(10,0) data type (parameter 4) as a substitution parameter.');
    expect(formatRaiserror('%I64d', [{ type: decimal(2, 1), value: 55n }])).toBe('5');
  });
  test('ends a long message with an ellipsis', () => {
    const text = formatRaiserror('%s', [arg('x'.repeat(3000))]);
    expect([text.length, text.slice(-4)]).toEqual([2047, 'x...']);
    expect(formatRaiserror('[%99999d]', [arg(5)]).length).toBe(2047);
  });
});

describe('names', () => {
  test('any name can be quoted and read again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), (name) => {
        expect(parseName(call('QUOTENAME', n(name)).value as string)).toEqual([name]);
      }),
    );
  });
});

describe('the tables', () => {
  const scalars = SCALAR_FAMILIES.flatMap((family) => family.rows);
  test('name every function once, in upper case', () => {
    const names = [...scalars, ...AGGREGATE_FUNCTIONS, ...WINDOW_FUNCTIONS, ...TABLE_FUNCTIONS].map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => name !== name.toUpperCase())).toEqual([]);
  });
  test('have sound argument counts', () => {
    expect(scalars.filter((fn) => fn.minArgs > fn.maxArgs || fn.minArgs < 0)).toEqual([]);
  });
});
