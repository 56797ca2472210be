/** The address under which people reach this installation. */
import type { FastifyRequest } from 'fastify';
import type { Configuration } from '../configuration.ts';

/** The configured one, or the one that the request came to. Without a slash at its end. */
export function publicAddress(configuration: Pick<Configuration, 'publicUrl'>, request: FastifyRequest): string {
  return configuration.publicUrl ?? `${request.protocol}://${request.host}`;
}
