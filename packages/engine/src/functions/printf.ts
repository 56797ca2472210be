/**
 * The printf of RAISERROR and FORMATMESSAGE: `%[flags][width][.precision][l | h | I64]type` with the types s d i u o x X. Width and precision may be
 * `*`, which takes an int argument. RAISERROR refuses an argument of the wrong type (2786) and a form that it does not know (2787); the result has
 * at most 2,047 characters, the last three being points when it was longer.
 */

import { isInteger, isString, type Type } from '@sprocket/tsql';
import { sqlError, sqlErrorState } from '../errors.ts';
import type { Value } from '../values/value.ts';
import { typeWord } from './define.ts';

/** An argument of RAISERROR with its type. */
export interface PrintfArgument {
  readonly type: Type;
  readonly value: Value;
}

const LIMIT = 2047;
const FORM = /%(?<flags>[-+0# ]*)(?<width>\d+|\*)?(?:\.(?<precision>\d+|\*)?)?(?<size>I64|ll|hh|l|h)?(?<type>[a-zA-Z%])?/y;

interface Form {
  readonly flags: string;
  readonly width: number;
  /** -1 where none is given. */
  readonly precision: number;
  readonly size: string;
  readonly type: string;
}

/** The message with its arguments filled in; `(null)` stands for NULL and for arguments that are missing. */
export function formatRaiserror(format: string, args: readonly PrintfArgument[]): string {
  args.forEach(checkSubstitute);
  const text = expand(format, args);
  return text.length > LIMIT ? `${text.slice(0, LIMIT - 3)}...` : text;
}

/** 2748: only integers, strings and binaries can be substituted. */
export function checkSubstitute({ type, value }: PrintfArgument, index: number): void {
  const isBinary = type.name === 'binary' || type.name === 'varbinary';
  const allowed = (isInteger(type) && type.name !== 'bit') || isString(type) || isBinary || value === null;
  if (!allowed) throw sqlErrorState(2748, 1, typeWord(type), index + 1);
}

function expand(format: string, args: readonly PrintfArgument[]): string {
  let text = '';
  let next = 0;
  const take = (): PrintfArgument | undefined => args[next++];
  for (let at = 0; at < format.length; ) {
    const percent = format.indexOf('%', at);
    if (percent < 0) return text + format.slice(at);
    text += format.slice(at, percent);
    FORM.lastIndex = percent;
    const match = FORM.exec(format)!;
    at = percent + match[0].length;
    text += match.groups?.type === '%' ? '%' : substitute(readForm(match, take), take(), next);
  }
  return text;
}

function readForm(match: RegExpExecArray, take: () => PrintfArgument | undefined): Form {
  const { flags = '', width, precision, size = '', type = '' } = match.groups ?? {};
  const wide = width === '*' ? Number(take()?.value ?? 0) : Number(width ?? 0);
  const hasPoint = match[0].includes('.');
  const precise = precision === '*' ? Number(take()?.value ?? 0) : Number(precision ?? (hasPoint ? 0 : -1));
  if (!'sdiuoxX'.includes(type) || type === '') throw sqlError(2787, match[0]);
  return { flags: wide < 0 ? `${flags}-` : flags, width: Math.abs(wide), precision: precise, size, type };
}

function substitute(form: Form, argument: PrintfArgument | undefined, position: number): string {
  if (argument === undefined || argument.value === null) return pad('(null)', form, ' ');
  return form.type === 's' ? textual(form, argument, position) : numeric(form, argument, position);
}

function textual(form: Form, { type, value }: PrintfArgument, position: number): string {
  if (!isString(type)) throw sqlError(2786, position);
  const text = String(value);
  return pad(form.precision < 0 ? text : text.slice(0, form.precision), form, ' ');
}

function numeric(form: Form, { type, value }: PrintfArgument, position: number): string {
  const wide = form.size === 'I64';
  if (!isInteger(type) || (type.name === 'bigint') !== wide) throw sqlError(2786, position);
  const n = BigInt(value as number | bigint);
  const bits = wide ? 64 : 32;
  const signed = form.type === 'd' || form.type === 'i';
  const digits = signed ? (n < 0n ? -n : n).toString() : unsignedDigits(BigInt.asUintN(bits, n), form);
  const padded = digits.padStart(form.precision, '0');
  const prefix = signed ? signOf(n, form.flags) : prefixOf(n, form);
  const zeros = form.flags.includes('0') && !form.flags.includes('-') && form.precision < 0;
  return zeros ? prefix + padded.padStart(form.width - prefix.length, '0') : pad(prefix + padded, form, ' ');
}

function unsignedDigits(n: bigint, { type }: Form): string {
  const digits = n.toString(type === 'o' ? 8 : type === 'u' ? 10 : 16);
  return type === 'X' ? digits.toUpperCase() : digits;
}

function signOf(n: bigint, flags: string): string {
  if (n < 0n) return '-';
  return flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : '';
}

/** `#` marks octal and hexadecimal numbers other than 0. */
function prefixOf(n: bigint, { flags, type }: Form): string {
  if (!flags.includes('#') || n === 0n || type === 'u') return '';
  return type === 'o' ? '0' : `0${type}`;
}

function pad(text: string, { flags, width }: Form, filler: string): string {
  return flags.includes('-') ? text.padEnd(width, filler) : text.padStart(width, filler);
}
