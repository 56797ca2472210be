/**
 * What a statement asks of permissions. Binding notes every use of an object by name; whoever runs the statement is held against these notes, and the
 * notes are kept with the bound statement. An object that is reached through another of the same owner needs no permission of its own (ownership
 * chaining): it is not noted at all. Only the data of an object can be reached so; TRUNCATE needs ALTER everywhere.
 */

import type { DatabaseCatalog, SchemaObject } from '../catalog/model.ts';
import { nameKey } from '../catalog/model.ts';
import { ownerOf } from '../catalog/security/index.ts';
import type { Binder, ExprContext } from './context.ts';
import type { ResolvedObject } from './resolve.ts';
import type { Source } from './tree.ts';

export type AccessPermission = 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE' | 'EXECUTE' | 'ALTER';

export interface Access {
  readonly databaseId: number;
  readonly objectId: number;
  readonly permission: AccessPermission;
  /** Positions of the columns that are used; null for a permission on the object as a whole. */
  readonly columns: ReadonlySet<number> | null;
  /** The source whose columns those are; 0 for none. */
  readonly sourceId: number;
  /** The target of a change is read only if one of its columns is. */
  readonly onlyIfUsed: boolean;
  /** The synonym that it was named by: a permission on it counts when both have one owner. */
  readonly synonym: { readonly databaseId: number; readonly objectId: number; readonly chained: boolean } | null;
  /** The module or view of another database that it is used in: chains may reach across databases. */
  readonly crossing: Chain | null;
}

/** The module or view inside which names are bound: what its owner owns in its database is free. */
export interface Chain {
  readonly databaseId: number;
  readonly owner: string;
}

export const chainOf = (database: DatabaseCatalog, object: Pick<SchemaObject, 'schema'> & { readonly owner?: string }): Chain => ({
  databaseId: database.databaseId,
  owner: ownerOf(database, object),
});

export function isChained(chain: Chain | null, database: DatabaseCatalog, object: SchemaObject): boolean {
  return chain !== null && chain.databaseId === database.databaseId && nameKey(chain.owner) === nameKey(ownerOf(database, object));
}

/** Where uses are noted, and inside what. */
type Notes = Pick<Binder, 'accesses' | 'chain'>;

/** Notes the use of an object as a whole. */
export function noteAccess(binder: Notes, found: ResolvedObject, permission: AccessPermission): void {
  note(binder, found, { permission, columns: null, sourceId: 0 });
}

/** Notes that a source is read; its columns are noted as they are named. */
export function noteSource(binder: Binder, found: ResolvedObject, source: Source): Source {
  const columns = new Set<number>();
  note(binder, found, { permission: 'SELECT', columns, sourceId: source.id });
  return { ...source, used: columns };
}

function note(binder: Notes, found: ResolvedObject, access: Pick<Access, 'permission' | 'columns' | 'sourceId'>): void {
  const { database, object, synonym } = found;
  const first = synonym ?? found;
  const isFree = isChained(binder.chain, first.database, first.object) && isChained(binder.chain, database, object);
  if (isFree && access.permission !== 'ALTER') return;
  const crossing = binder.chain === null || binder.chain.databaseId === database.databaseId ? null : binder.chain;
  binder.accesses.push({
    ...access,
    databaseId: database.databaseId,
    objectId: object.id,
    onlyIfUsed: false,
    crossing,
    synonym:
      synonym === undefined
        ? null
        : {
            databaseId: synonym.database.databaseId,
            objectId: synonym.object.id,
            chained: isChained(chainOf(synonym.database, synonym.object), database, object),
          },
  });
}

/** The source is what a statement changes: it is read only where its columns are named, and each change is noted. */
export function noteChange(binder: Binder, sourceId: number, permission: AccessPermission, columns: readonly number[] | null): void {
  const index = binder.accesses.findIndex((access) => access.sourceId === sourceId && access.permission === 'SELECT');
  const read = binder.accesses[index];
  if (read === undefined) return;
  binder.accesses[index] = { ...read, onlyIfUsed: true };
  binder.accesses.push({ ...read, permission, columns: columns === null ? null : new Set(columns) });
}

/** A context that looks names up once more without noting them. */
export const unnoted = (cx: ExprContext): ExprContext => ({ ...cx, binder: { ...cx.binder, accesses: [] } });
