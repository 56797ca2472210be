/** The flags of `sprocket sql`: those of sqlcmd where it has them. */

import { userInfo } from 'node:os';
import { parseArgs } from 'node:util';
import type { ClientEncryption, ClientOptions } from '../../client/tds-client.ts';
import { ConfigurationError } from '../../config/configuration-error.ts';
import { FORMATS, type FormatName } from './formats.ts';

export interface SqlOptions {
  readonly client: Omit<ClientOptions, 'password'>;
  /** Undefined: ask for it. */
  readonly password: string | undefined;
  /** Batches of -q, -Q or -i; undefined reads standard input. */
  readonly query: string | undefined;
  readonly inputFile: string | undefined;
  readonly outputFile: string | undefined;
  /** Go on interactively after the query (-q). */
  readonly stay: boolean;
  readonly format: FormatName;
  /** -b: stop at the first error and tell it in the exit status. */
  readonly stopOnError: boolean;
}

const FLAGS = {
  server: { type: 'string', short: 'S', default: 'localhost' },
  user: { type: 'string', short: 'U' },
  password: { type: 'string', short: 'P' },
  database: { type: 'string', short: 'd', default: '' },
  query: { type: 'string', short: 'q' },
  'query-and-exit': { type: 'string', short: 'Q' },
  input: { type: 'string', short: 'i' },
  output: { type: 'string', short: 'o' },
  'stop-on-error': { type: 'boolean', short: 'b', default: false },
  encrypt: { type: 'string', short: 'N', default: 'login' },
  'trust-certificate': { type: 'boolean', short: 'C', default: false },
  format: { type: 'string', default: 'table' },
} as const;

const ENCRYPTIONS: readonly ClientEncryption[] = ['off', 'login', 'on', 'strict'];
const DEFAULT_PORT = 1433;

export const SQL_HELP = `sprocket sql: an interactive client for any SQL Server

  -S, --server host[,port]    server, localhost,1433 by default
  -U, --user name             login, the name of the operating system's user by default
  -P, --password text         password; without it SQLCMDPASSWORD is used, or it is asked for
  -d, --database name         database to use
  -q, --query text            run this, then go on interactively
  -Q, --query-and-exit text   run this and exit
  -i, --input file            run this script and exit
  -o, --output file           write results there
  -b, --stop-on-error         stop at the first error; the exit status is 1 after one
  -N, --encrypt mode          off, login (the default: the login, and all if the server wants it), on, strict
  -C, --trust-certificate     accept any certificate of the server
      --format name           table (the default), csv or json

Interactively, a line GO runs what was typed before, GO 5 runs it five times; :quit or Ctrl+D ends, :reset drops what was typed,
Ctrl+C cancels what runs. The history is kept in ~/.sprocket_history.
`;

/** Throws a ConfigurationError for flags that make no sense. */
export function sqlOptions(args: readonly string[], environment: Readonly<Record<string, string | undefined>>): SqlOptions {
  const values = flagValues(args);
  const [host = '', port] = values.server.replace(/^tcp:/, '').split(',');
  if (port !== undefined && !/^\d+$/.test(port)) throw new ConfigurationError(`--server: "${values.server}" is not host,port`);
  return {
    client: {
      host: host === '.' || host === '' || host === '(local)' ? 'localhost' : host,
      port: port === undefined ? DEFAULT_PORT : Number(port),
      user: values.user ?? environment.SQLCMDUSER ?? userInfo().username,
      database: values.database,
      encryption: oneOf('--encrypt', values.encrypt, ENCRYPTIONS),
      trustCertificate: values['trust-certificate'],
      applicationName: 'sprocket sql',
    },
    password: values.password ?? environment.SQLCMDPASSWORD,
    query: values['query-and-exit'] ?? values.query,
    inputFile: values.input,
    outputFile: values.output,
    stay: values.query !== undefined && values['query-and-exit'] === undefined,
    format: oneOf('--format', values.format, Object.keys(FORMATS) as FormatName[]),
    stopOnError: values['stop-on-error'],
  };
}

function flagValues(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: FLAGS, strict: true, allowPositionals: false }).values;
  } catch (error) {
    throw new ConfigurationError(error instanceof Error ? error.message : String(error));
  }
}

function oneOf<T extends string>(flag: string, value: string, choices: readonly T[]): T {
  const found = choices.find((choice) => choice === value);
  if (found === undefined) throw new ConfigurationError(`${flag}: one of ${choices.join(', ')} expected, not "${value}"`);
  return found;
}
