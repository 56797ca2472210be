/** Connections of tedious to a server process, with the options that most applications set. */

import { Connection, type ConnectionConfiguration } from 'tedious';
import type { ServerProcess } from './fixture.ts';

/** A connection, logged in as sa. */
export function connectTedious(server: ServerProcess, options: ConnectionConfiguration['options'] = {}): Promise<Connection> {
  const connection = new Connection({
    server: server.host,
    authentication: { type: 'default', options: { userName: 'sa', password: server.password } },
    options: { port: server.port, encrypt: true, trustServerCertificate: true, requestTimeout: 60_000, ...options },
  });
  connection.on('error', () => {});
  return new Promise((resolve, reject) => connection.connect((error) => (error ? reject(error) : resolve(connection))));
}
