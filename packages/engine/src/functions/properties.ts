/** Functions about values and names that need no catalog: properties of collations and of sql_variant values, TERTIARY_WEIGHTS. */

import { INT, isDecimal, isString, isUnicode, MAX, nvarchar, SQL_VARIANT, SYSNAME, TINYINT, type Type, varbinary } from '@sprocket/tsql';
import { byteLength, type Collation, collation, collationOf, DEFAULT_COLLATION } from '../values/collation.ts';
import { isVariant, type Present, type Value, type Variant } from '../values/value.ts';
import type { Builtin } from './builtin.ts';
import { any, define, invalidArgument, type Param, sysname, text } from './define.ts';
import { encodeAs } from './encoding.ts';
import { storageSize } from './storage-size.ts';

const variantOf = (type: Type, value: Present): Value => ({ type, value: value as Variant['value'] });
const numberOf = (value: number): Value => variantOf(INT, value);
const nameOf = (value: string): Value => variantOf(SYSNAME, value);

/** Flags of the comparison style: what the collation ignores. */
function comparisonStyle(of: Collation): number {
  if (of.binary) return 0;
  return (of.caseSensitive ? 0 : 1) + (of.accentSensitive ? 0 : 2) + (of.kanaSensitive ? 0 : 0x10000) + (of.widthSensitive ? 0 : 0x20000);
}

/** Version numbers as COLLATIONPROPERTY counts them. */
const VERSIONS: Readonly<Record<number, number>> = { 80: 0, 90: 1, 100: 2, 140: 3, 160: 4 };

const COLLATION_PROPERTIES: Readonly<Record<string, (of: Collation) => Value>> = {
  name: (of) => variantOf(nvarchar(128), of.name),
  codepage: (of) => numberOf(of.codePage),
  lcid: (of) => numberOf(of.lcid),
  comparisonstyle: (of) => numberOf(comparisonStyle(of)),
  version: (of) => variantOf(TINYINT, VERSIONS[of.version] ?? 0),
};

function collationProperty(name: string, property: string): Value {
  const found = collation(name.trimEnd());
  return found === undefined ? null : (COLLATION_PROPERTIES[property.trimEnd().toLowerCase()]?.(found) ?? null);
}

/** Precision and scale of the types that do not carry them. */
const DIGITS: Readonly<Record<string, readonly [number, number]>> = {
  bit: [1, 0],
  tinyint: [3, 0],
  smallint: [5, 0],
  int: [10, 0],
  bigint: [19, 0],
  smallmoney: [10, 4],
  money: [19, 4],
  real: [24, 0],
  float: [53, 0],
  date: [10, 0],
  datetime: [23, 3],
  smalldatetime: [16, 0],
};

/** Characters of a date and time type with a fraction, without it. */
const CLOCK_WIDTHS: Readonly<Record<string, number>> = { time: 8, datetime2: 19, datetimeoffset: 26 };

function digitsOf(type: Type): readonly [number, number] {
  if (isDecimal(type)) return [type.precision, type.scale];
  const width = CLOCK_WIDTHS[type.name];
  if (width !== undefined) return [width + (type.scale === 0 ? 0 : type.scale + 1), type.scale];
  return DIGITS[type.name] ?? [0, 0];
}

/** Bytes that a variant spends beside the value. */
function overhead(type: Type): number {
  if (isString(type)) return 8;
  if (isDecimal(type) || type.name === 'binary' || type.name === 'varbinary') return 4;
  return CLOCK_WIDTHS[type.name] === undefined ? 2 : 3;
}

function valueSize(type: Type, value: Present): number {
  if (isString(type)) return byteLength(value as string, type);
  return value instanceof Uint8Array ? value.length : storageSize(type);
}

const VARIANT_PROPERTIES: Readonly<Record<string, (type: Type, value: Present) => Value>> = {
  basetype: (type) => nameOf(type.name === 'rowversion' ? 'timestamp' : type.name),
  precision: (type) => numberOf(digitsOf(type)[0]),
  scale: (type) => numberOf(digitsOf(type)[1]),
  maxlength: (type) => numberOf(storageSize(type)),
  totalbytes: (type, value) => numberOf(valueSize(type, value) + overhead(type)),
  collation: (type) => (isString(type) ? nameOf(type.collation ?? DEFAULT_COLLATION) : null),
};

/** Types that a sql_variant cannot hold have no properties. */
function fitsVariant(type: Type): boolean {
  return (
    type.length !== MAX && !['text', 'ntext', 'image', 'xml', 'hierarchyid', 'geometry', 'geography', 'rowversion'].includes(type.name)
  );
}

function variantProperty(type: Type, value: Present, property: string): Value {
  if (isVariant(value)) return variantProperty(value.type, value.value, property);
  return fitsVariant(type) ? (VARIANT_PROPERTIES[property.trimEnd().toLowerCase()]?.(type, value) ?? null) : null;
}

/** Sort orders that tell equal strings apart when they put them in order. Their weights are not public: bytes of the code page do as well. */
const TERTIARY: ReadonlySet<number> = new Set([
  33, 34, 43, 44, 49, 53, 54, 56, 57, 58, 82, 84, 86, 88, 90, 92, 94, 96, 106, 108, 113, 114, 130, 146, 154, 156, 158, 160, 183, 184, 185,
  186,
]);

const codePageText: Param = (argument, position, name) => {
  if (isUnicode(argument.type)) throw invalidArgument(argument, position, name);
  return text(argument, position, name);
};

export const PROPERTIES: readonly Builtin[] = [
  define({
    name: 'COLLATIONPROPERTY',
    params: [sysname, sysname],
    returns: SQL_VARIANT,
    nullable: true,
    evaluate: (_, name: string, property: string) => collationProperty(name, property),
  }),
  define({
    name: 'TERTIARY_WEIGHTS',
    params: [codePageText],
    returns: ([type]) => varbinary(type?.length ?? 1),
    nullable: true,
    evaluator: ({ params: [type] }) => {
      if (!TERTIARY.has(collationOf(type!).sortId)) return () => null;
      return (_, s: string) => encodeAs(s, type!);
    },
  }),
  define({
    name: 'SQL_VARIANT_PROPERTY',
    params: [any, sysname],
    returns: SQL_VARIANT,
    nullable: true,
    evaluator:
      ({ params: [type] }) =>
      (_, value: Present, property: string) =>
        variantProperty(type!, value, property),
  }),
];
