/** What the statements about Service Broker share: making a changed broker the state of the database, free names and ids, and 15151 for what is missing. */

import { type SqlError, sqlError } from '../../../errors.ts';
import { type Broker, brokerOf } from '../../broker/model.ts';
import { FIRST_USER_ID } from '../../broker/system.ts';
import { setBroker } from '../../edit.ts';
import { sameName } from '../../find.ts';
import { holds, type SecurableId } from '../../security/index.ts';
import { commitCatalog } from '../apply.ts';
import type { DdlContext } from '../context.ts';
import type { Clauses } from '../keys/clauses.ts';

/** A statement about something of Service Broker, by its name; `from` is what follows the name. */
export type BrokerDdl = (name: string, from: Clauses, context: DdlContext) => void;

export function putBroker(context: DdlContext, change: Partial<Broker>): void {
  const catalog = context.catalogs.current();
  commitCatalog(context, catalog, setBroker(catalog, { ...brokerOf(catalog), ...change }));
}

/** 2714 */
export function requireNew(existing: { readonly name: string } | undefined, name: string): void {
  if (existing !== undefined) throw sqlError(2714, name);
}

export const missing = (verb: string, word: string, name: string): SqlError => sqlError(15151, verb, word, name);

export const nextBrokerId = (items: readonly { readonly id: number }[], first = FIRST_USER_ID): number =>
  Math.max(first - 1, ...items.map(({ id }) => id)) + 1;

/** 15151 for something to which one may not refer, as if it were not there. What every database has is open to all. */
export function requireReferable(context: DdlContext, securable: SecurableId, word: string, name: string): void {
  if (securable.class !== 'OBJECT' && securable.id < FIRST_USER_ID) return;
  const { authority, catalogs } = context;
  if (!authority.server().unrestricted && !holds(authority.token(catalogs.current()), 'REFERENCES', securable))
    throw missing('find', word, name);
}

/** The list with the changed item in its place. */
export const exchanged = <Item extends { readonly id: number }>(items: readonly Item[], changed: Item): readonly Item[] =>
  items.map((item) => (item.id === changed.id ? changed : item));

/** The list without the item of that name. Raises 15151. */
export function without<Item extends { readonly name: string }>(items: readonly Item[], word: string, name: string): readonly Item[] {
  if (!items.some((item) => sameName(item.name, name))) throw missing('drop', word, name);
  return items.filter((item) => !sameName(item.name, name));
}
