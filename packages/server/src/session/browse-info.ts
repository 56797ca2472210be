/**
 * TABNAME and COLINFO behind the COLMETADATA of a server cursor: which columns are those of which table, which of them are keys, and that the row's
 * status is hidden. Drivers build their updatable results on it. [MS-TDS] 2.2.7.21 and 2.2.7.3.
 */

import type { BrowseColumn, ResultColumn } from '@sprocket/engine';
import { type ColInfoColumn, ColInfoStatus, type Protocol, type TokenWriter, writeColInfo, writeTabName } from '@sprocket/tds';

/** Columns and tables are numbered in one byte. */
const LIMIT = 255;

export function writeBrowseInfo(w: TokenWriter, columns: readonly ResultColumn[], protocol: Protocol): void {
  if (columns.length > LIMIT) return;
  const tables = new Map<string, readonly string[]>();
  for (const { browse } of columns) if (browse !== undefined && browse.table.length > 0) tables.set(keyOf(browse), browse.table);
  const places = [...tables.keys()];
  writeTabName(w, { kind: 'TABNAME', tables: [...tables.values()] }, protocol);
  const infos = columns.map(({ name, browse }, i) =>
    colInfo(name, i + 1, browse, browse === undefined ? -1 : places.indexOf(keyOf(browse))),
  );
  writeColInfo(w, { kind: 'COLINFO', columns: infos });
}

const keyOf = ({ table }: BrowseColumn): string => table.join('\0');

function colInfo(name: string, column: number, browse: BrowseColumn | undefined, place: number): ColInfoColumn {
  const isExpression = browse === undefined || browse.table.length === 0;
  const status =
    (isExpression ? ColInfoStatus.EXPRESSION : 0) |
    (browse?.key === true ? ColInfoStatus.KEY : 0) |
    (browse?.hidden === true ? ColInfoStatus.HIDDEN : 0);
  const baseName = isExpression || browse.name === name ? null : browse.name;
  return { column, table: isExpression ? 0 : place + 1, status, baseName };
}
