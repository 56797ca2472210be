/**
 * Libraries that write their own SQL, each with its migrations, relations, transactions, introspection and errors. A program a library prints one JSON
 * line a case; what the cases answer is in `expected/`, and UPDATE=1 in the environment writes it anew. Nothing in it is particular to Sprocket: it is
 * what the library makes of SQL Server's answers.
 */

import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runScript, type ServerProcess, startServer } from './fixture.ts';
import { freetdsOdbcDriver, ormPackage, pythonWith, type Tool } from './toolchain.ts';

/** A library's program, and the database that is made for it. */
interface Library {
  readonly name: string;
  /** The file of expectations; drivers under one library share it. */
  readonly expected: string;
  readonly tool: Tool<string>;
  readonly program: string;
  readonly database: string;
  readonly settings: object;
  /** Cases that a driver answers otherwise by its own nature, and how. */
  readonly differences: Readonly<Record<string, unknown>>;
}

type Answers = Readonly<Record<string, unknown>>;

const FOLDER = fileURLToPath(new URL('./', import.meta.url));

const javascript = (name: string, packageName = name): Library => ({
  name,
  expected: name,
  tool: ormPackage(packageName),
  program: `${FOLDER}orm/${name}.mjs`,
  database: name.replace('-', '_'),
  settings: {},
  differences: {},
});

const odbc = freetdsOdbcDriver();

const sqlalchemy = (dialect: string, driver: Tool<string>, differences: Library['differences'] = {}): Library => ({
  name: `sqlalchemy with ${dialect}`,
  expected: 'sqlalchemy',
  tool: driver.missing === undefined ? pythonWith('sqlalchemy') : driver,
  program: `${FOLDER}python/sqlalchemy_client.py`,
  database: `library_${dialect}`,
  settings: { dialect, driver: odbc.found },
  differences,
});

/** pymssql knows errors by its own list of numbers, and its datetime parameters have milliseconds. */
const PYMSSQL_DIFFERENCES = {
  errors: [...Array(4).fill('IntegrityError'), 'ProgrammingError', 'OperationalError', 'OperationalError'],
  types: [
    ['2024-02-29 01:02:03.456000', '255', '1.2345', '1', 'essay', 'é漢'],
    [
      ...['INTEGER', 'DATETIMEOFFSET', 'DATETIME2', 'TINYINT', 'MONEY', 'BIT', 'TIMESTAMP'],
      'VARCHAR(5) COLLATE "SQL_Latin1_General_CP1_CI_AS"',
      'NVARCHAR(20) COLLATE "Latin1_General_BIN"',
    ],
  ],
};

const LIBRARIES: readonly Library[] = [
  javascript('typeorm'),
  javascript('sequelize'),
  javascript('knex'),
  javascript('kysely'),
  javascript('mikro-orm', '@mikro-orm/mssql'),
  javascript('prisma', '.generated/prisma'),
  sqlalchemy('mssqlpython', pythonWith('mssql_python')),
  sqlalchemy('pyodbc', odbc.missing === undefined ? pythonWith('pyodbc') : odbc),
  sqlalchemy('pymssql', pythonWith('pymssql'), PYMSSQL_DIFFERENCES),
  {
    name: 'django',
    expected: 'django',
    tool: pythonWith('mssql'),
    program: `${FOLDER}python/django_client.py`,
    database: 'django',
    settings: {},
    differences: {},
  },
];

let server: ServerProcess;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

describe.each(LIBRARIES)('$name', (library) => {
  const { tool } = library;
  if (tool.missing !== undefined) {
    it.skip(`is passed over: ${tool.missing}`, () => {});
    return;
  }
  const expected = { ...readExpected(library), ...library.differences };

  let answers: Answers;
  beforeAll(async () => {
    await runScript(server, `CREATE DATABASE ${library.database}`);
    answers = await run(tool.found, library, server);
    if (process.env.UPDATE === '1' && Object.keys(library.differences).length === 0) writeExpected(library, answers);
  }, 120_000);

  it.each(Object.keys(expected))('%s', (name) => {
    expect(answers[name]).toEqual(expected[name]);
  });

  it('answers the cases that are expected', () => {
    expect(Object.keys(answers)).toEqual(Object.keys(expected));
  });
});

async function run(interpreter: string, library: Library, { host, port, password }: ServerProcess): Promise<Answers> {
  const settings = JSON.stringify({ host, port, user: 'sa', password, database: library.database, ...library.settings });
  const { stdout } = await promisify(execFile)(interpreter, [library.program, settings], {
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' },
    maxBuffer: 1 << 26,
  });
  const lines = stdout.split('\n').filter((line) => line.startsWith('{'));
  const answers = lines.map((line) => JSON.parse(line) as { case: string; value?: unknown; error?: string });
  return Object.fromEntries(answers.map((answer) => [answer.case, answer.error ?? answer.value]));
}

const expectedFile = ({ expected }: Library): string => `${FOLDER}expected/${expected}.json`;

function readExpected(library: Library): Answers {
  return JSON.parse(readFileSync(expectedFile(library), 'utf8')) as Answers;
}

function writeExpected(library: Library, answers: Answers): void {
  writeFileSync(expectedFile(library), `${JSON.stringify(answers, null, 2)}\n`);
}
