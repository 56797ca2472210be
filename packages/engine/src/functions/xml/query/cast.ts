/** Casts between atomic types: `xs:int("5")`, `"5" cast as xs:int?`. What does not convert is the empty sequence. */

import { type Atom, type AtomType, atom, double, parseDouble, parseExact, SCALE, text, toDouble } from './atom.ts';

type Cast = (from: Atom) => Atom | undefined;

/** By the type's name; a type that is missing here does not exist. */
export const CASTS: Readonly<Record<string, Cast>> = {
  'xs:string': (from) => atom('xs:string', text(from)),
  'xdt:untypedAtomic': (from) => atom('xdt:untypedAtomic', text(from)),
  'xs:boolean': toBoolean,
  'xs:decimal': (from) => exact(from, 'xs:decimal'),
  'xs:integer': within(undefined, undefined),
  'xs:long': within(-(2n ** 63n), 2n ** 63n - 1n),
  'xs:int': within(-(2n ** 31n), 2n ** 31n - 1n),
  'xs:short': within(-32768n, 32767n),
  'xs:byte': within(-128n, 127n),
  'xs:unsignedLong': within(0n, 2n ** 64n - 1n),
  'xs:unsignedInt': within(0n, 2n ** 32n - 1n),
  'xs:unsignedShort': within(0n, 65535n),
  'xs:unsignedByte': within(0n, 255n),
  'xs:nonNegativeInteger': within(0n, undefined),
  'xs:positiveInteger': within(1n, undefined),
  'xs:nonPositiveInteger': within(undefined, 0n),
  'xs:negativeInteger': within(undefined, -1n),
  'xs:double': (from) => approximate(from, 'xs:double'),
  'xs:float': (from) => approximate(from, 'xs:float'),
  'xs:date': lexical('xs:date', /^-?\d{4,}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(Z|[+-]\d\d:\d\d)?$/),
  'xs:time': lexical('xs:time', /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]\d\d:\d\d)?$/),
  'xs:dateTime': lexical(
    'xs:dateTime',
    /^-?\d{4,}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]\d\d:\d\d)?$/,
  ),
  'xs:anyURI': lexical('xs:anyURI', /^\S*$/),
  'xs:base64Binary': recoded('xs:hexBinary', lexical('xs:base64Binary', /^[A-Za-z0-9+/\s]*={0,2}$/), (hex) =>
    Buffer.from(hex, 'hex').toString('base64'),
  ),
  'xs:hexBinary': recoded('xs:base64Binary', lexical('xs:hexBinary', /^([0-9a-fA-F]{2})*$/), (bytes) =>
    Buffer.from(bytes, 'base64').toString('hex').toUpperCase(),
  ),
};

function toBoolean(from: Atom): Atom | undefined {
  if (typeof from.value === 'boolean') return from;
  if (typeof from.value === 'bigint' || typeof from.value === 'number') return atom('xs:boolean', Number(from.value) !== 0);
  const written = from.value.trim();
  if (written === 'true' || written === '1') return atom('xs:boolean', true);
  return written === 'false' || written === '0' ? atom('xs:boolean', false) : undefined;
}

function exact(from: Atom, type: AtomType): Atom | undefined {
  if (typeof from.value === 'bigint') return atom(type, from.value);
  const value = typeof from.value === 'number' ? parseExact(from.value.toFixed(10)) : parseExact(text(from));
  return value === undefined ? undefined : atom(type, value);
}

/** An integer type and its range; a number is cut, a text must be an integer. */
function within(low: bigint | undefined, high: bigint | undefined): Cast {
  return (from) => {
    if (typeof from.value === 'string' && !/^\s*[+-]?\d+\s*$/.test(from.value)) return undefined;
    const value = exact(typeof from.value === 'boolean' ? double(from.value ? 1 : 0) : from, 'xs:integer')?.value as bigint | undefined;
    if (value === undefined) return undefined;
    const whole = value / SCALE;
    if ((low !== undefined && whole < low) || (high !== undefined && whole > high)) return undefined;
    return atom('xs:integer', whole * SCALE);
  };
}

function approximate(from: Atom, type: 'xs:double' | 'xs:float'): Atom | undefined {
  const value = typeof from.value === 'string' ? parseDouble(from.value) : toDouble(from);
  return Number.isNaN(value) ? undefined : atom(type, value);
}

function lexical(type: AtomType, form: RegExp): Cast {
  return (from) => {
    const written = text(from).trim();
    return form.test(written) ? atom(type, written) : undefined;
  };
}

/** The same bytes in the other notation; anything else is read as text. */
function recoded(other: AtomType, read: Cast, recode: (written: string) => string): Cast {
  return (from) => read(from.type === other ? atom(from.type, recode(text(from))) : from);
}
