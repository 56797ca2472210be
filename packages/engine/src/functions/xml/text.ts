/**
 * Values as XML text: entities, names, and the lexical forms of XML Schema in which FOR XML shows each type.
 * Source: Microsoft's "FOR XML (SQL Server)" and the W3C's XML Schema lexical forms.
 */

import { isBinary, isDateTime, isFloat, MAX, nvarchar, type Type } from '@sprocket/tsql';
import type { Environment } from '../../environment.ts';
import { converter } from '../../values/convert.ts';
import type { Present } from '../../values/value.ts';

const TEXT = nvarchar(MAX);

/** These conversions have a style of their own and ask nothing of a session. */
export const NO_SESSION = {
  options: { dateFormat: 'mdy', dateFirst: 7, language: 'us_english', ansiWarnings: true, arithAbort: true },
} as unknown as Environment;

/** How values of a type are written in a document. */
export function xmlWriter(type: Type): (value: Present) => string {
  if (isBinary(type)) return (value) => Buffer.from(value as Uint8Array).toString('base64');
  if (type.name === 'xml') return (value) => value as string;
  const convert = converter(type, TEXT, { explicit: true, style: styleOf(type) });
  return (value) => String(convert(value, NO_SESSION));
}

function styleOf(type: Type): number {
  if (isDateTime(type)) return 126;
  if (isFloat(type)) return type.name === 'real' ? 1 : 2;
  return type.name === 'money' || type.name === 'smallmoney' ? 2 : 0;
}

/** A character that XML cannot hold as it is, as a reference: other control characters, halves of pairs, and the last two codes. */
function reference(text: string, at: number): string | undefined {
  const code = text.charCodeAt(at);
  const isControl = code < 32 && code !== 9 && code !== 10;
  if (!isControl && code < 0xd800) return undefined;
  const isHalf = code >= 0xd800 && code < 0xe000 && !isPaired(text, at, code);
  if (!isControl && !isHalf && code < 0xfffe) return undefined;
  return `&#x${code.toString(16).toUpperCase().padStart(2, '0')};`;
}

function isPaired(text: string, at: number, code: number): boolean {
  const other = text.charCodeAt(code < 0xdc00 ? at + 1 : at - 1);
  return code < 0xdc00 ? other >= 0xdc00 && other < 0xe000 : other >= 0xd800 && other < 0xdc00;
}

/** Text between tags. */
export function escapeText(text: string): string {
  return replaceEach(text, TEXT_ENTITIES);
}

/** Text between the quotes of an attribute. */
export function escapeAttribute(text: string): string {
  return replaceEach(text, ATTRIBUTE_ENTITIES);
}

const TEXT_ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#x0D;' };
const ATTRIBUTE_ENTITIES: Readonly<Record<string, string>> = { ...TEXT_ENTITIES, '"': '&quot;', '\n': '&#x0A;', '\t': '&#x09;' };

function replaceEach(text: string, entities: Readonly<Record<string, string>>): string {
  let out = '';
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const entity = entities[text[at] as string] ?? reference(text, at);
    if (entity === undefined) continue;
    out += text.slice(from, at) + entity;
    from = at + 1;
  }
  return from === 0 ? text : out + text.slice(from);
}
