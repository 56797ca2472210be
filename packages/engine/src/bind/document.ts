/** FOR JSON and FOR XML: the rows of a query as one document. */

import type { ForBrowse, ForJson, ForXml, Query as SyntaxQuery } from '@sprocket/tsql';
import { isBinary, isClr, MAX, nvarchar, typeToString, XML } from '@sprocket/tsql';
import { sqlError, sqlErrorState, unsupported } from '../errors.ts';
import {
  type BinaryReference,
  describedDocument,
  inlineData,
  inlineSchema,
  jsonAuto,
  jsonDocument,
  XDR_NAME,
  type XmlColumn,
  type XmlOptions,
  xmlDocument,
} from '../functions/index.ts';
import { readXml } from '../values/convert/xml.ts';
import { yieldsJson } from './call.ts';
import { type Binder, useDatabase } from './context.ts';
import { shownName } from './from.ts';
import type { DocumentQuery, Expr, Query } from './tree.ts';

/** SQL Server's names for the column of a document. */
const JSON_COLUMN = 'JSON_F52E2B61-18A1-11d1-B105-00805F49916B';
export const XML_COLUMN = 'XML_F52E2B61-18A1-11d1-B105-00805F49916B';

export function documentQuery(query: Query, clause: ForXml | ForJson | ForBrowse, binder: Binder): Query {
  switch (clause.kind) {
    case 'forBrowse':
      return query;
    case 'forXml':
      return xmlQuery(query, clause, binder);
    case 'forJson':
      return jsonQuery(query, clause);
  }
}

function jsonQuery(query: Query, clause: ForJson): DocumentQuery {
  if (clause.mode === 'auto' && query.kind === 'select' && query.from === null) throw sqlError(13600);
  if (query.columns.some(({ type }) => isClr(type))) throw sqlError(13604);
  const options = {
    root: clause.root === null ? null : (clause.root.name ?? 'root'),
    nulls: clause.includeNullValues,
    bare: clause.withoutArrayWrapper,
  };
  const columns = query.columns.map((column, index) => ({
    name: column.name,
    type: column.type,
    json: isJson(itemOf(query, index)),
    table: tableOf(itemOf(query, index)),
  }));
  return {
    kind: 'document',
    columns: [{ name: JSON_COLUMN, type: nvarchar(MAX), nullable: true, identity: false, computed: true }],
    query,
    key: `json ${JSON.stringify([clause.mode, options, columns.map((c) => [c.name, typeToString(c.type), c.json, c.table])])}`,
    format: clause.mode === 'auto' ? jsonAuto(columns, options, firstTable(query) ?? '') : jsonDocument(columns, options),
    json: !options.bare,
  };
}

function xmlQuery(query: Query, clause: ForXml, binder: Binder): DocumentQuery {
  const { mode } = clause;
  const namespaces = binder.xmlNamespaces.current;
  if (namespaces.length > 0 && (mode === 'explicit' || clause.xmlData || clause.xmlSchema !== null)) throw sqlError(6868);
  refuseInlineSchema(clause);
  if (query.columns.some(({ type }) => isClr(type))) throw sqlError(6865);
  if (mode === 'explicit' && clause.elements !== null) throw sqlError(6825);
  if (mode === 'auto' && firstTable(query) === null) throw sqlError(6800);
  const options = {
    mode,
    element: clause.element,
    root: clause.root === null ? null : (clause.root.name ?? 'root'),
    elements: clause.elements !== null || mode === 'path',
    nil: clause.elements === 'xsinil',
    namespaces,
    firstTable: firstTable(query) ?? '',
  };
  const columns = query.columns.map((column, index) => ({
    name: column.name,
    type: column.type,
    table: tableOf(itemOf(query, index)),
    reference: mode === 'auto' && !clause.binaryBase64 && isBinary(column.type) ? referenceOf(query, index) : null,
  }));
  const described = inlineSchemaOf(query, clause, columns, options, binder);
  const format =
    described === null
      ? xmlDocument(columns, options, clause.binaryBase64)
      : describedDocument(columns, options, clause.binaryBase64, described);
  return {
    kind: 'document',
    columns: [
      { name: clause.type ? '' : XML_COLUMN, type: clause.type ? XML : nvarchar(MAX), nullable: true, identity: false, computed: true },
    ],
    query,
    key: `xml ${JSON.stringify([options, clause.binaryBase64, described, columns.map((c) => [c.name, typeToString(c.type), c.table, c.reference])])}`,
    format: clause.type ? asInstance(format) : format,
    json: false,
  };
}

