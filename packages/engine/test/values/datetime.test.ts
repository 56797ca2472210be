/** The calendar, moments, date parts, and the styles in which dates are written. */

import { DATE, DATETIME, datetime2, datetimeoffset, SMALLDATETIME, type Type, time, varchar } from '@sprocket/tsql';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  civilFromDays,
  DAY_MAX,
  dateAdd,
  dateDiff,
  datePartNamed,
  dayOfYear,
  daysFromCivil,
  daysInMonth,
  fromMoment,
  isLeapYear,
  isoWeek,
  isoWeekday,
  momentOf,
  partOf,
  week,
  weekday,
} from '../../src/values/datetime.ts';
import type { Present } from '../../src/values/value.ts';
import { cast, code, DT, DT2, DTO, ENV, environment, N, V } from './support.ts';

const day = fc.integer({ min: 0, max: DAY_MAX });
const value = (text: string, type: Type): Present => cast(text, V, type)!;
const shown = (given: Present | undefined, type: Type) => (given === undefined ? undefined : cast(given, type, V, { style: 121 }));

describe('calendar', () => {
  test('known days', () => {
    expect(daysFromCivil(1, 1, 1)).toBe(0);
    expect(daysFromCivil(1900, 1, 1)).toBe(693595);
    expect(daysFromCivil(9999, 12, 31)).toBe(DAY_MAX);
    expect(civilFromDays(738000)).toEqual({ year: 2021, month: 7, day: 30 });
    expect([isLeapYear(1900), isLeapYear(2000), isLeapYear(2024)]).toEqual([false, true, true]);
    expect(daysInMonth(2024, 2)).toBe(29);
  });

  test('agrees with the platform on every day', () => {
    fc.assert(
      fc.property(day, (days) => {
        const { year, month, day: date } = civilFromDays(days);
        const platform = new Date(0);
        platform.setUTCFullYear(year, month - 1, date);
        return (
          daysFromCivil(year, month, date) === days &&
          platform.getTime() / 86_400_000 + 719_162 === days &&
          (platform.getUTCDay() || 7) === isoWeekday(days)
        );
      }),
    );
  });

  test('weeks', () => {
    const days = daysFromCivil(2024, 1, 1);
    expect([weekday(days, 7), weekday(days, 1), week(days, 7), isoWeek(days), dayOfYear(days)]).toEqual([2, 1, 1, 1, 1]);
    expect(week(daysFromCivil(2024, 1, 7), 7)).toBe(2);
    expect(week(daysFromCivil(2024, 1, 7), 1)).toBe(1);
    expect(isoWeek(daysFromCivil(2021, 1, 3))).toBe(53);
    expect(isoWeek(daysFromCivil(2024, 12, 30))).toBe(1);
  });
});

describe('moments', () => {
  const types = [DATE, time(7), DATETIME, SMALLDATETIME, datetime2(7), datetimeoffset(7)];
  const moment = fc.record({
    day: fc.integer({ min: daysFromCivil(1900, 1, 1), max: daysFromCivil(2079, 6, 5) }),
    ticks: fc.integer({ min: 0, max: 863_999_999_999 }),
    offset: fc.constant(0),
  });

  test('a value read and written again is the same value', () => {
    fc.assert(
      fc.property(moment, fc.constantFrom(...types), (given, type) => {
        const written = fromMoment(type)(given)!;
        expect(fromMoment(type)(momentOf(type)(written))).toEqual(written);
      }),
    );
  });

  test('what style 121 writes reads back', () => {
    fc.assert(
      fc.property(moment, fc.constantFrom(...types), (given, type) => {
        const written = fromMoment(type)(given)!;
        expect(cast(String(shown(written, type)), V, type)).toEqual(written);
      }),
    );
  });

  test.each([
    ['2024-05-06 23:59:59.9999999', DT2, DT, '2024-05-07 00:00:00.000'],
    ['2024-05-06 12:34:56.7654321', DT2, datetime2(3), '2024-05-06 12:34:56.765'],
    ['9999-12-31 23:59:59.9999999', DT2, datetime2(0), '9999-12-31 23:59:59'],
    ['2024-05-06 12:34:56.003', DT, DT2, '2024-05-06 12:34:56.0033333'],
    ['2024-05-06 12:34:56', DT, DATE, '2024-05-06'],
    ['2024-05-06 12:34:56.007', DT, time(3), '12:34:56.007'],
    ['12:34:56', time(0), DT, '1900-01-01 12:34:56.000'],
    ['2024-05-06', DATE, DTO, '2024-05-06 00:00:00.0000000 +00:00'],
    ['2024-05-06 12:34:56 +02:00', DTO, DT2, '2024-05-06 12:34:56.0000000'],
    ['2024-05-06 12:34:30', DT, SMALLDATETIME, '2024-05-06 12:35:00.000'],
  ])('%s becomes %3$s', (text, from, to, expected) => {
    expect(shown(cast(value(text, from), from, to)!, to)).toBe(expected);
  });

  test('values out of range and types that do not convert', () => {
    expect(cast(value('1700-01-01', DATE), DATE, DT)).toBe(
      '242/3 The conversion of a date data type to a datetime data type resulted in an out-of-range value.',
    );
    expect(code(value('2100-01-01', DT2), DT2, SMALLDATETIME)).toBe('242/3');
    expect(code(1, DATE, time(7))).toBe('529/1');
  });
});

