/**
 * Turns whatever was thrown into the contract's Problem, in one place.
 *
 * Refusals keep their sentence. Errors of the framework (an unreadable body, an unknown route, too many requests) get one by their status. All else
 * is a mistake of ours: it is logged whole and answered with `internal`, without its text.
 */
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Inject, Injectable } from '@nestjs/common';
import type { Problem } from '@sprocket/studio-contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isUnstorable } from '../database/errors.ts';
import { LOGGER, type Logger } from '../tokens.ts';
import { ProblemError, problem, problemStatus } from './problem.ts';

@Injectable()
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const refusal = refusalOf(thrown);
    if (refusal.code === 'internal') this.logger.error({ requestId: request.id, error: describe(thrown) }, 'request failed');
    if (reply.sent || reply.raw.headersSent) return;
    const body: Problem = { code: refusal.code, message: refusal.message, requestId: request.id, ...refusal.details };
    void reply.code(problemStatus[refusal.code]).header('content-type', 'application/json; charset=utf-8').send(JSON.stringify(body));
  }
}

function refusalOf(thrown: unknown): ProblemError {
  if (thrown instanceof ProblemError) return thrown;
  if (isUnstorable(thrown)) return problem('bad-request', 'A text must not contain the character NUL.');
  const status = thrown instanceof HttpException ? thrown.getStatus() : (thrown as { statusCode?: unknown } | null)?.statusCode;
  return BY_STATUS[String(status)]?.() ?? problem('internal', 'Something went wrong here. It was logged under the id of this request.');
}

const BY_STATUS: Readonly<Record<string, () => ProblemError>> = {
  400: () => problem('bad-request', 'The request could not be read.'),
  403: () => problem('forbidden', 'This is not allowed.'),
  404: () => problem('not-found', 'There is nothing at this address.'),
  405: () => problem('not-found', 'There is nothing at this address.'),
  413: () => problem('too-large', `A request has at most ${BODY_LIMIT / MEGABYTE} MB.`),
  415: () => problem('bad-request', 'The request must be JSON.'),
  429: () => problem('too-many-requests', 'Too many requests. Please wait a minute.'),
};

const MEGABYTE = 1_048_576;

/** Room for the longest procedure text in UTF-8. A text over the contract's limit is refused by its feature, which names that limit. */
export const BODY_LIMIT = 16 * MEGABYTE;

/** An error and its causes; of each the first lines alone, since an error of the embedded database can carry its whole source. */
function describe(thrown: unknown): unknown {
  if (!(thrown instanceof Error)) return { message: String(thrown).slice(0, LONGEST) };
  const { code } = thrown as { code?: unknown };
  return {
    message: thrown.message.slice(0, LONGEST),
    ...(code === undefined ? {} : { code }),
    stack: thrown.stack?.slice(0, 4 * LONGEST),
    ...(thrown.cause === undefined ? {} : { cause: describe(thrown.cause) }),
  };
}

const LONGEST = 500;
