/** The procedures for which T-SQL has no statement. */

import type { NativeProcedure } from '../procedure.ts';
import { BACKUP_HISTORY } from './backup-history.ts';
import { BINDINGS } from './bindings.ts';
import { LINKED_SERVERS } from './linked-servers.ts';
import { MODULES } from './modules.ts';
import { PROPERTIES } from './properties.ts';
import { RENAME } from './rename.ts';
import { SERVER } from './server.ts';
import { ALIAS_TYPES } from './types.ts';

export const NATIVE_PROCEDURES: readonly NativeProcedure[] = [
  ...RENAME,
  ...PROPERTIES,
  ...ALIAS_TYPES,
  ...BINDINGS,
  ...MODULES,
  ...SERVER,
  ...LINKED_SERVERS,
  ...BACKUP_HISTORY,
];
