/**
 * Reading, adding and counting date parts: DATEPART, DATENAME, DATEADD, DATEDIFF, EOMONTH, ISDATE. The part is the constant first argument of a call
 * and is resolved once. A string date is a datetime to DATEADD and keeps seven digits elsewhere.
 */

import { BIGINT, DATE, DATETIME, datetimeoffset, INT, isNumeric, isString, nvarchar, type Type, varchar } from '@sprocket/tsql';
import type { Environment } from '../environment.ts';
import { sqlError } from '../errors.ts';
import { converter } from '../values/convert.ts';
import {
  addToMoment,
  civilFromDays,
  type DatePart,
  dateAdd,
  dateDiff,
  daysInMonth,
  isoWeekday,
  languageOf,
  type Moment,
  momentOf,
  partOf,
} from '../values/datetime.ts';
import type { Present, Value } from '../values/value.ts';
import type { Argument, Builtin, Evaluate, Signature } from './builtin.ts';
import { checkAddable, checkPart, datePartOf } from './date-parts.ts';
import { as, define, int, invalidArgument, moment, type Param, whole } from './define.ts';

/** A date of which a part is read: an offset in a string counts only when it is asked for. */
function readDate(argument: Argument, part: DatePart, position: number, name: string): Type {
  const type = moment(argument, position, name);
  return part === 'tzoffset' && isString(argument.type) ? datetimeoffset(7) : type;
}

function partSignature(name: string, returns: Type) {
  return (args: readonly Argument[]): Signature => {
    const part = datePartOf(args[0], name);
    const type = readDate(args[1]!, part, 2, name);
    checkPart(part, type, name);
    return { params: [varchar(30), type], returns };
  };
}

/** Reads one part of values of a type. */
function partReader(part: DatePart, type: Type): (env: Environment, value: Present) => number {
  const read = momentOf(type);
  return (env, value) => partOf(part, read(value), env.options.dateFirst);
}

/** DATENAME: months and weekdays by name in the session's language, an offset as +hh:mm, the rest as digits. */
function partName(part: DatePart, at: Moment, env: Environment): string {
  const language = languageOf(env.options.language);
  switch (part) {
    case 'month':
      return language.months[civilFromDays(at.day).month - 1]!;
    case 'weekday':
      return language.days[isoWeekday(at.day) - 1]!;
    case 'tzoffset':
      return offsetText(at.offset);
    default:
      return String(partOf(part, at, env.options.dateFirst));
  }
}

