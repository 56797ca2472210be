/** Date and time functions. Moments are compared as their text, so that the tables read as results do. */

import { DATE, DATETIME, datetime2, datetimeoffset, SMALLDATETIME, type Type, time, varchar } from '@sprocket/tsql';
import { describe, expect, test } from 'vitest';
import { converter } from '../../src/values/convert.ts';
import { call, callIn, cast, check, checkErrors, environment, type Literal, nullOf, row, typed } from './harness.ts';

const date = (text: string) => cast(text, DATE);
const dt = (text: string) => cast(text, DATETIME);
const dt2 = (text: string, scale = 7) => cast(text, datetime2(scale));
const dto = (text: string, scale = 7) => cast(text, datetimeoffset(scale));

/** The result as CONVERT(varchar, …, 121) shows it. */
function shown(name: string, literals: readonly Literal[], type: Type, env = environment): readonly [string, string | null] {
  const { type: name_, value } = callIn(env, name, ...literals);
  const text = value === null ? null : (converter(type, varchar(40), { style: 121 })(value, env) as string);
  return [name_, text];
}

type Shown = readonly [name: string, literals: readonly Literal[], type: Type, typeName: string, text: string | null];

function checkShown(rows: readonly Shown[]): void {
  test.each(rows.map((r) => [`${r[0]} → ${r[4]}`, ...r] as const))('%s', (_, name, literals, type, typeName, text) => {
    expect(shown(name, literals, type)).toEqual([typeName, text]);
  });
}

describe('the clock', () => {
  checkShown([
    ['GETDATE', [], DATETIME, 'datetime', '2024-02-29 15:14:15.123'],
    ['GETUTCDATE', [], DATETIME, 'datetime', '2024-02-29 13:14:15.123'],
    ['CURRENT_TIMESTAMP', [], DATETIME, 'datetime', '2024-02-29 15:14:15.123'],
    ['SYSDATETIME', [], datetime2(7), 'datetime2(7)', '2024-02-29 15:14:15.1234567'],
    ['SYSUTCDATETIME', [], datetime2(7), 'datetime2(7)', '2024-02-29 13:14:15.1234567'],
    ['SYSDATETIMEOFFSET', [], datetimeoffset(7), 'datetimeoffset(7)', '2024-02-29 15:14:15.1234567 +02:00'],
    ['CURRENT_DATE', [], DATE, 'date', '2024-02-29'],
  ]);
});

describe('DATEPART and DATENAME', () => {
  const all = dt2('2007-10-30 12:15:32.1234567');
  check([
    row('DATEPART', ['year', all], 'int', 2007),
    row('DATEPART', ['qq', all], 'int', 4),
    row('DATEPART', ['m', all], 'int', 10),
    row('DATEPART', ['dy', all], 'int', 303),
    row('DATEPART', ['dd', all], 'int', 30),
    row('DATEPART', ['wk', all], 'int', 44),
    row('DATEPART', ['DW', all], 'int', 3),
    row('DATEPART', ['hour', all], 'int', 12),
    row('DATEPART', ['n', all], 'int', 15),
    row('DATEPART', ['s', all], 'int', 32),
    row('DATEPART', ['ms', all], 'int', 123),
    row('DATEPART', ['mcs', all], 'int', 123456),
    row('DATEPART', ['ns', all], 'int', 123456700),
    row('DATEPART', ['isowk', date('2010-01-03')], 'int', 53),
    row('DATEPART', ['week', date('2005-12-31')], 'int', 53),
    row('DATEPART', ['tz', dto('2007-05-10 00:00:01.1234567 +05:10')], 'int', 310),
    row('DATEPART', ['tz', '2007-05-10 00:00:01.1234567 +05:10'], 'int', 310),
    row('DATEPART', ['year', 0], 'int', 1900),
    row('DATEPART', ['year', nullOf(DATE)], 'int', null),
    row('YEAR', ['2010-04-30T01:01:01.1234567'], 'int', 2010),
    row('MONTH', [0], 'int', 1),
    row('DAY', [date('2015-04-30')], 'int', 30),
    row('DATENAME', ['month', all], 'nvarchar(30)', 'October'),
    row('DATENAME', ['weekday', all], 'nvarchar(30)', 'Tuesday'),
    row('DATENAME', ['tz', dto('2007-05-10 00:00:01 -05:30')], 'nvarchar(30)', '-05:30'),
    row('DATENAME', ['year', all], 'nvarchar(30)', '2007'),
  ]);
  test('weekdays follow DATEFIRST and names the language', () => {
    const german = { ...environment, options: { ...environment.options, dateFirst: 1, language: 'Deutsch' } };
    expect(callIn(german, 'DATEPART', 'dw', date('2024-03-03')).value).toBe(7);
    expect(callIn(german, 'DATENAME', 'month', date('2024-03-03')).value).toBe('März');
  });
  checkErrors([
    ['DATEPART', ['foo', all], 155, "'foo' is not a recognized datepart option."],
    ['DATEPART', ['hour', date('2024-01-01')], 9810, 'The datepart hour is not supported by date function datepart for data type date.'],
    ['DATEPART', ['year', cast('12:00', time(7))], 9810],
    ['DATEPART', ['tz', dt('2024-01-01')], 9810],
    ['DATEADD', ['foo', 1, all], 155, "'foo' is not a recognized dateadd option."],
  ]);
});

