/** The views of SQL Server 2000 that scripts still read: sysobjects and its kin. They are found in dbo and in sys. */

import { defineView, type SystemView, type ViewDefinition } from '../define.ts';
import { objectEntries, systemViewEntries } from '../objects.ts';
import { specView } from '../spec.ts';
import { COLUMN, oldColumns, TYPE, types } from './columns.ts';
import { INDEX, INDEX_KEY, indexes, indexKeys } from './indexes.ts';
import { COMMENT, CONSTRAINT, comments, constraints, FOREIGN_KEY, foreignKeys, OBJECT } from './objects.ts';
import { type OldView, REST } from './rest.ts';
import { DATABASE, FILE, LOGIN, logins, MEMBER, members, USER } from './server.ts';

/** Each view under both of its schemas. */
export function compatibilityViews(system: () => Iterable<SystemView>): readonly SystemView[] {
  const both = <Item>(name: string, definition: ViewDefinition<Item>): readonly SystemView[] => [
    defineView('sys', name, definition),
    defineView('dbo', name, definition),
  ];
  return [
    ...both('sysobjects', { columns: OBJECT, items: ({ catalog }) => [...systemViewEntries(system()), ...objectEntries(catalog)] }),
    ...both('syscolumns', { columns: COLUMN, items: oldColumns }),
    ...both('sysindexes', { live: true, columns: INDEX, items: indexes }),
    ...both('sysindexkeys', { columns: INDEX_KEY, items: indexKeys }),
    ...both('systypes', { columns: TYPE, items: types }),
    ...both('sysusers', { columns: USER, items: ({ catalog }) => catalog.principals.values() }),
    ...both('sysdatabases', { live: true, columns: DATABASE, items: ({ databases }) => databases() }),
    ...both('syscomments', { columns: COMMENT, items: comments }),
    ...both('sysforeignkeys', { columns: FOREIGN_KEY, items: foreignKeys }),
    ...both('sysconstraints', { columns: CONSTRAINT, items: constraints }),
    ...both('sysmembers', { columns: MEMBER, items: members }),
    ...both('sysfiles', { columns: FILE, items: () => [{ log: false }, { log: true }] }),
    ...both('syslogins', { columns: LOGIN, items: logins }),
    ...REST.flatMap(({ name, spec, rows }: OldView) => [specView('sys', name, spec, rows), specView('dbo', name, spec, rows)]),
  ];
}
