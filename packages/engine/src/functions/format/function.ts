/** FORMAT(value, format, culture): numbers, dates and times as .NET writes them; the session's language decides when no culture is named. */

import { familyOf, isDateTime, isNumeric, nvarchar, type Type } from '@sprocket/tsql';
import type { Environment } from '../../environment.ts';
import { type Moment, momentOf } from '../../values/datetime.ts';
import { WIDTHS } from '../../values/ranges.ts';
import type { Present } from '../../values/value.ts';
import type { Builtin } from '../builtin.ts';
import { as, define, invalidArgument, type Param, strictText } from '../define.ts';
import { type Culture, cultureNamed, cultureOfLanguage } from './culture.ts';
import { formatDate } from './date.ts';
import { type FormattedNumber, formatNumber } from './number.ts';
import { formatTimeSpan } from './time-span.ts';

const formattable: Param = (argument, position, name) => {
  const { type } = argument;
  if (argument.untypedNull === true || type.name === 'bit' || !(isNumeric(type) || isDateTime(type)))
    throw invalidArgument(argument, position, name);
  return type;
};

const formatText: Param = (argument, position, name) => {
  if (argument.untypedNull === true) throw invalidArgument(argument, position, name);
  return strictText(argument, position, name);
};

type Format = (value: Present, format: string, culture: Culture, env: Environment) => string | null;

function formatterOf(type: Type): Format {
  if (type.name === 'time') return (value, format, culture) => formatTimeSpan(value as number, format, culture);
  if (!isDateTime(type)) return numberFormatter(type);
  const read = momentOf(type);
  const hasOffset = type.name === 'datetimeoffset';
  return (value, format, culture, env) => {
    const moment = wholeMilliseconds(read(value), type);
    // A date without an offset is local to the server.
    return formatDate({ ...moment, offset: hasOffset ? moment.offset : env.serverOffset, hasOffset }, format, culture);
  };
}

/** .NET holds a datetime to the millisecond, not to the 1/300 of a second. */
function wholeMilliseconds(moment: Moment, type: Type): Moment {
  return type.name === 'datetime' ? { ...moment, ticks: Math.round(moment.ticks / 10_000) * 10_000 } : moment;
}

function numberFormatter(type: Type): Format {
  const read = numberReader(type);
  return (value, format, culture) => formatNumber(read(value), format, culture);
}

function numberReader(type: Type): (value: Present) => FormattedNumber {
  switch (familyOf(type)) {
    case 'integer': {
      const bits = WIDTHS[type.name] ?? 32;
      return (value) => ({ unscaled: BigInt(value as number | bigint), scale: 0, bits });
    }
    case 'float':
      return floatReader(type.name === 'real' ? 7 : 15);
    default: {
      const scale = familyOf(type) === 'money' ? 4 : type.scale;
      return (value) => ({ unscaled: value as bigint, scale });
    }
  }
}

/** .NET Framework formats the first fifteen (seven) digits of a float and writes zeros for the rest. */
function floatReader(significant: number): (value: Present) => FormattedNumber {
  return (value) => {
    const [mantissa = '0', exponent = '0'] = (value as number).toExponential(significant - 1).split('e');
    const digits = BigInt(mantissa.replace('.', ''));
    const scale = significant - 1 - Number(exponent);
    return scale < 0 ? { unscaled: digits * 10n ** BigInt(-scale), scale: 0, significant } : { unscaled: digits, scale, significant };
  };
}

export const FORMAT: readonly Builtin[] = [
  define({
    name: 'FORMAT',
    params: [formattable, formatText, as(nvarchar(84))],
    optional: 1,
    returns: nvarchar(4000),
    nullable: true,
    evaluator: ({ params: [type] }) => {
      const format = formatterOf(type!);
      return (env: Environment, value: Present, pattern: string, name?: string) => {
        const culture = name === undefined ? cultureOfLanguage(env.options.language) : cultureNamed(name);
        return format(value, pattern, culture, env);
      };
    },
  }),
];
