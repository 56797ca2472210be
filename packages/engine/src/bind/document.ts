/** FOR JSON and FOR XML: the rows of a query as one document. */

import type { ForBrowse, ForJson, ForXml } from '@sprocket/tsql';
import { MAX, nvarchar, typeToString, XML } from '@sprocket/tsql';
import { sqlError, unsupported } from '../errors.ts';
import { jsonAuto, jsonDocument, xmlDocument } from '../functions/index.ts';
import { yieldsJson } from './call.ts';
import type { DocumentQuery, Expr, Query } from './tree.ts';

/** SQL Server's names for the column of a document. */
const JSON_COLUMN = 'JSON_F52E2B61-18A1-11d1-B105-00805F49916B';
const XML_COLUMN = 'XML_F52E2B61-18A1-11d1-B105-00805F49916B';

export function documentQuery(query: Query, clause: ForXml | ForJson | ForBrowse): Query {
  switch (clause.kind) {
    case 'forBrowse':
      return query;
    case 'forXml':
      return xmlQuery(query, clause);
    case 'forJson':
      return jsonQuery(query, clause);
  }
}

function jsonQuery(query: Query, clause: ForJson): DocumentQuery {
  if (clause.mode === 'auto' && query.kind === 'select' && query.from === null) throw sqlError(13600);
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
    format: clause.mode === 'auto' ? jsonAuto(columns, options) : jsonDocument(columns, options),
    json: !options.bare,
  };
}

function xmlQuery(query: Query, clause: ForXml): DocumentQuery {
  const { mode } = clause;
  if (mode === 'explicit') throw unsupported('FOR XML EXPLICIT');
  if (clause.xmlData || clause.xmlSchema !== null) throw unsupported(clause.xmlData ? 'FOR XML XMLDATA' : 'FOR XML XMLSCHEMA');
  const options = {
    mode,
    element: clause.element,
    root: clause.root === null ? null : (clause.root.name ?? 'root'),
    elements: clause.elements !== null || mode === 'path',
    nil: clause.elements === 'xsinil',
  };
  const columns = query.columns.map((column, index) => ({ name: column.name, type: column.type, table: tableOf(itemOf(query, index)) }));
  return {
    kind: 'document',
    columns: [
      { name: clause.type ? '' : XML_COLUMN, type: clause.type ? XML : nvarchar(MAX), nullable: true, identity: false, computed: true },
    ],
    query,
    key: `xml ${JSON.stringify([options, columns.map((c) => [c.name, typeToString(c.type), c.table])])}`,
    format: xmlDocument(columns, options),
    json: false,
  };
}

const itemOf = (query: Query, index: number): Expr | undefined => (query.kind === 'select' ? query.items[index] : undefined);

/** The alias of the source behind a plain column. */
const tableOf = (item: Expr | undefined): string => (item?.kind === 'column' ? item.source.name : '');

const isJson = (item: Expr | undefined): boolean => item !== undefined && yieldsJson(item);
