/**
 * Every setting of the server in one table. A setting is read from `sprocket.yaml` by its key, from the environment by the name that
 * `environmentName` derives (`tdsPort` is `SPROCKET_TDS_PORT`) and from the command line by the one of `flagName` (`--tds-port`).
 * docs/configuration.md is printed from this table, so a new row is all that a new setting needs.
 */

/** How the text of a setting becomes its value, and what it is when nobody sets it. */
export type Setting = IntegerSetting | TextSetting | ChoiceSetting<string>;

interface SettingBase {
  /** One or two sentences for the documentation and for `sprocket help serve`. */
  readonly doc: string;
  /** The value must not appear in logs or documentation. */
  readonly secret?: boolean;
}

export interface IntegerSetting extends SettingBase {
  readonly kind: 'integer';
  readonly default: number;
  readonly min: number;
  readonly max: number;
}

/** `kind: 'path'` is resolved against the folder of the file that sets it, otherwise against the working directory. */
export interface TextSetting extends SettingBase {
  readonly kind: 'text' | 'path';
  /** Empty where the setting is absent by default. */
  readonly default: string;
}

export interface ChoiceSetting<Value extends string> extends SettingBase {
  readonly kind: 'choice';
  readonly default: Value;
  readonly choices: readonly Value[];
}

const MAX_PORT = 65_535;
const port = (value: number, doc: string): IntegerSetting => integer(value, 0, MAX_PORT, doc);

export const SETTINGS = {
  host: text('127.0.0.1', 'Address to listen on. 0.0.0.0 takes connections from other machines.'),
  tdsPort: port(1433, 'Port for SQL Server clients (TDS). 0 takes a free one.'),
  httpPort: port(8080, 'Port for health checks and metrics. 0 takes a free one.'),
  workbench: choice('on', ['on', 'off'], 'Whether `sprocket start` also runs the workbench.'),
  studioPort: port(3000, 'Port of the workbench. 0 takes a free one.'),
  dataDir: path('data', 'Folder of the databases, the logins and the generated certificate. It is created when missing.'),
  proceduresDir: path(
    '',
    'Folder of procedure files, `{database}/{schema}/{name}.sql`. Empty: procedures come from CREATE PROCEDURE alone.',
  ),
  bulkDir: path('', 'Folder whose files BULK INSERT and OPENROWSET(BULK …) may read. Empty: they may read none.'),
  backupDir: path('', 'The one folder that BACKUP DATABASE writes to and RESTORE reads. Empty: `_backups` in the data folder.'),
  saPassword: secret('Password of the `sa` login. Without it, one is generated and printed at the first start.'),
  serverName: text('SPROCKET', 'What @@SERVERNAME and SERVERPROPERTY report.'),
  storage: choice('sqlite', ['sqlite'], 'Storage engine of the databases.'),
  workers: integer(
    -1,
    -1,
    64,
    'Threads beside the main ones that run heavy reads outside transactions, so that they hold up nobody. They start when first needed. -1: one less than there are processors, at least one; 0: none.',
  ),
  tlsMode: choice(
    'optional',
    ['off', 'optional', 'required', 'strict'],
    'Encryption of TDS connections: `off` refuses it, `optional` leaves it to the client (the login is encrypted wherever the client can), `required` refuses plain connections, `strict` takes TDS 8.0 alone.',
  ),
  tlsCertificate: path('', 'Certificate chain in PEM. Empty: a self-signed one is made in the data folder at the first start.'),
  tlsKey: path('', 'Private key of the certificate in PEM.'),
  maxConnections: integer(1000, 1, 100_000, 'Connections at one time; further ones are closed at once.'),
  maxRequestMegabytes: integer(256, 1, 2047, 'Largest request, a bulk load included. A larger one ends the connection.'),
  loginTimeoutSeconds: integer(15, 1, 3600, 'Time from connecting to a complete login.'),
  lockoutAttempts: integer(
    10,
    1,
    1_000_000,
    'Failed logins of one name from one address before further ones are refused with error 18486.',
  ),
  lockoutMinutes: integer(5, 1, 10_080, 'How long such a name stays locked out for that address.'),
  shutdownGraceSeconds: integer(10, 0, 3600, 'How long a shutdown waits for running requests before it cancels them.'),
  logLevel: choice('info', ['debug', 'info', 'warn', 'error'], 'Least important messages that are logged.'),
  logFormat: choice(
    'auto',
    ['auto', 'json', 'pretty'],
    '`json` writes one JSON object a line, `pretty` is for reading; `auto` is pretty on a terminal.',
  ),
} as const satisfies Readonly<Record<string, Setting>>;

export type SettingName = keyof typeof SETTINGS;

type ValueOf<S extends Setting> = S extends IntegerSetting ? number : S extends ChoiceSetting<infer Value> ? Value : string;

/** The value of every setting. Absent text is the empty string. */
export type Config = { readonly [Name in SettingName]: ValueOf<(typeof SETTINGS)[Name]> };

export const SETTING_NAMES = Object.keys(SETTINGS) as readonly SettingName[];

/** `tdsPort` → `SPROCKET_TDS_PORT`. */
export function environmentName(name: SettingName): string {
  return `SPROCKET_${words(name).join('_').toUpperCase()}`;
}

/** `tdsPort` → `tds-port`. */
export function flagName(name: SettingName): string {
  return words(name).join('-').toLowerCase();
}

function words(name: string): string[] {
  return name.split(/(?=[A-Z])/);
}

function integer(value: number, min: number, max: number, doc: string): IntegerSetting {
  return { kind: 'integer', default: value, min, max, doc };
}

function text(value: string, doc: string): TextSetting {
  return { kind: 'text', default: value, doc };
}

function secret(doc: string): TextSetting {
  return { kind: 'text', default: '', doc, secret: true };
}

function path(value: string, doc: string): TextSetting {
  return { kind: 'path', default: value, doc };
}

function choice<const Value extends string>(value: NoInfer<Value>, choices: readonly Value[], doc: string): ChoiceSetting<Value> {
  return { kind: 'choice', default: value, choices, doc };
}
