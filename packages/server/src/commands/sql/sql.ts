/** `sprocket sql`: connects like sqlcmd and runs a query, a script, standard input or what is typed. */

import { createWriteStream, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { text as readAll } from 'node:stream/consumers';
import { type Batch, splitBatches } from '@sprocket/tsql';
import { ClientError } from '../../client/client-error.ts';
import { connectClient, type TdsClient } from '../../client/tds-client.ts';
import { ConfigurationError } from '../../config/configuration-error.ts';
import type { Command } from '../command.ts';
import { FORMATS } from './formats.ts';
import { interact } from './interactive.ts';
import { SQL_HELP, type SqlOptions, sqlOptions } from './options.ts';
import { type RunOptions, runBatch } from './run-batch.ts';

/** Above this severity a message is an error. */
const INFORMATIONAL = 10;

export const sqlCommand: Command = {
  help: () => SQL_HELP,
  run: async (args) => {
    const options = sqlOptions(args, process.env);
    const script = scriptOf(options);
    const client = await connect(options);
    try {
      return await converse(client, options, script);
    } finally {
      client.close();
    }
  },
};

async function connect(options: SqlOptions): Promise<TdsClient> {
  try {
    return await connectClient({ ...options.client, password: options.password ?? (await askPassword()) });
  } catch (error) {
    if (error instanceof ClientError) throw new ConfigurationError(error.message);
    throw error;
  }
}

function scriptOf(options: SqlOptions): string | undefined {
  if (options.query !== undefined) return options.query;
  if (options.inputFile === undefined) return undefined;
  try {
    return readFileSync(options.inputFile, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    throw new ConfigurationError(`${options.inputFile} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function converse(client: TdsClient, options: SqlOptions, script: string | undefined): Promise<number> {
  const file = options.outputFile === undefined ? undefined : createWriteStream(options.outputFile);
  const output = file ?? process.stdout;
  // Messages stay out of results that another program reads.
  const messages = options.format === 'table' ? output : process.stderr;
  const run: RunOptions = {
    format: FORMATS[options.format](),
    counts: options.format === 'table',
    screen: { results: (text) => text !== '' && output.write(text), messages: (text) => messages.write(text) },
  };
  let failed = false;
  const runBatches = async (batches: readonly Batch[]) => {
    failed = (await runAll(client, batches, run, options.stopOnError)) || failed;
  };
  if (script !== undefined) await runBatches(splitBatches(script));
  else if (!process.stdin.isTTY) await runBatches(splitBatches(await readAll(process.stdin as AsyncIterable<Uint8Array>)));
  const interactive = options.stay || (script === undefined && process.stdin.isTTY);
  if (interactive && !(failed && options.stopOnError)) {
    await interact({ run: (batch) => runBatches([batch]), cancel: () => client.cancel(), database: () => client.database });
  }
  if (file !== undefined) await new Promise<void>((resolve) => file.end(() => resolve()));
  return failed && options.stopOnError ? 1 : 0;
}

/** Whether a batch had an error. */
async function runAll(client: TdsClient, batches: readonly Batch[], run: RunOptions, stopOnError: boolean): Promise<boolean> {
  let failed = false;
  for (const batch of batches) {
    for (let round = 0; round < batch.count; round++) {
      if ((await runBatch(client, batch.text, run)) > INFORMATIONAL) failed = true;
      if (failed && stopOnError) return true;
    }
  }
  return failed;
}

async function askPassword(): Promise<string> {
  if (!process.stdin.isTTY) return '';
  const lines = createInterface({ input: process.stdin, output: process.stdout, terminal: true });
  process.stdout.write('Password: ');
  // Whatever is typed is not shown.
  Reflect.set(lines, '_writeToOutput', () => undefined);
  const password = await lines.question('');
  lines.close();
  process.stdout.write('\n');
  return password;
}