describe('date parts', () => {
  const given = momentOf(DT2)(value('2024-05-06 13:14:15.1234567', DT2));
  test.each([
    ['yyyy', 2024],
    ['q', 2],
    ['m', 5],
    ['y', 127],
    ['dd', 6],
    ['ww', 19],
    ['dw', 2],
    ['isowk', 19],
    ['hh', 13],
    ['n', 14],
    ['s', 15],
    ['ms', 123],
    ['mcs', 123456],
    ['ns', 123456700],
    ['tz', 0],
  ])('%s', (name, expected) => {
    expect(partOf(datePartNamed(name)!, given, 7)).toBe(expected);
  });

  test('an unknown part', () => {
    expect(datePartNamed('fortnight')).toBe(undefined);
  });
});

describe('dateAdd', () => {
  test.each([
    ['month', 1, '2024-01-31', DATE, '2024-02-29'],
    ['month', -1, '2024-03-31', DATE, '2024-02-29'],
    ['quarter', 1, '2023-11-30', DATE, '2024-02-29'],
    ['year', -4, '2024-02-29 10:00', DT2, '2020-02-29 10:00:00.0000000'],
    ['week', 2, '2024-01-01', DATE, '2024-01-15'],
    ['hour', 25, '2024-01-01', DT, '2024-01-02 01:00:00.000'],
    ['millisecond', 1, '2024-01-01', DT, '2024-01-01 00:00:00.000'],
    ['millisecond', 2, '2024-01-01', DT, '2024-01-01 00:00:00.003'],
    ['millisecond', 2, '2024-01-01 23:59:59.997', DT, '2024-01-02 00:00:00.000'],
    ['second', 29, '2024-01-01', SMALLDATETIME, '2024-01-01 00:00:00.000'],
    ['second', 30, '2024-01-01', SMALLDATETIME, '2024-01-01 00:01:00.000'],
    ['nanosecond', 150, '2024-01-01', DT2, '2024-01-01 00:00:00.0000002'],
    ['nanosecond', 49, '2024-01-01', DT2, '2024-01-01 00:00:00.0000000'],
    ['hour', 25, '23:00', time(0), '00:00:00'],
    ['minute', -1, '2024-01-01 +02:00', DTO, undefined],
    ['year', 8000, '2024-01-01', DATE, undefined],
    ['day', 1, '9999-12-31', DT, undefined],
    ['day', -1, '1753-01-01', DT, undefined],
  ] as const)('%s %d to %s', (part, amount, text, type, expected) => {
    if (text.endsWith('+02:00')) {
      expect(shown(dateAdd(part, amount, value('2024-01-01 00:00 +02:00', type), type), type)).toBe('2023-12-31 23:59:00.0000000 +02:00');
    } else expect(shown(dateAdd(part, amount, value(text, type), type), type)).toBe(expected);
  });
});

describe('dateDiff', () => {
  const diff = (part: string, a: string, b: string, type: Type = DT2) =>
    dateDiff(datePartNamed(part)!, momentOf(type)(value(a, type)), momentOf(type)(value(b, type)));

  test.each([
    ['year', '2023-12-31 23:59:59.9999999', '2024-01-01', 1n],
    ['quarter', '2023-12-31', '2024-01-01', 1n],
    ['month', '2024-01-31', '2024-02-01', 1n],
    ['day', '2024-01-01 23:59', '2024-01-02 00:01', 1n],
    ['week', '2024-01-06', '2024-01-07', 1n],
    ['week', '2024-01-07', '2024-01-13', 0n],
    ['hour', '2024-01-01 00:59', '2024-01-01 01:00', 1n],
    ['second', '2024-01-01', '2023-12-31 23:59:59', -1n],
    ['millisecond', '2024-01-01', '2024-01-02', 86_400_000n],
    ['microsecond', '2024-01-01', '2024-01-01 00:00:01', 1_000_000n],
    ['nanosecond', '2024-01-01', '2024-01-01 00:00:00.0000001', 100n],
    ['weekday', '2024-01-01', '2024-01-08', 7n],
  ])('%s', (part, a, b, expected) => {
    expect(diff(part, a, b)).toBe(expected);
  });

  test('offsets count by UTC', () => {
    expect(diff('day', '2024-01-01 23:00 -05:00', '2024-01-02 00:00 -05:00', DTO)).toBe(0n);
    expect(diff('hour', '2024-01-01 12:00 +02:00', '2024-01-01 12:00 +00:00', DTO)).toBe(2n);
  });
});

