/** Updatable result sets of both JDBC drivers: sp_cursoropen, sp_cursorfetch and sp_cursor with the drivers that live by them. */

import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runScript, type ServerProcess, startServer } from './fixture.ts';
import { javaWith } from './toolchain.ts';

const PROGRAM = fileURLToPath(new URL('./java/JdbcUpdatable.java', import.meta.url));

const SETUP = `
CREATE DATABASE clients
GO
USE clients
GO
CREATE TABLE dbo.stock (id int NOT NULL PRIMARY KEY, name nvarchar(50) NOT NULL, amount decimal(10, 2) NULL CHECK (amount >= 0))
CREATE TABLE dbo.child (id int NOT NULL PRIMARY KEY, stock int NOT NULL)
CREATE TABLE dbo.numbered (id int NOT NULL IDENTITY PRIMARY KEY, word varchar(10) NOT NULL DEFAULT 'default')
CREATE TABLE dbo.kinds (id int NOT NULL PRIMARY KEY, flag bit NULL, big bigint NULL, fraction float NULL, moment datetime2(3) NULL, day date NULL,
  raw varbinary(10) NULL, long_text nvarchar(max) NULL)
INSERT dbo.kinds (id) VALUES (1)
GO
CREATE PROCEDURE dbo.first_ids @count int AS SELECT TOP (@count) id FROM dbo.stock ORDER BY id
`;

const EXPECTED = {
  scroll: '1 2 3 4 5 | 5 4 3 2 1 last 5 first 1 third 3 back 1 fourth 4 after next 1 columns 3',
  forward: '1,ONE,1.50 3,THREE,null 5,FIVE,5.50',
  update: '1,one,1.50 2,zwei ß,22.25 3,three,null 4,four,4.50 5,fünf,5.50',
  insert: '1 6,six,null 1,one,1.50 2,two,2.50 3,three,null 4,four,4.50 5,five,5.50 6,six,null',
  defaults: 'default given',
  delete: '1,one,1.50 2,two,2.50 3,three,null',
  refresh: 'changed 1,one,1.50 2,again,2.50 3,three,null 4,four,4.50 5,five,5.50',
  conflict: '16947 1,one,1.50 2,theirs,2.50 3,three,null 4,four,4.50 5,five,5.50',
  refused: '5 read only',
  constraint: '547 2627 58',
  parameters: '2 4 4 4 | 1,one,1.50 2,two!,2.50 3,three,null 4,four!!!,4.50 5,five,5.50',
  join: '1,one,1.50 2,joined,2.50 3,three,null 4,four,4.50 5,five,5.50',
  types: '1 9007199254740993 0.5 2024-02-29 13:14:15.123 2024-02-29 0x0102FF 10000',
  rollback: '1,one,1.50 2,two,2.50 3,three,null 4,four,4.50 5,five,5.50',
  dynamic: '1 2 3 4 5 6 6 5 4 3 1',
  locks: '1 2 3 4 5 5 4 3 - 1',
  commit: '16909',
  procedure: '3 3',
} as const;

type StepName = keyof typeof EXPECTED;

interface Driver {
  readonly name: string;
  readonly jar: string;
  readonly url: (server: ServerProcess) => string;
  /** Where the driver's own nature gives another answer. */
  readonly differences: { readonly [Name in StepName]?: string | undefined };
}

const DRIVERS: readonly Driver[] = [
  {
    name: 'mssql-jdbc',
    jar: 'mssql-jdbc',
    url: ({ host, port }) => `jdbc:sqlserver://${host}:${port};databaseName=clients;encrypt=true;trustServerCertificate=true`,
    // The driver does not ask what became of its wish.
    differences: { refused: '5 updatable' },
  },
  {
    name: 'jTDS',
    jar: 'jtds',
    url: ({ host, port }) => `jdbc:jtds:sqlserver://${host}:${port}/clients`,
    // It knows the standard's kinds only.
    differences: { dynamic: undefined, locks: undefined, commit: undefined },
  },
];

describe.each(DRIVERS)('updatable results of $name', ({ jar, url, differences }) => {
  const tool = javaWith(jar);
  if (tool.missing !== undefined) {
    it.skip(`is passed over: ${tool.missing}`, () => {});
    return;
  }

  let server: ServerProcess;
  let answers: ReadonlyMap<string, string>;
  beforeAll(async () => {
    server = await startServer();
    await runScript(server, SETUP);
    const args = ['-Dfile.encoding=UTF-8', '-Dstdout.encoding=UTF-8', '-cp', tool.found, PROGRAM, url(server), 'sa', server.password];
    const { stdout } = await promisify(execFile)('java', args, { maxBuffer: 1 << 24 });
    answers = new Map(stdout.split('\n').flatMap((line) => [line.split('\t') as [string, string]]));
  }, 120_000);
  afterAll(() => server.stop());

  const steps = (Object.keys(EXPECTED) as StepName[]).filter((name) => !(name in differences) || differences[name] !== undefined);
  it.each(steps)('%s', (name) => {
    expect(answers.get(name)).toBe(differences[name] ?? EXPECTED[name]);
  });
});
