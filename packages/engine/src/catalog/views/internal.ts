/**
 * Views that SQL Server has not: what the system functions select from. Their names begin with `$`, so no statement of a user names them by accident.
 */

import { INT, MAX, nvarchar, SMALLINT, SYSNAME, varbinary, varchar } from '@sprocket/tsql';
import { LOCALES } from '../../values/collation/locales.ts';
import { SORT_ORDERS } from '../../values/collation/sql-collations.ts';
import { CONTAINER, type Implication, PERMISSIONS, type SecurableClass } from '../security/hierarchy.ts';
import { type ColumnRows, column, defineView, nullable, type SystemContext, type SystemView } from './define.ts';
import type { SessionFigures } from './live.ts';
import { PERMISSION_CODES } from './permission-codes.ts';
import { bytesOf } from './shared.ts';

interface StatementText {
  /** Hexadecimal digits. */
  readonly handle: string;
  readonly databaseId: number | null;
  readonly objectId: number | null;
  readonly text: string;
}

/** The handle by which dm_exec_requests and dm_exec_connections name what a session runs. */
export const sessionHandle = (session: SessionFigures): string => session.id.toString(16).padStart(40, '0');

function* texts({ catalog, live }: SystemContext): Iterable<StatementText> {
  for (const session of live.sessions())
    yield { handle: sessionHandle(session), databaseId: session.databaseId, objectId: null, text: session.text };
  for (const query of live.queries()) yield query;
  for (const { databaseId, objectId } of live.procedures()) {
    const object = databaseId === catalog.databaseId ? catalog.objectsById.get(objectId) : undefined;
    const text = object !== undefined && 'definition' in object ? object.definition : '';
    yield { handle: procedureHandle(databaseId, objectId), databaseId, objectId, text };
  }
}

export function procedureHandle(databaseId: number, objectId: number): string {
  return `03${databaseId.toString(16).padStart(4, '0')}00${(objectId >>> 0).toString(16).padStart(8, '0')}`;
}

const TEXT_COLUMNS: ColumnRows<StatementText> = {
  handle: column(varbinary(64), (t) => bytesOf(t.handle)),
  dbid: nullable(SMALLINT, (t) => t.databaseId),
  objectid: nullable(INT, (t) => t.objectId),
  text: nullable(nvarchar(MAX), (t) => t.text),
};

const INPUT_COLUMNS: ColumnRows<SessionFigures> = {
  session_id: column(SMALLINT, (s) => s.id),
  event_type: nullable(nvarchar(256), (s) => s.input.event),
  event_info: nullable(nvarchar(MAX), (s) => s.input.text),
};

const SENSITIVITIES = ['BIN', 'BIN2', 'CI_AI', 'CI_AS', 'CS_AI', 'CS_AS'] as const;
const WIDTHS = ['', '_WS', '_KS', '_KS_WS'] as const;

const DESCRIPTIONS: Readonly<Record<string, string>> = {
  BIN: 'binary sort',
  BIN2: 'binary code point comparison sort',
  CI_AI: 'case-insensitive, accent-insensitive',
  CI_AS: 'case-insensitive, accent-sensitive',
  CS_AI: 'case-sensitive, accent-insensitive',
  CS_AS: 'case-sensitive, accent-sensitive',
};

interface CollationEntry {
  readonly name: string;
  readonly description: string;
}

/** The collations of all locales in their first version and in version 100, and SQL Server's own. */
function* collations(): Iterable<CollationEntry> {
  for (const locale of Object.keys(LOCALES)) {
    for (const base of [locale, `${locale}_100`]) yield* windowsCollations(base);
  }
  for (const name of Object.keys(SORT_ORDERS))
    yield { name: `SQL_${name}`, description: `${name.replaceAll('_', ' ')} for Unicode and non-Unicode Data` };
}

function* windowsCollations(base: string): Iterable<CollationEntry> {
  for (const sensitivity of SENSITIVITIES) {
    const widths = sensitivity.startsWith('BIN') ? [''] : WIDTHS;
    for (const width of widths) {
      const kana = width.includes('KS') ? 'kanatype-sensitive' : 'kanatype-insensitive';
      const wide = width.includes('WS') ? 'width-sensitive' : 'width-insensitive';
      const tail = sensitivity.startsWith('BIN') ? '' : `, ${kana}, ${wide}`;
      yield { name: `${base}_${sensitivity}${width}`, description: `${base.replaceAll('_', '-')}, ${DESCRIPTIONS[sensitivity]}${tail}` };
    }
  }
}

const COLLATION_COLUMNS: ColumnRows<CollationEntry> = {
  name: column(SYSNAME, (c) => c.name),
  description: column(nvarchar(1000), (c) => c.description),
};

interface PermissionEntry {
  readonly securableClass: SecurableClass;
  readonly name: string;
  readonly implication: Implication;
}

function* permissions(): Iterable<PermissionEntry> {
  for (const [securableClass, rows] of Object.entries(PERMISSIONS) as [SecurableClass, Readonly<Record<string, Implication>>][])
    for (const [name, implication] of Object.entries(rows)) yield { securableClass, name, implication };
}

const PERMISSION_COLUMNS: ColumnRows<PermissionEntry> = {
  class_desc: column(nvarchar(60), (p) => p.securableClass),
  permission_name: column(nvarchar(60), (p) => p.name),
  type: column(varchar(4), (p) => PERMISSION_CODES[p.name] ?? ''),
  covering_permission_name: column(nvarchar(60), (p) => p.implication.covering ?? ''),
  parent_class_desc: column(nvarchar(60), (p) => CONTAINER[p.securableClass] ?? ''),
  parent_covering_permission_name: column(nvarchar(60), (p) => p.implication.outer ?? ''),
};

export const INTERNAL_VIEWS: readonly SystemView[] = [
  defineView('sys', '$statement_texts', { live: true, columns: TEXT_COLUMNS, items: texts }),
  defineView('sys', '$input_buffers', { live: true, columns: INPUT_COLUMNS, items: ({ live }) => live.sessions() }),
  defineView('sys', '$permissions', { columns: PERMISSION_COLUMNS, items: permissions }),
  defineView('sys', '$collations', { columns: COLLATION_COLUMNS, items: collations }),
];