describe('styles', () => {
  const moment = '2024-01-02 03:04:05.123';
  test.each([
    [0, 'Jan  2 2024  3:04AM'],
    [1, '01/02/24'],
    [2, '24.01.02'],
    [3, '02/01/24'],
    [4, '02.01.24'],
    [5, '02-01-24'],
    [6, '02 Jan 24'],
    [7, 'Jan 02, 24'],
    [8, '03:04:05'],
    [9, 'Jan  2 2024  3:04:05:123AM'],
    [10, '01-02-24'],
    [11, '24/01/02'],
    [12, '240102'],
    [13, '02 Jan 2024 03:04:05:123'],
    [14, '03:04:05:123'],
    [20, '2024-01-02 03:04:05'],
    [21, '2024-01-02 03:04:05.123'],
    [22, '01/02/24  3:04:05 AM'],
    [23, '2024-01-02'],
    [24, '03:04:05'],
    [25, '2024-01-02 03:04:05.123'],
    [100, 'Jan  2 2024  3:04AM'],
    [101, '01/02/2024'],
    [102, '2024.01.02'],
    [103, '02/01/2024'],
    [104, '02.01.2024'],
    [105, '02-01-2024'],
    [106, '02 Jan 2024'],
    [107, 'Jan 02, 2024'],
    [108, '03:04:05'],
    [109, 'Jan  2 2024  3:04:05:123AM'],
    [110, '01-02-2024'],
    [111, '2024/01/02'],
    [112, '20240102'],
    [113, '02 Jan 2024 03:04:05:123'],
    [114, '03:04:05:123'],
    [120, '2024-01-02 03:04:05'],
    [121, '2024-01-02 03:04:05.123'],
    [126, '2024-01-02T03:04:05.123'],
    [127, '2024-01-02T03:04:05.123'],
    [131, '21/06/1445  3:04:05:123AM'],
    [15, '281/1 15 is not a valid style number when converting from datetime to a character string.'],
  ])('datetime in style %d is %s', (style, expected) => {
    expect(cast(value(moment, DT), DT, V, { style })).toBe(expected);
  });

  test.each([
    [DT2, 9, 'Jan  2 2024  3:04:05.1230000AM'],
    [DT2, 121, '2024-01-02 03:04:05.1230000'],
    [datetime2(0), 121, '2024-01-02 03:04:05'],
    [datetime2(0), 113, '02 Jan 2024 03:04:05'],
    [DTO, 0, 'Jan  2 2024  3:04AM +00:00'],
    [DTO, 101, '01/02/2024'],
    [DTO, 126, '2024-01-02T03:04:05.1230000+00:00'],
    [DTO, 127, '2024-01-02T03:04:05.1230000Z'],
    [SMALLDATETIME, 121, '2024-01-02 03:04:00.000'],
    [DATE, 0, 'Jan  2 2024'],
    [DATE, 113, '02 Jan 2024'],
    [DATE, 121, '2024-01-02'],
    [DATE, 8, '8114/5 Error converting data type date to varchar.'],
    [DATE, 114, '281/1 114 is not a valid style number when converting from date to a character string.'],
    [time(3), 0, '3:04AM'],
    [time(3), 109, '3:04:05.123AM'],
    [time(3), 22, ' 3:04:05 AM'],
    [time(3), 121, '03:04:05.123'],
    [time(3), 101, '8114/5 Error converting data type time to varchar.'],
  ])('%o in style %d is %s', (type, style, expected) => {
    expect(cast(value(moment, type), type, V, { style })).toBe(expected);
  });

  test('defaults, offsets and fractions of zero', () => {
    expect(cast(value(moment, DT), DT, V)).toBe('Jan  2 2024  3:04AM');
    expect(cast(value(moment, DT2), DT2, V)).toBe('2024-01-02 03:04:05.1230000');
    expect(cast(value('2024-01-02', DT), DT, V, { style: 126 })).toBe('2024-01-02T00:00:00');
    expect(cast(value('2024-01-02 10:00 +05:30', DTO), DTO, V)).toBe('2024-01-02 10:00:00.0000000 +05:30');
    expect(cast(value('2024-01-02 10:00 +05:30', DTO), DTO, V, { style: 127 })).toBe('2024-01-02T04:30:00Z');
    expect(cast(value('2024-01-02 12:00', DT), DT, V)).toBe('Jan  2 2024 12:00PM');
    expect(cast(value(moment, DT), DT, varchar(6))).toBe('Jan  2');
  });

  test('month names are those of the language', () => {
    const german = environment({ language: 'German', dateFormat: 'dmy' });
    expect(cast(value('2024-03-04 05:06', DT), DT, V, {}, german)).toBe('Mär  4 2024  5:06AM');
    expect(cast(value('2024-03-04', DT), DT, V, { style: 106 }, german)).toBe('04 Mär 2024');
  });

  test('Islamic dates', () => {
    expect(cast(value('2024-01-02', DT), DT, N, { style: 130 })).toBe('21 جمادى الثانية 1445 12:00:00:000AM');
    expect(cast(value('2024-01-02', DT), DT, V, { style: 130 })).toMatch(/^21 \?+ \?+ 1445 12:00:00:000AM$/);
    expect(code(0, DATE, V, { style: 131 }, ENV)).toBe('9814/0');
  });
});
