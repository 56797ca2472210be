/**
 * The printf of RAISERROR and FORMATMESSAGE: `%[flags][width][.precision][l | L | h | I64]type` with the types s d i u o x X. Width and precision may be
 * `*`, which takes an int argument. An argument of the wrong type is 2786, a form that is not of this grammar 2787 with the rest of the text; the
 * result has at most 2,047 characters, the last three being points when it was longer.
 */

import { isBinary, isDecimal, isInteger, isString, type Type, typeToString } from '@sprocket/tsql';
import { sqlError } from '../errors.ts';
import type { Value } from '../values/value.ts';

/** An argument of RAISERROR with its type. */
export interface PrintfArgument {
  readonly type: Type;
  readonly value: Value;
}

const LIMIT = 2047;
const FORM = /%(?<flags>[-+0# ]*)(?<width>\d+|\*)?(?:\.(?<precision>\d+|\*))?(?<size>I64|l|L|h)?(?<type>[sdiuoxX])/y;

interface Form {
  readonly flags: string;
  readonly width: number;
  /** -1 where none is given. */
  readonly precision: number;
  readonly size: string;
  readonly type: string;
}

/** Hands out the arguments one after another, with their positions from 1. */
interface Supply {
  readonly next: () => PrintfArgument | undefined;
  readonly position: () => number;
}

/**
 * The message with its arguments filled in; `(null)` stands for NULL and for arguments that are missing. `first` is the position of the first
 * argument within the statement, which 2748 reports: RAISERROR has three before it.
 */
export function formatRaiserror(format: string, args: readonly PrintfArgument[], first = 4): string {
  args.forEach((argument, i) => {
    checkSubstitute(argument, i + first);
  });
  const text = expand(format, supplyOf(args.map(withoutFraction)));
  return text.length > LIMIT ? `${text.slice(0, LIMIT - 3)}...` : text;
}

/** 2748: only integers, strings, binaries and, strangely, decimals with a fraction can be substituted. */
function checkSubstitute({ type, value }: PrintfArgument, position: number): void {
  const isNumber = isInteger(type) ? type.name !== 'bit' : isDecimal(type) && type.scale > 0;
  const isBytes = type.name === 'binary' || type.name === 'varbinary';
  if (value !== null && !isNumber && !isString(type) && !isBytes) throw sqlError(2748, typeToString(type), position);
}

/** A decimal arrives as a bigint. */
function withoutFraction(argument: PrintfArgument): PrintfArgument {
  const { type, value } = argument;
  if (!isDecimal(type) || value === null) return argument;
  return { type: { ...type, name: 'bigint' }, value: (value as bigint) / 10n ** BigInt(type.scale) };
}

function supplyOf(args: readonly PrintfArgument[]): Supply {
  let taken = 0;
  return { next: () => args[taken++], position: () => taken };
}

function expand(format: string, supply: Supply): string {
  let text = '';
  let at = 0;
  for (let percent = format.indexOf('%'); percent >= 0; percent = format.indexOf('%', at)) {
    text += format.slice(at, percent);
    if (format[percent + 1] === '%') {
      text += '%';
      at = percent + 2;
    } else {
      FORM.lastIndex = percent;
      const match = FORM.exec(format);
      if (match === null || !isValid(match)) throw sqlError(2787, format.slice(percent));
      text += substitute(readForm(match, supply), supply);
      at = percent + match[0].length;
    }
  }
  return text + format.slice(at);
}

/** A flag stands once, and h is not for strings. */
function isValid({ groups }: RegExpExecArray): boolean {
  const flags = groups?.flags ?? '';
  return new Set(flags).size === flags.length && !(groups?.size === 'h' && groups.type === 's');
}

function readForm({ groups }: RegExpExecArray, supply: Supply): Form {
  const { flags = '', width, precision, size = '', type = '' } = groups ?? {};
  return { flags, width: measure(width, 0, supply), precision: measure(precision, -1, supply), size, type };
}

/** A width or precision; a negative one from an argument counts as none. */
function measure(written: string | undefined, absent: number, supply: Supply): number {
  if (written === undefined) return absent;
  if (written !== '*') return Number(written);
  const argument = supply.next();
  if (argument === undefined || argument.type.name !== 'int' || argument.value === null) throw sqlError(2786, supply.position());
  return Math.max(Number(argument.value), absent);
}

function substitute(form: Form, supply: Supply): string {
  const argument = supply.next();
  if (argument === undefined || argument.value === null) return pad('(null)', form);
  const text = form.type === 's' ? textual(form, argument) : numeric(form, argument);
  if (text === undefined) throw sqlError(2786, supply.position());
  return text;
}

/** Undefined for an argument that is no string. */
function textual(form: Form, { type, value }: PrintfArgument): string | undefined {
  if (!isString(type)) return undefined;
  const text = String(value);
  return pad(form.precision < 0 ? text : text.slice(0, form.precision), form);
}

/** Undefined for an argument that is no number of the form's size. */
function numeric(form: Form, argument: PrintfArgument): string | undefined {
  const n = integerOf(form, argument);
  if (n === undefined) return undefined;
  const signed = form.type === 'd' || form.type === 'i';
  const bits = form.size === 'I64' ? 64 : form.size === 'h' ? 16 : 32;
  const digits = signed ? (n < 0n ? -n : n).toString() : unsignedDigits(BigInt.asUintN(bits, n), form);
  const padded = form.precision === 0 && n === 0n ? '' : digits.padStart(form.precision, '0');
  const prefix = signed ? signOf(n, form.flags) : prefixOf(n, form);
  const zeros = form.flags.includes('0') && !form.flags.includes('-') && form.precision < 0;
  return zeros ? prefix + padded.padStart(form.width - prefix.length, '0') : pad(prefix + padded, form);
}

/** I64 is for bigint alone, h for smallint and tinyint, the rest for all integers but bigint and for the last four bytes of a binary. */
function integerOf({ size }: Form, { type, value }: PrintfArgument): bigint | undefined {
  if (isBinary(type)) return size === '' ? BigInt.asIntN(32, BigInt(`0x0${Buffer.from(value as Uint8Array).toString('hex')}`)) : undefined;
  if (!isInteger(type) || (type.name === 'bigint') !== (size === 'I64')) return undefined;
  if (size === 'h' && type.name !== 'smallint' && type.name !== 'tinyint') return undefined;
  return BigInt(value as number | bigint);
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

function pad(text: string, { flags, width }: Form): string {
  // A width beyond the limit would be cut anyway.
  const wide = Math.min(width, LIMIT + 1);
  return flags.includes('-') ? text.padEnd(wide) : text.padStart(wide);
}
