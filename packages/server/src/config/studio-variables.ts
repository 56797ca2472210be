/**
 * The variables that the workbench reads by itself. They are listed here for the documentation and so that nobody is warned of them; the port is a
 * setting like every other.
 */

export interface StudioVariable {
  readonly name: string;
  readonly default: string;
  readonly doc: string;
}

export const STUDIO_VARIABLES: readonly StudioVariable[] = [
  variable('FEATURE_SQL_EDITOR', '`on`', 'The SQL Editor; `off` takes away its routes, its navigation and its operations.'),
  variable(
    'SPROCKET_STUDIO_DATABASE_URL',
    'none',
    'A PostgreSQL server for the application data (`postgres://…`). Empty: an embedded one in the data folder.',
  ),
  variable(
    'SPROCKET_STUDIO_SECRET',
    'none',
    'At least 32 characters, from which the keys for sessions and for stored credentials are made. Empty: a key file (mode 0600) in the data folder. Several processes on one database need the same.',
  ),
  variable(
    'SPROCKET_STUDIO_SECURE_COOKIES',
    '`off`',
    'Cookies over HTTPS alone. The workbench itself speaks HTTP: this implies a proxy before it, whose X-Forwarded headers are believed.',
  ),
  variable('SPROCKET_STUDIO_PUBLIC_URL', 'none', 'The address that people type, for links in invitations and for OpenID Connect.'),
  variable('SPROCKET_STUDIO_OIDC_ISSUER', 'none', 'The address of an OpenID Connect provider to log in with.'),
  variable('SPROCKET_STUDIO_OIDC_CLIENT_ID', 'none', 'The client id at that provider. The callback is `/api/auth/oidc/callback`.'),
  variable('SPROCKET_STUDIO_OIDC_CLIENT_SECRET', 'none', 'The secret of that client; a public client has none.'),
  variable('SPROCKET_STUDIO_OIDC_NAME', 'the host', 'What the button of the login page calls the provider.'),
  variable('OTEL_EXPORTER_OTLP_ENDPOINT', 'none', 'Where OpenTelemetry spans are sent, over HTTP. Empty: none are made.'),
  variable('LOG_LEVEL', '`info`', 'Least important messages that the workbench logs: `trace`, `debug`, `info`, `warn`, `error`, `silent`.'),
];

/** One variable a paragraph. */
export function studioVariableList(): string {
  return STUDIO_VARIABLES.map(({ name, doc }) => `  ${name}\n      ${doc.replaceAll('`', '')}`).join('\n');
}

function variable(name: string, value: string, doc: string): StudioVariable {
  return { name, default: value, doc };
}
