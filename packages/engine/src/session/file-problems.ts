/** Problems of procedure files that only binding finds: the check that CREATE PROCEDURE would make, for every file that parses. */

import { bindModuleText } from '../bind/module.ts';
import { loginIdentity } from '../catalog/security/index.ts';
import type { Problem } from '../procedures/registry.ts';
import { GLOBAL } from '../procedures/registry.ts';
import { checkAll } from '../run/compiled.ts';
import { toSqlError } from '../run/failures.ts';
import { MASTER } from './databases.ts';
import type { Instance } from './instance.ts';
import { inDatabase, procedureModule } from './modules.ts';
import { SessionCore } from './session-core.ts';

const NOBODY: ConstructorParameters<typeof SessionCore>[2] = {
  user: 'sa',
  password: '',
  database: '',
  language: '',
  hostName: '',
  applicationName: 'sprocket check',
  clientInterface: '',
  clientAddress: '',
  hostProcessId: process.pid,
  packetSize: 4096,
  encrypted: false,
  ansiDefaults: true,
};

export function fileProblems(instance: Instance): readonly Problem[] {
  const core = new SessionCore(instance, 0, NOBODY, { identity: loginIdentity(NOBODY.user), databaseId: MASTER });
  const problems: Problem[] = [];
  for (const { database, procedure, file } of instance.files.all()) {
    // A database that is not there yet is bound against none of its tables.
    const databaseId = (database === GLOBAL ? undefined : instance.databases.idOf(database)) ?? MASTER;
    try {
      bindModuleText(procedure);
      const { compiled } = procedureModule(core, databaseId, procedure, file.tree);
      inDatabase(core, databaseId, () => checkAll(compiled, core.catalogs));
    } catch (thrown) {
      const error = toSqlError(thrown, core.log);
      problems.push({ file: file.place.file, line: error.line, message: error.message });
    }
  }
  core.releaseConnection();
  return problems;
}
