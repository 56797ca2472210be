/** Values that a type cannot hold are refused with a reason; those that it can hold have the bytes of [MS-TDS]. */
import { expect, test } from 'vitest';
import { encodeValue } from '../../src/executions/parameters/encode.ts';
import { sqlParameters } from '../../src/executions/parameters/sql-parameters.ts';
import { isSensitive, redacted } from '../../src/executions/sensitive.ts';

test.each([
  ['tinyint', {}, '255', 'ff'],
  ['smallint', {}, '-2', 'feff'],
  ['bigint', {}, '-9223372036854775808', '0000000000000080'],
  ['bit', {}, 'TRUE', '01'],
  ['decimal', { precision: 5, scale: 2 }, '-1.5', '0096000000'],
  ['decimal', { precision: 38, scale: 0 }, '99999999999999999999999999999999999999', '01ffffffff3f228a097ac4865aa84c3b4b'],
  ['money', {}, '0.0001', '0000000001000000'],
  ['smallmoney', {}, '-0.0001', 'ffffffff'],
  ['date', {}, '0001-01-02', '010000'],
  ['time', { scale: 0 }, '00:00:01', '010000'],
  ['time', { scale: 7 }, '23:59:59.9999999', 'ffbf692ac9'],
  ['datetime', {}, '1900-01-01T00:00:00.010', '0000000003000000'],
  ['datetime', {}, '1900-01-01 23:59:59.999', '0100000000000000'],
  ['smalldatetime', {}, '1900-01-02 00:00:29.999', '01000100'],
  ['datetimeoffset', { scale: 0 }, '0001-01-01 02:00:00 +02:00', '0000000000007800'],
  ['uniqueidentifier', {}, '00112233-4455-6677-8899-aabbccddeeff', '33221100554477668899aabbccddeeff'],
] as const)('%s %o %s', (base, size, text, hex) => {
  expect(encodeValue(text, { base, ...size }).toString('hex')).toBe(hex);
});

test.each([
  ['tinyint', {}, '256', 'between 0 and 255'],
  ['int', {}, '1.0', 'whole number'],
  ['int', {}, '', 'whole number'],
  ['bit', {}, '2', '1 or 0'],
  ['decimal', { precision: 5, scale: 2 }, '1000', 'before the point'],
  ['decimal', { precision: 5, scale: 2 }, '1.001', 'after the point'],
  ['decimal', { precision: 5, scale: 2 }, '1e2', 'a number'],
  ['float', {}, 'NaN', 'a number'],
  ['real', {}, '1e39', 'too large'],
  ['date', {}, '2023-02-29', 'no such day'],
  ['date', {}, '29.02.2024', 'no such day'],
  ['time', { scale: 2 }, '10:00:00.123', 'digits of a second'],
  ['time', { scale: 7 }, '24:00', 'no such time'],
  ['datetime', {}, '1752-12-31', '1753'],
  ['smalldatetime', {}, '2080-01-01', '2079'],
  ['datetimeoffset', { scale: 7 }, '2024-01-01 00:00 +15:00', 'offset'],
  ['datetimeoffset', { scale: 7 }, '0001-01-01 00:00 +01:00', 'range'],
  ['uniqueidentifier', {}, 'not one', 'GUID'],
] as const)('%s %o refuses %s', (base, size, text, reason) => {
  expect(() => encodeValue(text, { base, ...size })).toThrow(reason);
});

const parameter = (name: string, type: string, more: object = {}) => ({
  name,
  type,
  baseType: type.replace(/\(.*/, ''),
  output: false,
  hasDefault: false,
  defaultText: null,
  ...more,
});

test('what is left out is not sent, unless it must come back', () => {
  const signature = [
    parameter('@a', 'int', { hasDefault: true, defaultText: '5' }),
    parameter('@b', 'nvarchar(10)', { output: true, hasDefault: true, defaultText: "N'it''s'" }),
    parameter('@c', 'int', { output: true }),
  ];
  expect(sqlParameters(signature, {}).map(({ name, value, output }) => [name, value, output])).toEqual([
    ['b', "it's", true],
    ['c', null, true],
  ]);
  expect(sqlParameters(signature, { '@B': null }).map(({ value }) => value)).toEqual([null, null]);
  expect(() => sqlParameters([parameter('@x', 'int')], {})).toThrow('@x: a value is needed');
  expect(() => sqlParameters([parameter('@x', 'varbinary(2)')], { '@x': '0x010203' })).toThrow('more than 2 bytes');
  expect(() => sqlParameters([parameter('@x', 'varbinary(2)')], { '@x': '010' })).toThrow('written as 0x01AB');
});

test('secrets are known by their names', () => {
  expect(['@password', '@UserPwd', '@api_key', '@AccessToken', '@PIN', '@pin_code'].filter(isSensitive)).toHaveLength(6);
  expect(['@spin', '@opinion', '@passenger', '@name', '@keyword'].filter(isSensitive)).toEqual([]);
  expect(redacted({ '@pwd': 'x', '@n': null, '@t': [['1'], ['2']], '@long': 'y'.repeat(300) })).toEqual({
    '@pwd': '***',
    '@n': null,
    '@t': '2 rows',
    '@long': `${'y'.repeat(200)}…`,
  });
});