/** XMLSCHEMA and XMLDATA describe rows of elements that the mode names by itself. */
function refuseInlineSchema({ mode, xmlData, xmlSchema, root, element }: ForXml): void {
  if (!xmlData && xmlSchema === null) return;
  if (mode === 'path') throw sqlError(6855);
  if (mode === 'explicit') throw unsupported(`FOR XML EXPLICIT, ${xmlData ? 'XMLDATA' : 'XMLSCHEMA'}`);
  if (xmlData && (root !== null || element !== null)) throw sqlError(6860);
}

/** SQL Server counts the unnamed schemas of a session; here every document begins with the first. */
const UNNAMED = 'urn:schemas-microsoft-com:sql:SqlRowSet1';

function inlineSchemaOf(query: Query, { xmlData, xmlSchema }: ForXml, columns: readonly XmlColumn[], options: XmlOptions, binder: Binder) {
  if (xmlData) return { schema: inlineData(columns, options), uri: `x-schema:#${XDR_NAME}` };
  if (xmlSchema === null) return null;
  const uri = xmlSchema.name ?? UNNAMED;
  const { name: database = '', collation = '' } = useDatabase(binder, undefined) ?? {};
  const described = columns.map((column, index) => ({ ...column, nullable: query.columns[index]?.nullable !== false }));
  return { schema: inlineSchema(described, options, { uri, database, collation }), uri };
}

/** TYPE gives an xml value, which knows neither sections of character data nor two ways to write an empty element. */
function asInstance(format: ReturnType<typeof xmlDocument>): ReturnType<typeof xmlDocument> {
  return (rows) => {
    const text = format(rows);
    return text === null || !/><\/|<!\[CDATA\[/.test(text) ? text : readXml(text, true);
  };
}

/** FOR XML and FOR JSON answer a client: a query that feeds another statement has none (6819, 13602). */
export function refuseDocument(query: SyntaxQuery, statement: 'INSERT' | 'SELECT INTO' | 'ASSIGNMENT'): void {
  if (query.for === null || query.for.kind === 'forBrowse') return;
  if (statement === 'ASSIGNMENT') throw sqlErrorState(6819, 3, statement);
  throw sqlError(query.for.kind === 'forXml' ? 6819 : 13602, statement);
}

/** How AUTO addresses a binary value: by the primary key of its table, all of which must be selected. */
function referenceOf(query: Query, index: number): BinaryReference | null {
  const item = itemOf(query, index);
  const shown = query.columns[index]?.name ?? '';
  if (query.columns[index]?.type.name === 'rowversion') return null;
  if (item?.kind !== 'column' || item.source.table === null) throw sqlError(6830, shown);
  const { source } = item;
  const { table } = source;
  const primary = table?.keys.find(({ kind }) => kind === 'primary');
  const keys = (primary?.columns ?? []).map(({ columnId }) => {
    const name = table?.columns.find(({ id }) => id === columnId)?.name ?? '';
    const at = itemsOf(query).findIndex(
      (each) => each.kind === 'column' && each.source === source && source.columns[each.index]?.name === name,
    );
    return { name, index: at };
  });
  if (keys.length === 0 || keys.some((each) => each.index < 0)) throw sqlError(6831, shown);
  return { table: item.source.table.name, column: source.columns[item.index]?.name ?? '', keys };
}

/** The first source of the first query; null without one. */
function firstTable(query: Query): string | null {
  if (query.kind === 'set') return firstTable(query.left);
  if (query.kind !== 'select') return null;
  let from = query.from;
  while (from !== null && (from.kind === 'join' || from.kind === 'apply')) from = from.left;
  return from === null ? null : shownName(from.source);
}

const itemsOf = (query: Query): readonly Expr[] => (query.kind === 'select' ? query.items : []);
const itemOf = (query: Query, index: number): Expr | undefined => itemsOf(query)[index];

/** The alias of the source behind a plain column. */
const tableOf = (item: Expr | undefined): string => (item?.kind === 'column' ? shownName(item.source) : '');

const isJson = (item: Expr | undefined): boolean => item !== undefined && yieldsJson(item);
