/** Conversions to uniqueidentifier, to xml, to the CLR types and to sql_variant. */

import { familyOf, isLarge, isUnicode, type Type, type XmlSchemaBinding } from '@sprocket/tsql';
import { sqlError, sqlErrorState } from '../../errors.ts';
import { checkHierarchyId, parseHierarchyId } from '../hierarchy/hierarchyid.ts';
import { fromBytes, fromText } from '../spatial/construct.ts';
import type { Present } from '../value.ts';
import { bytesToGuid } from './bytes.ts';
import { type Convert, from } from './conversion.ts';
import { readXml, type XmlReading } from './xml.ts';

const GUID = /^\{?([0-9A-F]{8}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{12})/i;

/** From text, braces allowed and anything behind the last digit ignored; from binary, padded with zeros. */
export function toGuid(source: Type): Convert | undefined {
  switch (familyOf(source)) {
    case 'guid':
      return (value) => value;
    case 'string':
      return from<string>((text) => {
        const match = GUID.exec(text);
        if (match === null || (text[0] === '{' && text[37] !== '}')) throw sqlErrorState(8169, 2);
        return match[1]!.toUpperCase();
      });
    case 'binary':
      return from<Uint8Array>((bytes) => bytesToGuid(bytes.subarray(0, 16)));
    default:
      return undefined;
  }
}

/** Checked for well-formedness and written as SQL Server stores it; style 1 keeps insignificant white space. With a schema it is an instance of it. */
export function toXml(source: Type, style: number, schema?: XmlSchemaBinding): Convert | undefined {
  const convert = toUntypedXml(source, style);
  if (convert === undefined || schema === undefined) return convert;
  return (value, env) => {
    const text = convert(value, env) as string;
    return env.validateXml?.(text, schema) ?? text;
  };
}

function toUntypedXml(source: Type, style: number): Convert | undefined {
  switch (familyOf(source)) {
    case 'xml':
      return (value) => value;
    case 'string':
      return from<string>((text) => readXml(text, readingOf(style, isUnicode(source) ? 'wide' : 'narrow')));
    case 'binary':
      return from<Uint8Array>((bytes) => readXml(decodeXml(bytes), readingOf(style)));
    default:
      return undefined;
  }
}

function readingOf(style: number, encoding?: XmlReading['encoding']): XmlReading {
  if (style < 0 || style > 3) throw sqlError(6358, style);
  return { keepSpace: style === 1 || style === 3, documentType: style >= 2, ...(encoding === undefined ? {} : { encoding }) };
}

function decodeXml(bytes: Uint8Array): string {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(wide || bytes[1] === 0 ? 'utf-16le' : 'utf-8').decode(bytes);
}

/** From text by Parse of the type, from binary by its own form. */
export function toClr(source: Type, target: Type): Convert | undefined {
  if (source.name === target.name) return (value) => value;
  const readers = CLR_READERS[target.name];
  if (familyOf(source) === 'binary') return readers && from<Uint8Array>(readers.bytes);
  return familyOf(source) === 'string' ? readers && from<string>(readers.text) : undefined;
}

interface ClrReaders {
  readonly text: (text: string) => Uint8Array;
  readonly bytes: (bytes: Uint8Array) => Uint8Array;
}

const CLR_READERS: Readonly<Record<string, ClrReaders>> = {
  hierarchyid: { text: parseHierarchyId, bytes: checkHierarchyId },
  geometry: { text: (text) => fromText('geometry', text), bytes: (bytes) => fromBytes('geometry', bytes) },
  geography: { text: (text) => fromText('geography', text), bytes: (bytes) => fromBytes('geography', bytes) },
};

const NOT_IN_VARIANT: ReadonlySet<string> = new Set(['clr', 'other']);

/** The value together with its type; the large types, rowversion and xml cannot be held. */
export function toVariant(source: Type): Convert | undefined {
  if (source.name === 'sql_variant') return (value) => value;
  if (isLarge(source) || source.name === 'rowversion' || NOT_IN_VARIANT.has(familyOf(source))) return undefined;
  return (value) => ({ type: source, value: value as Exclude<Present, { type: Type }> });
}