/** `+05:30` */
export function offsetText(offset: number): string {
  const minutes = Math.abs(offset);
  const pad = (n: number): string => String(n).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

/** YEAR, MONTH and DAY are DATEPART with the part in the name. */
const shortRow = (name: string, part: DatePart): Builtin => ({
  name,
  minArgs: 1,
  maxArgs: 1,
  signature: ([date]) => {
    const type = moment(date!, 1, name);
    checkPart(part, type, name);
    return { params: [type], returns: INT };
  },
  evaluator: ({ params: [type] }) => partReader(part, type!),
});

/** How far DATEADD moves: any number, cut to a whole one; no string. */
function amountType(argument: Argument, name: string): Type {
  if (argument.untypedNull !== true && !isNumeric(argument.type)) throw invalidArgument(argument, 2, name);
  return whole(argument, 2, name);
}

function addSignature(args: readonly Argument[]): Signature {
  const part = datePartOf(args[0], 'dateadd');
  const date = moment(args[2]!, 3, 'dateadd');
  const type = isString(args[2]!.type) ? DATETIME : date;
  checkAddable(part, type, 'dateadd');
  return { params: [varchar(30), amountType(args[1]!, 'dateadd'), type], returns: type };
}

function adder({ returns }: Signature, args: readonly Argument[]): Evaluate {
  const part = datePartOf(args[0], 'dateadd');
  return (_: Environment, __: Value, amount: number | bigint, value: Present) => {
    const moved = dateAdd(part, amount, value, returns);
    if (moved === undefined) throw sqlError(517, returns.name);
    return moved;
  };
}

function differenceRow(name: string, returns: Type): Builtin {
  return {
    name,
    minArgs: 3,
    maxArgs: 3,
    datePart: true,
    signature: (args) => {
      const part = datePartOf(args[0], name);
      if (part === 'tzoffset' || part === 'iso_week') throw sqlError(9806, part, name.toLowerCase());
      return { params: [varchar(30), moment(args[1]!, 2, name), moment(args[2]!, 3, name)], returns };
    },
    evaluator: ({ params: [, from, to] }, args) => {
      const part = datePartOf(args[0], name);
      const readFrom = momentOf(from!);
      const readTo = momentOf(to!);
      const finish = returns.name === 'int' ? (n: bigint) => asInt(n, name) : (n: bigint) => asBigint(n, name);
      return (_: Environment, __: Value, a: Present, b: Present) => finish(dateDiff(part, readFrom(a), readTo(b)));
    },
  };
}

function asInt(n: bigint, name: string): number {
  const small = Number(n);
  if (small > 0x7fffffff || small < -0x80000000) throw sqlError(535, name.toLowerCase(), name.toLowerCase());
  return small;
}

function asBigint(n: bigint, name: string): bigint {
  if (BigInt.asIntN(64, n) !== n) throw sqlError(535, name.toLowerCase(), name.toLowerCase());
  return n;
}

/** The last day of the month that lies `months` away. */
function endOfMonth(day: number, months: number): number {
  const moved = addToMoment('month', months, { day, ticks: 0, offset: 0 });
  if (moved === undefined) throw sqlError(517, 'date');
  const { year, month, day: ofMonth } = civilFromDays(moved.day);
  return moved.day + daysInMonth(year, month) - ofMonth;
}

/** ISDATE is about datetime: it refuses the newer types and knows no text that datetime cannot hold. */
const datable: Param = (argument, position, name) => {
  if (['date', 'time', 'datetime2', 'datetimeoffset', 'text', 'ntext', 'image', 'xml'].includes(argument.type.name)) {
    throw invalidArgument(argument, position, name);
  }
  return ['tinyint', 'smallint', 'int', 'bigint'].includes(argument.type.name) ? varchar(24) : argument.type;
};

function isDate(type: Type): Evaluate {
  if (type.name === 'datetime' || type.name === 'smalldatetime') return (_: Environment, value: Value) => (value === null ? 0 : 1);
  if (!isString(type)) return () => 0;
  const convert = converter(type, DATETIME, { isTry: true });
  return (env: Environment, value: string | null) => (value === null || value.trim() === '' || convert(value, env) === null ? 0 : 1);
}

export const DATE_ARITHMETIC: readonly Builtin[] = [
  {
    name: 'DATEPART',
    minArgs: 2,
    maxArgs: 2,
    datePart: true,
    signature: partSignature('DATEPART', INT),
    evaluator: ({ params: [, type] }, args) => {
      const read = partReader(datePartOf(args[0], 'datepart'), type!);
      return (env: Environment, _: Value, value: Present) => read(env, value);
    },
  },
  {
    name: 'DATENAME',
    minArgs: 2,
    maxArgs: 2,
    datePart: true,
    signature: partSignature('DATENAME', nvarchar(30)),
    evaluator: ({ params: [, type] }, args) => {
      const part = datePartOf(args[0], 'datename');
      const read = momentOf(type!);
      return (env: Environment, _: Value, value: Present) => partName(part, read(value), env);
    },
  },
  shortRow('YEAR', 'year'),
  shortRow('MONTH', 'month'),
  shortRow('DAY', 'day'),
  { name: 'DATEADD', minArgs: 3, maxArgs: 3, datePart: true, signature: addSignature, evaluator: adder },
  differenceRow('DATEDIFF', INT),
  differenceRow('DATEDIFF_BIG', BIGINT),
  define({
    name: 'EOMONTH',
    params: [as(DATE), int],
    optional: 1,
    returns: DATE,
    nullCall: true,
    nullable: true,
    // A NULL number of months counts as 0.
    evaluate: (_, day: number | null, months?: number | null) => (day === null ? null : endOfMonth(day, months ?? 0)),
  }),
  define({
    name: 'ISDATE',
    params: [datable],
    returns: INT,
    nullCall: true,
    nullable: false,
    evaluator: ({ params: [type] }) => isDate(type!),
  }),
];
