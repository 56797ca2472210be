/** Values of SQL in a query: `sql:variable("@v")` and `sql:column("t.c")`. Each SQL type has its XQuery type and is written in that one's form. */

import type { Type } from '@sprocket/tsql';
import { isBinary, isDateTime, isString, MAX, nvarchar } from '@sprocket/tsql';
import { sqlError } from '../../../errors.ts';
import { converter } from '../../../values/convert.ts';
import type { Present, Value } from '../../../values/value.ts';
import { parseXml } from '../node.ts';
import { NO_SESSION, xmlWriter } from '../text.ts';
import { type AtomType, atom, type Item, parseExact } from './atom.ts';
import { queryError } from './scan.ts';
import { atomic, type StaticType } from './types.ts';

const TYPES: Readonly<Record<string, AtomType>> = {
  bit: 'xs:boolean',
  tinyint: 'xs:unsignedByte',
  smallint: 'xs:short',
  int: 'xs:int',
  bigint: 'xs:long',
  decimal: 'xs:decimal',
  numeric: 'xs:decimal',
  money: 'xs:decimal',
  smallmoney: 'xs:decimal',
  float: 'xs:double',
  real: 'xs:float',
  date: 'xs:date',
  time: 'xs:time',
  datetime: 'xs:dateTime',
  smalldatetime: 'xs:dateTime',
  datetime2: 'xs:dateTime',
  datetimeoffset: 'xs:dateTime',
  uniqueidentifier: 'xs:string',
};

function atomTypeOf(type: Type): AtomType | undefined {
  if (isString(type)) return 'xs:string';
  return isBinary(type) ? 'xs:base64Binary' : TYPES[type.name];
}

/** The static type; an xml value has one of its own that only insert takes. */
export function outsideType(type: Type, method: string): StaticType {
  if (type.name === 'xml') return { kind: 'node', shown: 'xml', many: '*' };
  const found = atomTypeOf(type);
  if (found === undefined) throw queryError(method, 9344, type.name);
  return atomic(found, '?');
}

/** The value of a type as items; NULL is none. */
export function outsideItems(type: Type): (value: Value) => readonly Item[] {
  if (type.name === 'xml') return (value) => (value === null ? [] : parseXml(value as string).children);
  const write = isDateTime(type) ? dateTimeWriter(type) : xmlWriter(type);
  const target = atomTypeOf(type);
  if (target === undefined) throw sqlError(9344, '', type.name);
  return (value) => (value === null ? [] : [atom(target, convert(value, target, write))]);
}

/** Dates and times with all the fraction digits of their type. */
function dateTimeWriter(type: Type): (value: Present) => string {
  const write = converter(type, nvarchar(MAX), { explicit: true, style: 121 });
  return (value) => {
    const written = String(write(value, NO_SESSION)).replace(/ ([+-]\d\d:\d\d)$/, '$1');
    return written.replace(' ', 'T');
  };
}

function convert(value: Present, target: AtomType, write: (value: Present) => string): string | number | bigint | boolean {
  if (target === 'xs:boolean') return Number(value) !== 0;
  if (target === 'xs:double' || target === 'xs:float') return value as number;
  const text = write(value);
  if (target === 'xs:string' || target === 'xs:base64Binary' || target.startsWith('xs:date') || target === 'xs:time') return text;
  return parseExact(text) ?? 0n;
}
