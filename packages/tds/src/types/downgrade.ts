/**
 * Types that a connection does not know are sent as older ones, as SQL Server does: dates as text before TDS 7.3,
 * (max) types and xml as text, ntext and image before 7.2, json and UTF-8 as Unicode text for clients that did not
 * ask for them. A row here is a type, the condition, the replacement and the conversion of its values.
 */

import { isUtf8 } from '../collation/code-page-of.ts';
import { DEFAULT_COLLATION } from '../collation/collation.ts';
import type { Protocol } from '../protocol.ts';
import { dateText, dateTimeOffsetText, dateTimeText, timeText } from './date-text.ts';
import { MAX, type TypeInfo, type TypeName, type TypeOf, type Values, type Variant } from './type-info.ts';

/** A type in the form that a connection can read. `convert` is absent where the values stay as they are. */
export interface SentType<V = Values[TypeName]> {
  readonly type: TypeInfo;
  readonly convert?: (value: V) => Values[TypeName];
}

/** The type to send instead of `type`, or `type` itself. */
export function sentType(type: TypeInfo, protocol: Protocol): SentType {
  const downgrade = DOWNGRADES[type.name] as ((type: TypeInfo, protocol: Protocol) => SentType<never> | undefined) | undefined;
  const sent = downgrade?.(type, protocol) as SentType | undefined;
  return sent ?? { type };
}

type Downgrade<N extends TypeName> = (type: TypeOf<N>, protocol: Protocol) => SentType<Values[N]> | undefined;

const DOWNGRADES: { readonly [N in TypeName]?: Downgrade<N> } = {
  date: (_type, { dateTypes }) => (dateTypes ? undefined : { type: unicode(10), convert: dateText }),
  time: ({ scale }, { dateTypes }) => (dateTypes ? undefined : { type: unicode(16), convert: (value) => timeText(value, scale) }),
  datetime2: ({ scale }, { dateTypes }) => (dateTypes ? undefined : { type: unicode(27), convert: (value) => dateTimeText(value, scale) }),
  datetimeoffset: ({ scale }, { dateTypes }) =>
    dateTypes ? undefined : { type: unicode(34), convert: (value) => dateTimeOffsetText(value, scale) },
  char: sentChar,
  varchar: sentVarchar,
  nvarchar: ({ length, collation }, { tds72 }) => (tds72 || length !== MAX ? undefined : { type: { name: 'ntext', collation } }),
  varbinary: ({ length }, { tds72 }) => (tds72 || length !== MAX ? undefined : { type: { name: 'image' } }),
  xml: (_type, { tds72 }) => (tds72 ? undefined : { type: { name: 'ntext', collation: DEFAULT_COLLATION } }),
  udt: (_type, { tds72 }) => (tds72 ? undefined : { type: { name: 'image' } }),
  json: (_type, protocol) => (protocol.json ? undefined : sentType(unicode(MAX), protocol)),
  sql_variant: (type, protocol) =>
    protocol.dateTypes && protocol.utf8 ? undefined : { type, convert: (variant) => sentVariant(variant, protocol) },
};

function sentChar(type: TypeOf<'char'>, protocol: Protocol): SentType | undefined {
  if (!needsUnicode(type, protocol)) return undefined;
  return sentType({ ...type, name: type.length > MAX_NCHAR ? 'nvarchar' : 'nchar', length: capped(type.length) }, protocol);
}

function sentVarchar(type: TypeOf<'varchar'>, protocol: Protocol): SentType | undefined {
  if (needsUnicode(type, protocol)) return sentType({ ...type, name: 'nvarchar', length: capped(type.length) }, protocol);
  return protocol.tds72 || type.length !== MAX ? undefined : { type: { name: 'text', collation: type.collation } };
}

function needsUnicode(type: TypeOf<'char' | 'varchar'>, protocol: Protocol): boolean {
  return isUtf8(type.collation) && !protocol.utf8;
}

/** A sql_variant whose value is of a type that the connection knows; never a (max) type. */
function sentVariant(variant: Variant, protocol: Protocol): Variant {
  const { type, convert } = sentType(variant.type, protocol);
  const short = type.name === 'nvarchar' && type.length === MAX ? { ...type, length: MAX_NCHAR } : type;
  return { type: short, value: convert === undefined ? variant.value : convert(variant.value) };
}

/** The longest nchar and nvarchar that is not (max). */
const MAX_NCHAR = 4000;

/** 8,000 bytes of UTF-8 may be 8,000 characters, more than nvarchar holds; such columns are sent as (max). */
function capped(length: number): number {
  return length > MAX_NCHAR ? MAX : length;
}

function unicode(length: number): TypeOf<'nvarchar'> {
  return { name: 'nvarchar', length, collation: DEFAULT_COLLATION };
}
