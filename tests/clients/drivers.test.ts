import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ALL_TYPES, type CaseName, EXPECTED, SETUP } from './cases.ts';
import { runScript, type ServerProcess, startServer } from './fixture.ts';
import { freetdsOdbcDriver, goClient, javaWith, pythonWith, type Tool } from './toolchain.ts';

/** A driver in another language: how to run its program, and where its answers differ from those of the others by its own nature. */
interface Driver {
  readonly name: string;
  readonly tool: Tool<string>;
  readonly command: (tool: string, server: ServerProcess) => readonly string[];
  /** What a case answers instead, or undefined where the driver cannot do it. */
  readonly differences: { readonly [Name in CaseName]?: unknown };
}

const PYTHON = fileURLToPath(new URL('./python/', import.meta.url));
const JAVA = fileURLToPath(new URL('./java/JdbcClient.java', import.meta.url));

const settings = ({ host, port, password }: ServerProcess, more: object = {}) =>
  JSON.stringify({ host, port, user: 'sa', password, database: 'clients', allTypes: ALL_TYPES, ...more });

const python =
  (file: string, more: object = {}) =>
  (tool: string, server: ServerProcess) => [tool, `${PYTHON}${file}`, settings(server, more)];

const java = (url: (server: ServerProcess) => string) => (jars: string, server: ServerProcess) => [
  'java',
  // Whatever the locale of the machine.
  '-Dfile.encoding=UTF-8',
  '-cp',
  jars,
  JAVA,
  url(server),
  'sa',
  server.password,
];

/** ODBC drivers tell a SQLSTATE and the message, not the number. */
const ODBC_ERRORS = [
  'It failed: 7',
  'Divide by zero error encountered.',
  "Invalid object name 'missing'.",
  "Incorrect syntax near the keyword 'FROM'.",
  "Could not find stored procedure 'dbo.missing'.",
];

const odbcDriver = freetdsOdbcDriver();
const pyodbc = pythonWith('pyodbc');

const DRIVERS: readonly Driver[] = [
  {
    name: 'pymssql',
    tool: pythonWith('pymssql'),
    command: python('pymssql_client.py'),
    differences: { error: undefined, clr: undefined },
  },
  {
    name: 'pyodbc with FreeTDS',
    tool: odbcDriver.missing === undefined ? pyodbc : odbcDriver,
    command: python('pyodbc_client.py', { driver: odbcDriver.found }),
    differences: { error: undefined, errors: ODBC_ERRORS, clr: undefined },
  },
  {
    name: 'mssql-python',
    tool: pythonWith('mssql_python'),
    command: python('mssql_python_client.py'),
    differences: { error: undefined, errors: ODBC_ERRORS, clr: undefined },
  },
  {
    name: 'mssql-jdbc',
    tool: javaWith('mssql-jdbc'),
    command: java(({ host, port }) => `jdbc:sqlserver://${host}:${port};databaseName=clients;encrypt=true;trustServerCertificate=true`),
    differences: { error: undefined },
  },
  {
    name: 'jTDS',
    tool: javaWith('jtds'),
    command: java(({ host, port }) => `jdbc:jtds:sqlserver://${host}:${port}/clients;useLOBs=false`),
    differences: { error: undefined, bulk: undefined, clr: undefined },
  },
  {
    name: 'go-mssqldb',
    tool: goClient(),
    command: (tool, { host, port, password }) => [
      tool,
      `sqlserver://sa:${encodeURIComponent(password)}@${host}:${port}?database=clients&encrypt=true&trustservercertificate=true`,
    ],
    differences: { clr: undefined },
  },
];

describe.each(DRIVERS)('$name', (driver) => {
  const cases = (Object.keys(EXPECTED) as CaseName[]).filter(
    (name) => !(name in driver.differences) || driver.differences[name] !== undefined,
  );
  const { tool } = driver;
  if (tool.missing !== undefined) {
    it.skip(`is passed over: ${tool.missing}`, () => {});
    return;
  }

  let server: ServerProcess;
  let answers: ReadonlyMap<string, unknown>;
  beforeAll(async () => {
    server = await startServer();
    await runScript(server, SETUP);
    answers = await run(driver.command(tool.found, server));
  }, 120_000);
  afterAll(() => server.stop());

  it.each(cases)('%s', (name) => {
    expect(answers.get(name)).toEqual(driver.differences[name] ?? EXPECTED[name]);
  });
});

async function run([command = '', ...args]: readonly string[]): Promise<ReadonlyMap<string, unknown>> {
  const { stdout } = await promisify(execFile)(command, args, {
    env: { ...process.env, ALL_TYPES, PYTHONDONTWRITEBYTECODE: '1' },
    maxBuffer: 1 << 26,
  });
  const lines = stdout.split('\n').filter((line) => line.startsWith('{'));
  const answers = lines.map((line) => JSON.parse(line) as { case: string; value?: unknown; error?: string });
  return new Map(answers.map((answer) => [answer.case, answer.error ?? answer.value]));
}
