/** FOR JSON and FOR XML: the rows of a query as one document. */

import type { ForBrowse, ForJson, ForXml } from '@sprocket/tsql';
import { MAX, nvarchar } from '@sprocket/tsql';
import { unsupported } from '../errors.ts';
import { type DocumentColumn, jsonDocument } from '../functions/index.ts';
import { yieldsJson } from './call.ts';
import type { DocumentQuery, Query } from './tree.ts';

/** SQL Server's name for the column of a JSON document. */
const JSON_COLUMN = 'JSON_F52E2B61-18A1-11d1-B105-00805F49916B';

export function documentQuery(query: Query, clause: ForXml | ForJson | ForBrowse): Query {
  switch (clause.kind) {
    case 'forBrowse':
      return query;
    case 'forXml':
      throw unsupported('FOR XML');
    case 'forJson':
      return jsonQuery(query, clause);
  }
}

function jsonQuery(query: Query, clause: ForJson): DocumentQuery {
  if (clause.mode === 'auto') throw unsupported('FOR JSON AUTO');
  const options = {
    root: clause.root === null ? null : (clause.root.name ?? 'root'),
    nulls: clause.includeNullValues,
    bare: clause.withoutArrayWrapper,
  };
  const columns = jsonColumns(query);
  return {
    kind: 'document',
    columns: [{ name: JSON_COLUMN, type: nvarchar(MAX), nullable: true, identity: false, computed: true }],
    query,
    key: `json ${JSON.stringify([options, columns])}`,
    format: jsonDocument(columns, options),
    json: !options.bare,
  };
}

/** The columns with what is JSON already. */
function jsonColumns(query: Query): readonly DocumentColumn[] {
  const items = query.kind === 'select' ? query.items : [];
  return query.columns.map(({ name, type }, index) => {
    const item = items[index];
    return { name, type, json: item !== undefined && yieldsJson(item) };
  });
}
