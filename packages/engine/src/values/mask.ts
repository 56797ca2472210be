/**
 * Data masking functions: what who may not see a value gets in its place. A function is known by its canonical text, which the catalog keeps and
 * sys.masked_columns shows. NULL stays NULL.
 */

import { familyOf, isNumeric, isString, MAX, nvarchar, type Type, varchar } from '@sprocket/tsql';
import type { Environment } from '../environment.ts';
import { converter } from './convert.ts';
import { isVariant, type Value, type Variant } from './value.ts';

export type MaskFunction =
  | { readonly name: 'default' }
  | { readonly name: 'email' }
  | { readonly name: 'random'; readonly from: string; readonly to: string }
  | { readonly name: 'partial'; readonly prefix: number; readonly padding: string; readonly suffix: number }
  | { readonly name: 'datetime'; readonly part: DatePart };

/** Year, month, day, hour, minute, second. */
export type DatePart = 'Y' | 'M' | 'D' | 'h' | 'm' | 's';

export const DEFAULT_MASK: MaskFunction = { name: 'default' };

export type Masker = (value: NonNullable<Value>, env: Environment) => Value;

/** The text that sys.masked_columns shows. */
export function maskText(mask: MaskFunction): string {
  switch (mask.name) {
    case 'default':
    case 'email':
      return `${mask.name}()`;
    case 'random':
      return `random(${mask.from}, ${mask.to})`;
    case 'partial':
      return `partial(${mask.prefix}, "${mask.padding.replaceAll('"', '""')}", ${mask.suffix})`;
    case 'datetime':
      return `datetime("${mask.part}")`;
  }
}

/** What a value of the type becomes. */
export function masker(mask: MaskFunction, type: Type): Masker {
  switch (mask.name) {
    case 'default':
      return defaultMasker(type);
    case 'email':
      return fitted(type, (text) => (text === '' ? ANYTHING : `${text.slice(0, 1)}XXX@XXXX.com`));
    case 'partial':
      return fitted(type, (text) => partial(text, mask));
    case 'random':
      return randomMasker(Number(mask.from), Number(mask.to), type);
    case 'datetime':
      return datetimeMasker(mask.part, type);
  }
}

const ANYTHING = 'xxxx';

const TEXT = varchar(MAX);

function fitted(type: Type, mask: (text: string) => string): Masker {
  const fit = (text: string): string => (type.length > 0 ? text.slice(0, type.length) : text);
  return (value) => fit(mask(String(value)));
}

/** Nothing of a value shows that has no more characters than would. */
function partial(text: string, { prefix, padding, suffix }: Extract<MaskFunction, { name: 'partial' }>): string {
  if (text.length <= prefix + suffix) return padding;
  return text.slice(0, prefix) + padding + text.slice(text.length - suffix);
}

function defaultMasker(type: Type): Masker {
  if (isString(type)) return fitted(type, () => ANYTHING);
  switch (familyOf(type)) {
    case 'binary':
      return () => new Uint8Array([0x30]);
    case 'variant':
      return (value, env) => (isVariant(value) ? maskedVariant(value, env) : value);
    case 'xml':
      return () => '<masked />';
    case 'guid':
      return fromText('00000000-0000-0000-0000-000000000000', type);
    case 'datetime':
      return fromText(type.name === 'time' ? '00:00:00' : '1900-01-01', type);
    default:
      return isNumeric(type) ? fromText('0', type) : () => null;
  }
}

function maskedVariant({ type, value }: Variant, env: Environment): Value {
  if (isString(type)) return { type: { ...type, length: ANYTHING.length }, value: ANYTHING };
  const masked = value === null ? null : defaultMasker(type)(value, env);
  return { type, value: masked as Variant['value'] };
}

function fromText(text: string, type: Type): Masker {
  const convert = converter(TEXT, type);
  return (_value, env) => convert(text, env);
}

function randomMasker(from: number, to: number, type: Type): Masker {
  const whole = familyOf(type) === 'integer';
  const convert = converter(TEXT, type);
  const digits = type.name === 'float' || type.name === 'real' ? 6 : type.name === 'money' || type.name === 'smallmoney' ? 4 : type.scale;
  return (_value, env) => {
    const drawn = whole ? from + Math.floor(Math.random() * (to - from + 1)) : from + Math.random() * (to - from);
    return convert(whole ? String(drawn) : Math.min(to, drawn).toFixed(digits), env);
  };
}

/** Where the parts stand in `yyyy-mm-dd hh:mi:ss`. */
const PARTS: Readonly<Record<DatePart, { readonly at: number; readonly text: string }>> = {
  Y: { at: 0, text: '2000' },
  M: { at: 5, text: '01' },
  D: { at: 8, text: '01' },
  h: { at: 11, text: '00' },
  m: { at: 14, text: '00' },
  s: { at: 17, text: '00' },
};

const TIME_AT = 11;

/** One part is masked; fractions of a second never show. */
function datetimeMasker(part: DatePart, type: Type): Masker {
  const toText = converter(type, nvarchar(40), { style: 121 });
  const fromShown = converter(nvarchar(40), type, { style: 121 });
  const start = type.name === 'time' ? TIME_AT : 0;
  const width = type.name === 'date' ? 10 : type.name === 'time' ? 8 : 19;
  const { at, text } = PARTS[part];
  return (value, env) => {
    const shown = String(toText(value, env)).slice(0, width);
    const place = at - start;
    return fromShown(shown.slice(0, place) + text + shown.slice(place + text.length), env);
  };
}