describe('DATEADD and DATEDIFF', () => {
  checkShown([
    ['DATEADD', ['month', 1, dt('2006-08-30')], DATETIME, 'datetime', '2006-09-30 00:00:00.000'],
    ['DATEADD', ['month', 1, dt('2006-08-31')], DATETIME, 'datetime', '2006-09-30 00:00:00.000'],
    ['DATEADD', ['year', -1, date('2024-02-29')], DATE, 'date', '2023-02-28'],
    ['DATEADD', ['qq', 1, date('2023-11-30')], DATE, 'date', '2024-02-29'],
    ['DATEADD', ['day', 365, '2007-01-01 13:10:10.111'], DATETIME, 'datetime', '2008-01-01 13:10:10.110'],
    ['DATEADD', ['ms', 2, dt('2024-01-01')], DATETIME, 'datetime', '2024-01-01 00:00:00.003'],
    ['DATEADD', ['ms', 1, dt('2024-01-01')], DATETIME, 'datetime', '2024-01-01 00:00:00.000'],
    ['DATEADD', ['ns', 150, dt2('2007-01-01 13:10:10.1111111')], datetime2(7), 'datetime2(7)', '2007-01-01 13:10:10.1111113'],
    ['DATEADD', ['minute', 60, cast('23:30', time(0))], time(0), 'time(0)', '00:30:00'],
    ['DATEADD', ['hour', 1, cast('2024-01-01 23:30', SMALLDATETIME)], SMALLDATETIME, 'smalldatetime', '2024-01-02 00:30:00.000'],
    ['DATEADD', ['day', 1.9, date('2024-01-01')], DATE, 'date', '2024-01-02'],
    ['DATEADD', ['second', 2147483648n, dt('2024-01-01')], DATETIME, 'datetime', '2092-01-19 03:14:08.000'],
    ['DATEADD', ['day', 1, 0], DATETIME, 'datetime', '1900-01-02 00:00:00.000'],
  ]);
  check([
    row('DATEDIFF', ['year', '2005-12-31 23:59:59.9999999', '2006-01-01'], 'int', 1),
    row('DATEDIFF', ['day', 0, '2024-01-31'], 'int', 45320),
    row('DATEDIFF', ['week', date('2024-01-06'), date('2024-01-07')], 'int', 1),
    row('DATEDIFF', ['month', date('2024-03-01'), date('2024-01-31')], 'int', -2),
    row('DATEDIFF', ['second', dt('2024-01-01'), dt('2024-01-01 00:00:01.997')], 'int', 1),
    row('DATEDIFF', ['minute', dto('2024-01-01 12:00 +02:00'), dto('2024-01-01 12:00 +00:00')], 'int', 120),
    row('DATEDIFF_BIG', ['ns', dt2('2024-01-01'), dt2('2024-01-02')], 'bigint', 86_400_000_000_000n),
    row('DATEDIFF', ['day', nullOf(DATE), date('2024-01-01')], 'int', null),
  ]);
  checkErrors([
    ['DATEADD', ['year', 8000, date('2024-01-01')], 517, "Adding a value to a 'date' column caused an overflow."],
    ['DATEADD', ['year', -300, dt('2024-01-01')], 517],
    ['DATEADD', ['day', '1', dt('2024-01-01')], 8116, 'Argument data type varchar is invalid for argument 2 of dateadd function.'],
    ['DATEADD', ['hour', 1, date('2024-01-01')], 9810],
    ['DATEADD', ['ns', 1, dt('2024-01-01')], 9810],
    ['DATEDIFF', ['ms', dt('1900-01-01'), dt('2024-01-01')], 535],
    ['DATEDIFF', ['tz', dt('1900-01-01'), dt('2024-01-01')], 9806],
  ]);
});

