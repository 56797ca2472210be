/**
 * PARSE and TRY_PARSE: text to a number or a date by the rules of a culture. The binder writes `PARSE(x AS type USING culture)` as a call with the type's
 * name and the culture as further arguments, the culture empty when none is given. Text that does not fit is 9819, or NULL for TRY_PARSE.
 */

import {
  BIGINT,
  DATE,
  DATETIME,
  datetime2,
  datetimeoffset,
  decimal,
  FLOAT,
  familyOf,
  INT,
  MONEY,
  numeric,
  nvarchar,
  REAL,
  SMALLDATETIME,
  SMALLINT,
  SMALLMONEY,
  TINYINT,
  type Type,
  time,
  typeToString,
  varchar,
} from '@sprocket/tsql';
import type { Environment } from '../../environment.ts';
import { sqlError } from '../../errors.ts';
import { fromMoment, momentOf } from '../../values/datetime.ts';
import { fitsPrecision, floatFromDecimal, rescale } from '../../values/decimal.ts';
import { BIGINT_MAX, BIGINT_MIN, MONEY_RANGES, RANGES } from '../../values/ranges.ts';
import type { Value } from '../../values/value.ts';
import type { Argument, Builtin, Evaluate, Signature } from '../builtin.ts';
import { invalidArgument, text } from '../define.ts';
import { type Culture, cultureNamed, cultureOfLanguage } from './culture.ts';
import { parseDate } from './parse-date.ts';
import { parseNumber } from './parse-number.ts';

/** The types that PARSE knows, by name, made from their arguments. */
const TYPES: Readonly<Record<string, (a?: number, b?: number) => Type>> = {
  tinyint: () => TINYINT,
  smallint: () => SMALLINT,
  int: () => INT,
  bigint: () => BIGINT,
  decimal: (p = 18, s = 0) => decimal(p, s),
  numeric: (p = 18, s = 0) => numeric(p, s),
  money: () => MONEY,
  smallmoney: () => SMALLMONEY,
  float: () => FLOAT,
  real: () => REAL,
  date: () => DATE,
  time,
  datetime: () => DATETIME,
  smalldatetime: () => SMALLDATETIME,
  datetime2,
  datetimeoffset,
};

/** Reads `decimal(10,2)`; undefined for a type that PARSE does not know. */
function typeNamed(spelling: string): Type | undefined {
  const match = /^(\w+)(?:\((\d+)(?:,\s*(\d+))?\))?$/.exec(spelling.trim().toLowerCase());
  if (match === null) return undefined;
  const [, name = '', a, b] = match;
  return TYPES[name]?.(a === undefined ? undefined : Number(a), b === undefined ? undefined : Number(b));
}

type Parse = (text: string, culture: Culture, env: Environment) => Value | undefined;

function parserOf(type: Type): Parse {
  switch (familyOf(type)) {
    case 'integer':
      return (value, culture) =>
        toInteger(parseNumber(value, culture, { point: true, groups: true, currency: false, exponent: false }), type);
    case 'float':
      return (value, culture) => {
        const number = parseNumber(value, culture, { point: true, groups: true, currency: false, exponent: true });
        const float = number === undefined ? undefined : floatFromDecimal(number.unscaled, number.scale);
        return float === undefined || !Number.isFinite(float) ? undefined : type.name === 'real' ? Math.fround(float) : float;
      };
    case 'datetime':
      return dateParser(type);
    default:
      return exactParser(type);
  }
}

function toInteger(number: { unscaled: bigint; scale: number } | undefined, type: Type): Value | undefined {
  // A fraction of zeros is still a whole number.
  if (number === undefined || rescale(rescale(number.unscaled, number.scale, 0), 0, number.scale) !== number.unscaled) return undefined;
  const whole = rescale(number.unscaled, number.scale, 0);
  const range = RANGES[type.name];
  if (range === undefined) return whole >= BIGINT_MIN && whole <= BIGINT_MAX ? whole : undefined;
  return whole >= range.min && whole <= range.max ? Number(whole) : undefined;
}

function exactParser(type: Type): Parse {
  const money = MONEY_RANGES[type.name];
  const scale = money === undefined ? type.scale : 4;
  return (value, culture) => {
    const number = parseNumber(value, culture, { point: true, groups: true, currency: money !== undefined, exponent: false });
    if (number === undefined) return undefined;
    const unscaled = rescale(number.unscaled, number.scale, scale);
    const fits = money === undefined ? fitsPrecision(unscaled, type.precision) : unscaled >= money.min && unscaled <= money.max;
    return fits ? unscaled : undefined;
  };
}

const readNow = momentOf(datetime2(7));

function dateParser(type: Type): Parse {
  const write = fromMoment(type);
  return (value, culture, env) => {
    const moment = parseDate(value, culture, readNow(env.statementTime).day);
    if (moment === undefined) return undefined;
    const offset = type.name === 'datetimeoffset' && !moment.hasOffset ? env.serverOffset : moment.offset;
    return write({ ...moment, offset });
  };
}

function signature(args: readonly Argument[]): Signature {
  const [value, target] = args as readonly [Argument, Argument];
  const type = typeNamed(String(target.constant));
  const source = text(value, 1, 'parse');
  if (type === undefined) throw invalidArgument({ ...value, type: value.type }, 1, 'parse');
  return {
    params: [source.name === 'char' || source.name === 'varchar' ? varchar(4000) : nvarchar(4000), varchar(128), nvarchar(84)],
    returns: type,
    nullable: true,
  };
}

const parseRow = (name: string, isTry: boolean): Builtin => ({
  name,
  minArgs: 3,
  maxArgs: 3,
  volatility: 'statement',
  signature,
  evaluator: ({ returns }): Evaluate => {
    const parse = parserOf(returns);
    return (env: Environment, value: string, _: string, name: string) => {
      const culture = name === '' ? cultureOfLanguage(env.options.language) : cultureNamed(name);
      const parsed = parse(value, culture, env);
      if (parsed !== undefined) return parsed;
      if (isTry) return null;
      throw sqlError(9819, value, typeToString(returns).replace(/\(.*/, ''), name);
    };
  },
});

export const PARSE: readonly Builtin[] = [parseRow('PARSE', false), parseRow('TRY_PARSE', true)];
