/**
 * Which clients this machine can run. What is missing has a reason, which the name of a passed-over test carries to the end of `npm test`.
 */

import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const CACHE = fileURLToPath(new URL('../../node_modules/.cache/clients', import.meta.url));

/** A tool, or why it is not there. */
export type Tool<T> = { readonly found: T; readonly missing?: undefined } | { readonly found?: undefined; readonly missing: string };

/** The interpreter of the environment that has the module. */
export function pythonWith(module: string): Tool<string> {
  const python = path.join(CACHE, 'venv', 'bin', 'python');
  if (!existsSync(python)) return { missing: 'no Python environment' };
  return succeeds(python, ['-c', `import ${module}`]) ? { found: python } : { missing: `no Python module ${module}` };
}

/** The class path of the JDBC drivers. */
export function javaWith(jar: string): Tool<string> {
  if (!succeeds('java', ['-version'])) return { missing: 'no Java' };
  const folder = path.join(CACHE, 'jars');
  const jars = existsSync(folder) ? readdirSync(folder) : [];
  return jars.some((name) => name.startsWith(jar)) ? { found: path.join(folder, '*') } : { missing: `no ${jar}` };
}

/** The compiled Go client. */
export function goClient(): Tool<string> {
  if (!succeeds('go', ['version'])) return { missing: 'no Go' };
  const program = path.join(CACHE, 'go-client');
  const source = fileURLToPath(new URL('./go', import.meta.url));
  return succeeds('go', ['build', '-C', source, '-o', program, '.']) ? { found: program } : { missing: 'no go-mssqldb' };
}

/** FreeTDS's ODBC driver. */
export function freetdsOdbcDriver(): Tool<string> {
  const folders = existsSync('/usr/lib') ? readdirSync('/usr/lib').map((name) => `/usr/lib/${name}/odbc/libtdsodbc.so`) : [];
  const driver = folders.find((file) => existsSync(file));
  return driver === undefined ? { missing: 'no FreeTDS driver for ODBC' } : { found: driver };
}

/** The program that runs JavaScript, where a package of `orm/` is installed. */
export function ormPackage(name: string): Tool<string> {
  const folder = fileURLToPath(new URL(`./orm/node_modules/${name}`, import.meta.url));
  return existsSync(folder) ? { found: process.execPath } : { missing: `no package ${name}` };
}

/** A program on the path. */
export function programOnPath(name: string): Tool<string> {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const file = folders.map((folder) => path.join(folder, name)).find((candidate) => existsSync(candidate));
  return file === undefined ? { missing: `no ${name}` } : { found: file };
}

function succeeds(command: string, args: readonly string[]): boolean {
  try {
    execFileSync(command, args, { stdio: 'ignore', timeout: 120_000 });
    return true;
  } catch {
    return false;
  }
}
