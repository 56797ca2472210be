/**
 * The schema that XMLSCHEMA puts before the rows: an element for a row, or one for each table in AUTO, whose attributes or children have the types of
 * SQL as `sqltypes` defines them. Types that it can only describe by restricting another are written as such.
 */

import { isString, MAX, type Type } from '@sprocket/tsql';
import { unsupported } from '../../../errors.ts';
import { parseCollationName } from '../../../values/collation/name.ts';
import { xmlName } from '../names.ts';
import { escapeAttribute } from '../text.ts';
import { tableLevels } from './auto.ts';
import type { XmlColumn, XmlOptions } from './markup.ts';

export interface SchemaColumn extends XmlColumn {
  readonly nullable: boolean;
}

export interface InlineSchema {
  /** The namespace of the rows. */
  readonly uri: string;
  readonly database: string;
  /** Of strings that have none of their own. */
  readonly collation: string;
}

const SQL_TYPES = 'http://schemas.microsoft.com/sqlserver/2004/sqltypes';

export function inlineSchema(columns: readonly SchemaColumn[], options: XmlOptions, schema: InlineSchema): string {
  const uri = escapeAttribute(schema.uri);
  const body = levelsOf(columns, options).map((level, index, levels) => levelElement(level, levels[index + 1], columns, options, schema));
  return (
    `<xsd:schema targetNamespace="${uri}"${body.length > 1 ? ` xmlns:schema="${uri}"` : ''} xmlns:xsd="http://www.w3.org/2001/XMLSchema"` +
    ` xmlns:sqltypes="${SQL_TYPES}" elementFormDefault="qualified">` +
    `<xsd:import namespace="${SQL_TYPES}" schemaLocation="${SQL_TYPES}/sqltypes.xsd"/>${body.join('')}</xsd:schema>`
  );
}

export interface Level {
  readonly name: string;
  readonly indexes: readonly number[];
}

/** The elements of a document, from the outside inwards. */
export function levelsOf(columns: readonly XmlColumn[], options: XmlOptions): readonly Level[] {
  if (options.mode === 'raw') return [{ name: options.element ?? 'row', indexes: [...columns.keys()] }];
  return tableLevels(columns, options.firstTable).map(({ table, indexes }) => ({ name: xmlName(table), indexes }));
}

function levelElement(
  { name, indexes }: Level,
  inner: Level | undefined,
  columns: readonly SchemaColumn[],
  options: XmlOptions,
  schema: InlineSchema,
): string {
  const fields = indexes.map((index) => field(columns[index] as SchemaColumn, options, schema)).join('');
  const reference = inner === undefined ? '' : `<xsd:element ref="schema:${inner.name}" minOccurs="0" maxOccurs="unbounded"/>`;
  const children = (options.elements ? fields : '') + reference;
  const content = (children === '' ? '' : `<xsd:sequence>${children}</xsd:sequence>`) + (options.elements ? '' : fields);
  return `<xsd:element name="${name}"><xsd:complexType>${content}</xsd:complexType></xsd:element>`;
}

function field(column: SchemaColumn, options: XmlOptions, schema: InlineSchema): string {
  const tag = options.elements ? 'xsd:element' : 'xsd:attribute';
  const occurs = options.elements
    ? options.nil
      ? ' nillable="1"'
      : column.nullable
        ? ' minOccurs="0"'
        : ''
    : column.nullable
      ? ''
      : ' use="required"';
  const head = `<${tag} name="${xmlName(column.name)}"`;
  const restriction = restrictionOf(column.type, schema);
  if (restriction === null) return `${head} type="sqltypes:${typeName(column.type)}"${occurs}/>`;
  const alias = column.type.alias === undefined ? '' : ` sqltypes:sqlTypeAlias="${escapeAttribute(aliasName(column.type.alias, schema))}"`;
  return `${head}${occurs}><xsd:simpleType${alias}>${restriction}</xsd:simpleType></${tag}>`;
}

const aliasName = (alias: string, { database }: InlineSchema): string =>
  `[${[database, ...(alias === 'sysname' ? ['sys', alias] : alias.split('.'))].join('].[')}]`;

const typeName = ({ name }: Type): string => (name === 'rowversion' ? 'timestamp' : name);

/** A type as a restriction of its sqltypes type; null where that says it all. */
function restrictionOf(type: Type, schema: InlineSchema): string | null {
  if (type.name === 'xml' || type.name === 'sql_variant') throw unsupported(`FOR XML XMLSCHEMA of ${type.name}`);
  if (isString(type)) return restriction(type, collationAttributes(type, schema), facet('maxLength', type.length));
  switch (type.name) {
    case 'binary':
    case 'varbinary':
      return type.length === MAX ? null : restriction(type, '', facet('maxLength', type.length));
    case 'decimal':
    case 'numeric':
      return restriction(type, '', facet('totalDigits', type.precision) + facet('fractionDigits', type.scale, true));
    default:
      return type.alias === undefined ? null : restriction(type, '', '');
  }
}

function restriction(type: Type, attributes: string, facets: string): string {
  const head = `<xsd:restriction base="sqltypes:${typeName(type)}"${attributes}`;
  return facets === '' ? `${head}/>` : `${head}>${facets}</xsd:restriction>`;
}

const facet = (name: string, value: number, zero = false): string => (value > 0 || zero ? `<xsd:${name} value="${value}"/>` : '');

/** How strings compare: the locale, what is ignored, and the sort order of an SQL collation. */
function collationAttributes(type: Type, schema: InlineSchema): string {
  const facts = parseCollationName(type.collation ?? schema.collation);
  if (facts === undefined) return '';
  const ignored = [
    !facts.caseSensitive && 'IgnoreCase',
    !facts.accentSensitive && 'IgnoreNonSpace',
    !facts.kanaSensitive && 'IgnoreKanaType',
    !facts.widthSensitive && 'IgnoreWidth',
  ].filter((word) => word !== false);
  const options = facts.binary === 'none' ? ignored.join(' ') : facts.binary === 'BIN2' ? 'BinarySort2' : 'BinarySort';
  const sort = facts.sortId === 0 ? '' : ` sqltypes:sqlSortId="${facts.sortId}"`;
  const version = facts.version >= 90 ? ` sqltypes:sqlCollationVersion="${facts.version >= 100 ? 2 : 1}"` : '';
  return ` sqltypes:localeId="${facts.lcid}" sqltypes:sqlCompareOptions="${options}"${sort}${version}`;
}
