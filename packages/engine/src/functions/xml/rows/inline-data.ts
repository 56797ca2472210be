/** The schema that XMLDATA puts before the rows, in the XML-Data Reduced form that came before XML Schema. */

import { isBinary, type Type } from '@sprocket/tsql';
import { xmlName } from '../names.ts';
import { type Level, levelsOf } from './inline-schema.ts';
import type { XmlColumn, XmlOptions } from './markup.ts';

/** The namespace that the rows get from a schema of this name. */
export const XDR_NAME = 'Schema1';

export function inlineData(columns: readonly XmlColumn[], options: XmlOptions): string {
  const levels = levelsOf(columns, options);
  const body = levels.map((level, index) => elementType(level, levels[index + 1], columns, options)).join('');
  const texts = options.elements ? columns.map((column) => textType(column)).join('') : '';
  return `<Schema name="${XDR_NAME}" xmlns="urn:schemas-microsoft-com:xml-data" xmlns:dt="urn:schemas-microsoft-com:datatypes">${body}${texts}</Schema>`;
}

function elementType({ name, indexes }: Level, inner: Level | undefined, columns: readonly XmlColumn[], options: XmlOptions): string {
  const own = indexes.map((index) => columns[index] as XmlColumn);
  const hasElements = options.elements || inner !== undefined;
  const elements =
    (options.elements ? own.map((column) => `<element type="${xmlName(column.name)}"/>`).join('') : '') + innerElement(inner);
  const types = options.elements ? '' : own.map(attributeType).join('');
  const uses = options.elements ? '' : own.map((column) => `<attribute type="${xmlName(column.name)}"/>`).join('');
  const content = hasElements ? 'content="eltOnly" model="closed" order="many"' : 'content="empty" model="closed"';
  return `<ElementType name="${name}" ${content}>${elements}${types}${uses}</ElementType>`;
}

const innerElement = (inner: Level | undefined): string => (inner === undefined ? '' : `<element type="${inner.name}" maxOccurs="*"/>`);

const attributeType = ({ name, type }: XmlColumn): string => `<AttributeType name="${xmlName(name)}" dt:type="${dataType(type)}"/>`;

const textType = ({ name, type }: XmlColumn): string =>
  `<ElementType name="${xmlName(name)}" content="textOnly" model="closed" dt:type="${dataType(type)}"/>`;

const DATA_TYPES: Readonly<Record<string, string>> = {
  bit: 'boolean',
  tinyint: 'ui1',
  smallint: 'i2',
  int: 'i4',
  bigint: 'i8',
  decimal: 'number',
  numeric: 'number',
  money: 'fixed.14.4',
  smallmoney: 'fixed.14.4',
  real: 'r4',
  float: 'r8',
  datetime: 'dateTime',
  smalldatetime: 'dateTime',
  uniqueidentifier: 'uuid',
};

function dataType(type: Type): string {
  if (type.name === 'rowversion') return 'i8';
  return isBinary(type) ? 'bin.base64' : (DATA_TYPES[type.name] ?? 'string');
}
