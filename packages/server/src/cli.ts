/** The program `sprocket`: finds the command that is asked for and turns what it says into an exit status. */

import type { CommandEntry } from './commands/command.ts';
import { ConfigurationError } from './config/configuration-error.ts';
import { PRODUCT, PRODUCT_VERSION } from './version.ts';

const COMMANDS: readonly CommandEntry[] = [
  {
    name: 'start',
    summary: 'run the server with the sample database, and the workbench',
    load: async () => (await import('./commands/start.ts')).startCommand,
  },
  { name: 'serve', summary: 'run the server', load: async () => (await import('./commands/serve.ts')).serveCommand },
  { name: 'studio', summary: 'run the workbench', load: async () => (await import('./commands/studio.ts')).studioCommand },
  {
    name: 'sql',
    summary: 'connect to a SQL Server and run queries and scripts',
    load: async () => (await import('./commands/sql/sql.ts')).sqlCommand,
  },
  { name: 'check', summary: 'check the procedure files of a folder', load: async () => (await import('./commands/check.ts')).checkCommand },
];

/** Runs the program with the arguments behind its name. Resolves with the exit status. */
export async function main(args: readonly string[]): Promise<number> {
  const [name = 'help', ...rest] = args;
  if (name === 'version' || name === '--version' || name === '-v') return say(`${PRODUCT} ${PRODUCT_VERSION}, Node ${process.version}\n`);
  if (name === 'help' || name === '--help' || name === '-h') return help(rest[0]);
  const entry = COMMANDS.find((each) => each.name === name);
  if (entry === undefined) return complain(`there is no command "${name}"; try: sprocket help`);
  if (rest.includes('--help')) return help(name);
  const command = await entry.load();
  try {
    return await command.run(rest);
  } catch (error) {
    if (error instanceof ConfigurationError) return complain(error.message);
    throw error;
  }
}

async function help(name: string | undefined): Promise<number> {
  const entry = COMMANDS.find((each) => each.name === name);
  if (entry !== undefined) return say((await entry.load()).help());
  const list = COMMANDS.map((each) => `  sprocket ${each.name.padEnd(8)} ${each.summary}`).join('\n');
  return say(
    `${PRODUCT} ${PRODUCT_VERSION}: a home for T-SQL stored procedures\n\n${list}\n  sprocket help <command> tells more, sprocket version the version\n`,
  );
}

function say(text: string): number {
  process.stdout.write(text);
  return 0;
}

/** One clear line, exit status 1. */
function complain(message: string): number {
  process.stderr.write(`sprocket: ${message}\n`);
  return 1;
}
