/** Names under which features ask for what the process was started with. */
import type { Logger } from 'pino';
import type { Configuration } from './configuration.ts';
import type { Secrets } from './secrets.ts';

export type { Configuration, Logger, Secrets };

/** `@Inject(CONFIGURATION) configuration: Configuration` */
export const CONFIGURATION = Symbol('configuration');
/** `@Inject(DATABASE) database: Database` */
export const DATABASE = Symbol('database');
/** `@Inject(SECRETS) secrets: Secrets` */
export const SECRETS = Symbol('secrets');
/** `@Inject(LOGGER) logger: Logger` */
export const LOGGER = Symbol('logger');
