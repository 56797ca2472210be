/**
 * FOR XML: rows as a document. Each mode works its layout out once from the column names, so a row costs one pass over its values. RAW makes an
 * element a row, PATH reads each column name as a path, AUTO nests the elements of the tables, EXPLICIT takes its shape from the column names.
 */

import { isBinary } from '@sprocket/tsql';
import { sqlError } from '../../errors.ts';
import { autoRows } from './rows/auto.ts';
import { columnFields } from './rows/columns.ts';
import { explicitRows, usesNil } from './rows/explicit.ts';
import { declarationsOf, type Row, type Rows, rowDeclarations, wrap, type XmlColumn, type XmlOptions } from './rows/markup.ts';
import { requireOptions } from './rows/options.ts';
import { pathRow } from './rows/path.ts';

export { groupRows, type TableLevel, tableLevels } from './rows/auto.ts';
export type { BinaryReference, XmlColumn, XmlOptions } from './rows/markup.ts';

/** Formats rows; NULL when there are none. `base64` is the clause's BINARY BASE64. */
export function xmlDocument(columns: readonly XmlColumn[], given: XmlOptions, base64: boolean): (rows: Rows) => string | null {
  requireOptions(given);
  const options = given.mode === 'explicit' ? { ...given, nil: usesNil(columns) } : given;
  const write = rowsWriter(columns, options, base64);
  return (rows) => {
    if (rows.length === 0 && options.root === null) return null;
    const body = write(rows);
    if (options.root === null) return body;
    return wrap(options.root, declarationsOf(options), { attributes: '', content: body === '' ? null : body });
  };
}

/** What stands before the rows, and the namespace that puts them under it. */
export interface Described {
  readonly schema: string;
  readonly uri: string;
}

/** Rows behind an inline schema, which is there without rows too. */
export function describedDocument(
  columns: readonly XmlColumn[],
  given: XmlOptions,
  base64: boolean,
  { schema, uri }: Described,
): (rows: Rows) => string {
  requireOptions(given);
  const write = rowsWriter(columns, { ...given, root: null, namespaces: [['', uri]] }, base64);
  return (rows) => {
    const body = schema + write(rows);
    return given.root === null ? body : wrap(given.root, '', { attributes: '', content: body });
  };
}

function rowsWriter(columns: readonly XmlColumn[], options: XmlOptions, base64: boolean): (rows: Rows) => string {
  switch (options.mode) {
    case 'auto':
      return autoRows(columns, options);
    case 'explicit':
      return explicitRows(columns, options, base64);
    case 'raw':
      return eachRow(rawRow(columns, options, base64));
    case 'path':
      return eachRow(pathRow(columns, options));
  }
}

const eachRow =
  (row: (values: Row) => string): ((rows: Rows) => string) =>
  (rows) =>
    rows.map(row).join('');

function rawRow(columns: readonly XmlColumn[], options: XmlOptions, base64: boolean): (row: Row) => string {
  const binary = columns.find(({ type }) => isBinary(type) && type.name !== 'rowversion');
  if (binary !== undefined && !base64) throw sqlError(6829, binary.name);
  const write = columnFields([...columns.keys()], columns, options);
  const name = options.element ?? 'row';
  const declarations = rowDeclarations(options);
  return (row) => wrap(name, declarations, write(row));
}
