/** The log: one JSON document a line on standard output, by pino; and the same for what Nest itself has to say. */
import type { LoggerService } from '@nestjs/common';
import { type Logger, pino } from 'pino';

export function createLogger(level: string): Logger {
  return pino({
    level,
    base: { service: 'studio' },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: { paths: REDACTED, censor: '***' },
  });
}

/** Nothing that is logged should carry these; if it does, it is not printed. */
const REDACTED = ['password', '*.password', 'token', '*.token', 'cookie', '*.cookie', 'authorization', '*.authorization'];

/** Nest's own lines of information are for debugging here. */
export function nestLogger(logger: Logger): LoggerService {
  return {
    log: (message: unknown) => logger.debug(String(message)),
    debug: (message: unknown) => logger.debug(String(message)),
    verbose: (message: unknown) => logger.trace(String(message)),
    warn: (message: unknown) => logger.warn(String(message)),
    error: (message: unknown) => logger.error(String(message)),
    fatal: (message: unknown) => logger.fatal(String(message)),
  };
}
