/**
 * The settings of the workbench's API, read once from the environment.
 *
 * Everything has a default that suits one machine: application data in an embedded PostgreSQL below the data folder, a key file made at the first
 * start, plain HTTP on the loopback address. A value that cannot be read ends the start with a sentence that names the variable.
 */
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Configuration {
  readonly host: string;
  /** 0 takes a free port. */
  readonly port: number;
  /** The workbench's own folder: application data, key file, spooled results. */
  readonly dataDir: string;
  /** A PostgreSQL server for the application data; undefined: the embedded one. */
  readonly databaseUrl: string | undefined;
  /** FEATURE_SQL_EDITOR. */
  readonly sqlEditor: boolean;
  /** Where the keys for sessions and credentials come from; undefined: the key file of the data folder. */
  readonly secret: string | undefined;
  /** Cookies over HTTPS alone. The API itself speaks HTTP, so a proxy before it is implied, and its X-Forwarded headers are believed. */
  readonly secureCookies: boolean;
  /** The address that people type, for links in invitations and for OpenID Connect. Undefined: the address of the request. */
  readonly publicUrl: string | undefined;
  readonly oidc: OidcSettings | undefined;
  /** The server that came with this installation. Never stored. */
  readonly managed: ManagedServer | undefined;
  readonly otlpEndpoint: string | undefined;
  readonly logLevel: string;
  /** The built web application; it is served when the folder exists. */
  readonly webRoot: string;
  /** Requests that one address may make in a minute. Scrolling through a result asks for many windows. */
  readonly requestsPerMinute: number;
}

export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string | undefined;
  readonly name: string;
}

export interface ManagedServer {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly login: string;
  readonly password: string;
  readonly encrypt: boolean;
}

export class ConfigurationError extends Error {}

type Variables = Readonly<Record<string, string | undefined>>;

/** Throws ConfigurationError. */
export function readConfiguration(variables: Variables): Configuration {
  return {
    host: text(variables, 'SPROCKET_HOST') ?? '127.0.0.1',
    port: port(variables, 'SPROCKET_STUDIO_PORT', 3000),
    dataDir: path.resolve(text(variables, 'SPROCKET_DATA_DIR') ?? 'data', 'studio'),
    databaseUrl: databaseUrl(variables),
    sqlEditor: flag(variables, 'FEATURE_SQL_EDITOR', true),
    secret: secret(variables),
    secureCookies: flag(variables, 'SPROCKET_STUDIO_SECURE_COOKIES', false),
    publicUrl: address(variables, 'SPROCKET_STUDIO_PUBLIC_URL'),
    oidc: oidc(variables),
    managed: managed(variables),
    otlpEndpoint: address(variables, 'OTEL_EXPORTER_OTLP_ENDPOINT'),
    logLevel: text(variables, 'LOG_LEVEL') ?? 'info',
    // The same distance from `src` and from `dist`.
    webRoot: fileURLToPath(new URL('../../studio-web/dist', import.meta.url)),
    requestsPerMinute: 6000,
  };
}

function text(variables: Variables, name: string): string | undefined {
  const value = variables[name]?.trim();
  return value === '' ? undefined : value;
}

function port(variables: Variables, name: string, otherwise: number): number {
  const value = text(variables, name);
  if (value === undefined) return otherwise;
  const number = Number(value);
  if (!Number.isInteger(number) || number < 0 || number > 65_535)
    throw new ConfigurationError(`${name} must be 0 to 65535, not "${value}"`);
  return number;
}

const FLAGS: Readonly<Record<string, boolean>> = {
  true: true,
  on: true,
  yes: true,
  '1': true,
  false: false,
  off: false,
  no: false,
  '0': false,
};

function flag(variables: Variables, name: string, otherwise: boolean): boolean {
  const value = text(variables, name);
  if (value === undefined) return otherwise;
  const known = FLAGS[value.toLowerCase()];
  if (known === undefined) throw new ConfigurationError(`${name} must be on or off, not "${value}"`);
  return known;
}

/** Without a slash at its end. */
function address(variables: Variables, name: string): string | undefined {
  const value = text(variables, name);
  if (value === undefined) return undefined;
  if (!URL.canParse(value) || !/^https?:/.test(value)) throw new ConfigurationError(`${name} must be an address with http: or https:`);
  return value.replace(/\/+$/, '');
}

function databaseUrl(variables: Variables): string | undefined {
  const value = text(variables, 'SPROCKET_STUDIO_DATABASE_URL');
  if (value === undefined || /^postgres(ql)?:\/\//.test(value)) return value;
  throw new ConfigurationError('SPROCKET_STUDIO_DATABASE_URL must begin with postgres://');
}

function secret(variables: Variables): string | undefined {
  const value = text(variables, 'SPROCKET_STUDIO_SECRET');
  if (value === undefined || value.length >= 32) return value;
  throw new ConfigurationError('SPROCKET_STUDIO_SECRET must have at least 32 characters');
}

function oidc(variables: Variables): OidcSettings | undefined {
  const issuer = address(variables, 'SPROCKET_STUDIO_OIDC_ISSUER');
  if (issuer === undefined) return undefined;
  const clientId = text(variables, 'SPROCKET_STUDIO_OIDC_CLIENT_ID');
  if (clientId === undefined) throw new ConfigurationError('SPROCKET_STUDIO_OIDC_CLIENT_ID is needed beside SPROCKET_STUDIO_OIDC_ISSUER');
  return {
    issuer,
    clientId,
    clientSecret: text(variables, 'SPROCKET_STUDIO_OIDC_CLIENT_SECRET'),
    name: text(variables, 'SPROCKET_STUDIO_OIDC_NAME') ?? new URL(issuer).hostname,
  };
}

function managed(variables: Variables): ManagedServer | undefined {
  const host = text(variables, 'SPROCKET_STUDIO_MANAGED_HOST');
  if (host === undefined) return undefined;
  return {
    host,
    port: port(variables, 'SPROCKET_STUDIO_MANAGED_PORT', 1433),
    database: text(variables, 'SPROCKET_STUDIO_MANAGED_DATABASE') ?? 'master',
    login: text(variables, 'SPROCKET_STUDIO_MANAGED_LOGIN') ?? '',
    password: variables.SPROCKET_STUDIO_MANAGED_PASSWORD ?? '',
    encrypt: flag(variables, 'SPROCKET_STUDIO_MANAGED_ENCRYPT', true),
  };
}
