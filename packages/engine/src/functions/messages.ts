/** FORMATMESSAGE, and the bytes of binaries as hexadecimal text (sys.fn_varbintohexstr, which scripts of tools call). */

import { BIT, INT, isInteger, isString, MAX, nvarchar, type Type, varbinary } from '@sprocket/tsql';
import type { Environment } from '../environment.ts';
import { ERRORS } from '../error-table.ts';
import type { Value } from '../values/value.ts';
import type { Builtin } from './builtin.ts';
import { any, as, define, int, invalidArgument, type Param } from './define.ts';
import { formatRaiserror } from './printf.ts';

/** The number of a message, or its text. */
const message: Param = (argument, position, name) => {
  if (isString(argument.type) || argument.untypedNull === true) return nvarchar(4000);
  if (isInteger(argument.type) && argument.type.name !== 'bit') return INT;
  throw invalidArgument(argument, position, name);
};

/** A message's text with printf forms: one added by sp_addmessage, or one of ours. */
function messageText(env: Environment, number: number): string | null {
  const added = env.metadata.lookup('MESSAGE_TEXT', number);
  if (typeof added === 'string') return added;
  return ERRORS[number]?.text.replace(/%(?:\.\*)?(?:ls|ld)/g, (form) => (form.endsWith('d') ? '%d' : '%s')) ?? null;
}

function formatMessage(types: readonly Type[]): (env: Environment, message: string | number | null, ...values: Value[]) => string | null {
  return (env, given, ...values) => {
    const text = typeof given === 'number' ? messageText(env, given) : given;
    if (text === null) return null;
    const args = values.map((value, i) => ({ type: types[i + 1]!, value }));
    return formatRaiserror(text, args, 2);
  };
}

/** Bytes from a 1-based start, all of the rest when `length` is not positive; NULL when the start is outside. */
function toHex(prefix: boolean, bytes: Uint8Array, start: number, length: number): string | null {
  if (start < 1 || start > bytes.length) return null;
  const part = bytes.subarray(start - 1, length <= 0 ? undefined : start - 1 + length);
  return (prefix ? '0x' : '') + Buffer.from(part).toString('hex');
}

export const MESSAGES: readonly Builtin[] = [
  define({
    name: 'FORMATMESSAGE',
    params: [message],
    rest: any,
    least: 1,
    most: 21,
    returns: nvarchar(2048),
    nullable: true,
    nullCall: true,
    volatility: 'statement',
    evaluator: ({ params }) => formatMessage(params),
  }),
  define({
    name: 'FN_VARBINTOHEXSTR',
    params: [as(varbinary(MAX))],
    returns: nvarchar(MAX),
    nullable: true,
    evaluate: (_, bytes: Uint8Array) => toHex(true, bytes, 1, 0),
  }),
  define({
    name: 'FN_VARBINTOHEXSUBSTRING',
    params: [as(BIT), as(varbinary(MAX)), int, int],
    returns: nvarchar(MAX),
    nullable: true,
    evaluate: (_, prefix: number, bytes: Uint8Array, start: number, length: number) => toHex(prefix === 1, bytes, start, length),
  }),
];