describe('building', () => {
  checkShown([
    ['DATEFROMPARTS', [2010, 12, 31], DATE, 'date', '2010-12-31'],
    ['TIMEFROMPARTS', [14, 23, 44, 5, 1], time(1), 'time(1)', '14:23:44.5'],
    ['TIMEFROMPARTS', [23, 59, 59, 0, 0], time(0), 'time(0)', '23:59:59'],
    ['DATETIMEFROMPARTS', [2010, 12, 31, 23, 59, 59, 999], DATETIME, 'datetime', '2011-01-01 00:00:00.000'],
    ['SMALLDATETIMEFROMPARTS', [2010, 12, 31, 23, 59], SMALLDATETIME, 'smalldatetime', '2010-12-31 23:59:00.000'],
    ['DATETIME2FROMPARTS', [2011, 8, 15, 14, 23, 44, 50, 3], datetime2(3), 'datetime2(3)', '2011-08-15 14:23:44.050'],
    [
      'DATETIMEOFFSETFROMPARTS',
      [2010, 12, 31, 14, 23, 23, 0, 12, 0, 7],
      datetimeoffset(7),
      'datetimeoffset(7)',
      '2010-12-31 14:23:23.0000000 +12:00',
    ],
    ['EOMONTH', [date('2024-02-11')], DATE, 'date', '2024-02-29'],
    ['EOMONTH', [dt('2024-01-31'), 1], DATE, 'date', '2024-02-29'],
    ['EOMONTH', ['12/1/2024', -1], DATE, 'date', '2024-11-30'],
    ['EOMONTH', [date('2024-02-11'), null], DATE, 'date', '2024-02-29'],
    ['DATEFROMPARTS', [2010, null, 31], DATE, 'date', null],
  ]);
  checkErrors([
    ['DATEFROMPARTS', [2010, 2, 30], 289, 'Cannot construct data type date, some of the arguments have values which are not valid.'],
    ['TIMEFROMPARTS', [24, 0, 0, 0, 0], 289],
    ['DATETIMEFROMPARTS', [1752, 1, 1, 0, 0, 0, 0], 289],
    ['DATETIME2FROMPARTS', [2011, 8, 15, 14, 23, 44, 500, 2], 289],
    ['DATETIMEOFFSETFROMPARTS', [2010, 12, 31, 14, 23, 23, 0, 12, -30, 7], 289],
    ['DATETIME2FROMPARTS', [2011, 8, 15, 14, 23, 44, 0, { ...typed({ ...DATE, name: 'int' }, 3), variable: true }], 10760],
    ['TIMEFROMPARTS', [1, 0, 0, 0, 8], 1002],
    ['EOMONTH', [date('9999-12-31'), 1], 517],
  ]);
});

describe('DATETRUNC and DATE_BUCKET', () => {
  const at = dt2('2021-12-08 11:30:15.1234567');
  const truncated = (part: string, text: string): Shown => ['DATETRUNC', [part, at], datetime2(7), 'datetime2(7)', text];
  checkShown([
    truncated('year', '2021-01-01 00:00:00.0000000'),
    truncated('quarter', '2021-10-01 00:00:00.0000000'),
    truncated('month', '2021-12-01 00:00:00.0000000'),
    truncated('week', '2021-12-05 00:00:00.0000000'),
    truncated('iso_week', '2021-12-06 00:00:00.0000000'),
    truncated('dayofyear', '2021-12-08 00:00:00.0000000'),
    truncated('hour', '2021-12-08 11:00:00.0000000'),
    truncated('second', '2021-12-08 11:30:15.0000000'),
    truncated('millisecond', '2021-12-08 11:30:15.1230000'),
    truncated('microsecond', '2021-12-08 11:30:15.1234560'),
    ['DATETRUNC', ['month', dt('1998-03-04 10:10:05')], DATETIME, 'datetime', '1998-03-01 00:00:00.000'],
    ['DATETRUNC', ['hour', cast('11:30:15', time(3))], time(3), 'time(3)', '11:00:00.000'],
    ['DATE_BUCKET', ['week', 1n, date('2020-04-30')], DATE, 'date', '2020-04-27'],
    ['DATE_BUCKET', ['week', 2, date('2020-04-30'), date('2020-01-06')], DATE, 'date', '2020-04-27'],
    ['DATE_BUCKET', ['month', 3, date('2020-04-30')], DATE, 'date', '2020-04-01'],
    ['DATE_BUCKET', ['hour', 6, dt('2020-04-30 21:21:21')], DATETIME, 'datetime', '2020-04-30 18:00:00.000'],
    ['DATE_BUCKET', ['month', 1, date('2020-04-10'), date('2020-01-15')], DATE, 'date', '2020-03-15'],
    ['DATE_BUCKET', ['day', 7, date('1899-12-30')], DATE, 'date', '1899-12-25'],
  ]);
  checkErrors([
    ['DATETRUNC', ['hour', date('2021-12-08')], 9810],
    ['DATETRUNC', ['microsecond', dt('2021-12-08')], 9810],
    ['DATETRUNC', ['weekday', at], 9806],
    ['DATETRUNC', ['week', date('0001-01-01')], 9837],
    ['DATE_BUCKET', ['week', 0, date('2020-04-30')], 9834],
  ]);
});

