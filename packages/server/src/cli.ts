/** The program `sprocket`: finds the command that is asked for and turns what it says into an exit status. */

import { checkCommand } from './commands/check.ts';
import type { Command } from './commands/command.ts';
import { serveCommand } from './commands/serve.ts';
import { sqlCommand } from './commands/sql/sql.ts';
import { startCommand } from './commands/start.ts';
import { ConfigurationError } from './config/configuration-error.ts';
import { PRODUCT, PRODUCT_VERSION } from './version.ts';

const COMMANDS: readonly Command[] = [startCommand, serveCommand, sqlCommand, checkCommand];

/** Runs the program with the arguments behind its name. Resolves with the exit status. */
export async function main(args: readonly string[]): Promise<number> {
  const [name = 'help', ...rest] = args;
  if (name === 'version' || name === '--version' || name === '-v') return say(`${PRODUCT} ${PRODUCT_VERSION}, Node ${process.version}\n`);
  if (name === 'help' || name === '--help' || name === '-h') return help(rest[0]);
  const command = COMMANDS.find((each) => each.name === name);
  if (command === undefined) return complain(`there is no command "${name}"; try: sprocket help`);
  if (rest.includes('--help')) return help(name);
  try {
    return await command.run(rest);
  } catch (error) {
    if (error instanceof ConfigurationError) return complain(error.message);
    throw error;
  }
}

function help(name: string | undefined): number {
  const command = COMMANDS.find((each) => each.name === name);
  if (command !== undefined) return say(command.help());
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
