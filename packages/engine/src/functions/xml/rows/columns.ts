/** Columns as attributes or elements of one element: the layout of RAW and of each level of AUTO. */

import { isBinary } from '@sprocket/tsql';
import { sqlError } from '../../../errors.ts';
import type { Present, Value } from '../../../values/value.ts';
import { xmlName } from '../names.ts';
import { escapeAttribute, escapeText, xmlWriter } from '../text.ts';
import { type BinaryReference, type Fields, NIL, type Row, type XmlColumn, type XmlOptions } from './markup.ts';

/** The fields of the columns at these indexes. */
export function columnFields(indexes: readonly number[], columns: readonly XmlColumn[], options: XmlOptions): (row: Row) => Fields {
  const parts = indexes.map((index) => columnPart(index, columns, options));
  const names = parts.filter((part) => part.isAttribute).map((part) => part.name);
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated !== undefined) throw sqlError(6810, repeated);
  return (row) => {
    let attributes = '';
    let content: string | null = null;
    for (const { index, isAttribute, write } of parts) {
      const text = write(row[index] ?? null, row);
      if (isAttribute) attributes += text ?? '';
      else if (text !== null) content = (content ?? '') + text;
    }
    return { attributes, content };
  };
}

interface Part {
  readonly index: number;
  readonly name: string;
  readonly isAttribute: boolean;
  /** Null for nothing. */
  readonly write: (value: Value, row: Row) => string | null;
}

function columnPart(index: number, columns: readonly XmlColumn[], options: XmlOptions): Part {
  const column = columns[index] as XmlColumn;
  const isXml = column.type.name === 'xml';
  const inElements = options.elements || isXml;
  if (column.name === '' && !(options.mode === 'raw' && inElements)) throw sqlError(6809);
  const name = xmlName(column.name);
  const text = valueWriter(column, columns);
  const escaped = isXml ? (written: string) => written : inElements ? escapeText : escapeAttribute;
  const write = (value: Value, row: Row): string | null => {
    if (value === null) return options.elements && options.nil && name !== '' ? `<${name}${NIL}/>` : null;
    const written = escaped(text(value, row));
    if (!inElements) return ` ${name}="${written}"`;
    return name === '' ? written : `<${name}>${written}</${name}>`;
  };
  return { index, name, isAttribute: !inElements, write };
}

function valueWriter(column: XmlColumn, columns: readonly XmlColumn[]): (value: Present, row: Row) => string {
  const { reference } = column;
  if (reference !== null && isBinary(column.type)) return (_value, row) => addressOf(reference, columns, row);
  return xmlWriter(column.type);
}

function addressOf({ table, column, keys }: BinaryReference, columns: readonly XmlColumn[], row: Row): string {
  const terms = keys.map(({ name, index }) => {
    const value = row[index] ?? null;
    return `@${xmlName(name)}='${value === null ? '' : xmlWriter((columns[index] as XmlColumn).type)(value)}'`;
  });
  return `dbobject/${xmlName(table)}[${terms.join('%20and%20')}]/@${xmlName(column)}`;
}