describe('offsets and zones', () => {
  checkShown([
    [
      'SWITCHOFFSET',
      [dto('1998-09-20 7:45:50.71345 -5:00', 5), '-08:00'],
      datetimeoffset(5),
      'datetimeoffset(5)',
      '1998-09-20 04:45:50.71345 -08:00',
    ],
    ['SWITCHOFFSET', [dto('2024-01-01 00:00 +00:00', 0), 90], datetimeoffset(0), 'datetimeoffset(0)', '2024-01-01 01:30:00 +01:30'],
    [
      'TODATETIMEOFFSET',
      [dt2('2024-04-22 16:23:51.7667', 4), '-07:00'],
      datetimeoffset(4),
      'datetimeoffset(4)',
      '2024-04-22 16:23:51.7667 -07:00',
    ],
    ['TODATETIMEOFFSET', [dt2('2024-04-22', 0), -120], datetimeoffset(0), 'datetimeoffset(0)', '2024-04-22 00:00:00 -02:00'],
    [
      'AT TIME ZONE',
      [dt2('2022-03-27 01:01', 0), 'Central European Standard Time'],
      datetimeoffset(0),
      'datetimeoffset(0)',
      '2022-03-27 01:01:00 +01:00',
    ],
    [
      'AT TIME ZONE',
      [dt2('2022-03-27 02:01', 0), 'Central European Standard Time'],
      datetimeoffset(0),
      'datetimeoffset(0)',
      '2022-03-27 03:01:00 +02:00',
    ],
    [
      'AT TIME ZONE',
      [dt2('2022-10-30 02:01', 0), 'Central European Standard Time'],
      datetimeoffset(0),
      'datetimeoffset(0)',
      '2022-10-30 02:01:00 +02:00',
    ],
    [
      'AT TIME ZONE',
      [dt2('2022-10-30 03:01', 0), 'Central European Standard Time'],
      datetimeoffset(0),
      'datetimeoffset(0)',
      '2022-10-30 03:01:00 +01:00',
    ],
    [
      'AT TIME ZONE',
      [dto('2024-07-01 12:00 +00:00', 0), 'pacific standard time'],
      datetimeoffset(0),
      'datetimeoffset(0)',
      '2024-07-01 05:00:00 -07:00',
    ],
    ['AT TIME ZONE', [dt('2024-07-01 12:00'), 'UTC'], datetimeoffset(3), 'datetimeoffset(3)', '2024-07-01 12:00:00.000 +00:00'],
    ['AT TIME ZONE', [dt2('1850-07-01', 0), 'Eastern Standard Time'], datetimeoffset(0), 'datetimeoffset(0)', '1850-07-01 00:00:00 -04:00'],
  ]);
  checkErrors([
    ['SWITCHOFFSET', [dto('2024-01-01'), '5:00'], 9812],
    ['SWITCHOFFSET', [dto('2024-01-01'), 841], 9812, 'The timezone provided to builtin function switchoffset is invalid.'],
    [
      'AT TIME ZONE',
      [dt('2024-01-01'), 'Europe/Berlin'],
      9820,
      "The time zone parameter 'Europe/Berlin' provided to AT TIME ZONE clause is invalid.",
    ],
    ['AT TIME ZONE', [date('2024-01-01'), 'UTC'], 8116],
  ]);
});

describe('ISDATE', () => {
  check([
    row('ISDATE', ['2009-05-12 10:19:41.177'], 'int', 1),
    row('ISDATE', ['tomorrow'], 'int', 0),
    row('ISDATE', ['1752-01-01'], 'int', 0),
    row('ISDATE', [''], 'int', 0),
    row('ISDATE', [20260512], 'int', 1),
    row('ISDATE', [null], 'int', 0),
    row('ISDATE', [dt('2024-01-01')], 'int', 1),
  ]);
  checkErrors([['ISDATE', [date('2024-01-01')], 8116]]);
  test('follows DATEFORMAT', () => {
    const dmy = { ...environment, options: { ...environment.options, dateFormat: 'dmy' as const } };
    expect([callIn(dmy, 'ISDATE', '15/04/2008').value, call('ISDATE', '15/04/2008').value]).toEqual([1, 0]);
  });
});
