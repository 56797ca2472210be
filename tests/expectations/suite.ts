/**
 * A test for each case of northwind.json or pubs.json. Whoever calls `expectationSuite` says how to get connections: to a server whose
 * databases can be filled, first without a database in mind, then to the one that the document names.
 */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { splitBatches } from '@sprocket/tsql';
import type { Connection } from 'tedious';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { differences } from './compare.ts';
import { readDocument } from './document.ts';
import { type Observed, observe } from './observe.ts';

export interface SuiteOptions {
  /** A new connection; undefined is the login's default database. */
  readonly connect: (database?: string) => Promise<Connection>;
  /** The folder that holds northwind/instnwnd.sql and pubs/instpubs.sql. */
  readonly scripts: string;
}

/** Call it within a `describe` or at the top of a test file. */
export function expectationSuite(name: 'northwind' | 'pubs', options: SuiteOptions): void {
  const document = readDocument(name);
  describe(`${name}: what SQL Server returns`, () => {
    let connection: Connection;

    beforeAll(async () => {
      const script = readFileSync(path.join(options.scripts, document.script), 'utf8');
      await fill(options, document.database, script);
      connection = await options.connect(document.database);
    });

    afterAll(() => connection?.close());

    for (const expected of document.cases) {
      it(expected.name, async () => {
        expect(differences(expected, await observe(connection, expected.sql)), expected.derivation).toEqual([]);
      });
    }
  });
}

/** Feeds a setup script batch by batch. The one of Northwind leaves it to the caller to make a database. */
async function fill(options: SuiteOptions, database: string, script: string): Promise<void> {
  const makesDatabase = /^\s*CREATE\s+DATABASE\b/im.test(script);
  let connection = await options.connect();
  if (!makesDatabase) {
    refuseErrors(await observe(connection, `CREATE DATABASE [${database}]`), 'CREATE DATABASE');
    connection.close();
    connection = await options.connect(database);
  }
  for (const [index, batch] of splitBatches(script).entries()) refuseErrors(await observe(connection, batch.text), `batch ${index + 1}`);
  connection.close();
}

function refuseErrors(observed: Observed, what: string): void {
  const [error] = observed.errors;
  if (error !== undefined) throw new Error(`${what}, line ${error.line}: Msg ${error.number}, ${error.message}`);
}
