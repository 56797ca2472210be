/**
 * Runs the expectations of a sample database of Microsoft against a server process of its own. The setup scripts are not part of the project: they
 * are looked for in `shared/data` beside it, and without them the tests are passed over by name.
 */

import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { readDocument } from '../expectations/document.ts';
import { expectationSuite } from '../expectations/suite.ts';
import { type ServerProcess, startServer } from './fixture.ts';
import { connectTedious } from './tedious.ts';

const SCRIPTS = fileURLToPath(new URL('../../../shared/data', import.meta.url));

/** A test for each case, or one that is passed over and says why. */
export function expectSampleDatabase(name: 'northwind' | 'pubs'): void {
  const { script } = readDocument(name);
  if (!existsSync(path.join(SCRIPTS, script))) {
    it.skip(`${name} (no ${script} in shared/data beside the project)`, () => {});
    return;
  }
  describe(`${name} on a server`, () => {
    let server: ServerProcess;
    beforeAll(async () => {
      server = await startServer();
    });
    afterAll(() => server?.stop());
    expectationSuite(name, { connect: (database) => connectTedious(server, { database }), scripts: SCRIPTS });
  });
}
