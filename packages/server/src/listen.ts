/** Listening on a port, with the reason in words when that fails. */

import type { Server } from 'node:net';
import { ConfigurationError } from './config/configuration-error.ts';
import { reasonOf } from './system-reason.ts';

export interface Address {
  readonly host: string;
  readonly port: number;
}

/** Connections may wait here while the thread is busy. */
const BACKLOG = 1024;

/** Resolves with the true port. Rejects with a ConfigurationError that names the setting. */
export function listen(server: Server, { host, port }: Address, setting: string): Promise<Address> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(new ConfigurationError(`${setting}: cannot listen on ${host}:${port}: ${reasonOf(error)}`)));
    server.listen({ host, port, backlog: BACKLOG }, () => {
      const address = server.address();
      resolve({ host, port: typeof address === 'object' && address !== null ? address.port : port });
    });
  });
}
