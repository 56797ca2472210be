/** Who may do what: identities, their tokens in a state of the catalogs, and the permissions that a token holds. */

export { applicable, COLUMN_PERMISSIONS } from './applicable.ts';
export {
  DATABASE,
  holds,
  holdsColumns,
  holdsOnServer,
  mayPassOn,
  objectSecurable,
  ownerOf,
  SERVER,
  type SecurableId,
  schemaSecurable,
  sees,
  seesSecurable,
} from './effective.ts';
export { PERMISSIONS, type SecurableClass } from './hierarchy.ts';
export { type DatabaseUser, type Identity, loginIdentity, signedIdentity, userIdentity } from './identity.ts';
export {
  databaseToken,
  isUserOf,
  loginOf,
  memberships,
  principalToken,
  type ServerToken,
  serverToken,
  type Token,
  takesPartInChains,
} from './token.ts';
export { visibleCatalog, visibleServer } from './visible.ts';
