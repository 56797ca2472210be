/**
 * What stands before every request: the request's id, security headers, cookies and sessions, the general rate limit, and after it the line in the
 * log and the metric.
 */
import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import session from '@fastify/session';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sessionStore } from '../accounts/session.store.ts';
import type { Foundation } from '../app.module.ts';
import type { Metrics } from '../observability/metrics.ts';
import { contentSecurityPolicy } from './content-security-policy.ts';
import { problem } from './problem.ts';

export const SESSION_COOKIE = 'sprocket_studio';
const THIRTY_DAYS = 30 * 24 * 3_600_000;

export async function registerPlugins(server: FastifyInstance, foundation: Foundation): Promise<void> {
  const { configuration, database, secrets } = foundation;
  server.addHook('onRequest', async (request, reply) => void reply.header('x-request-id', request.id));
  await server.register(helmet, {
    contentSecurityPolicy: contentSecurityPolicy(configuration.secureCookies),
    strictTransportSecurity: configuration.secureCookies ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
  });
  await server.register(rateLimit, {
    max: configuration.requestsPerMinute,
    timeWindow: '1 minute',
    allowList: (request) => !request.url.startsWith('/api/') || request.url.startsWith('/api/health/'),
  });
  await server.register(cookie);
  await server.register(session, {
    secret: secrets.key('sessions').toString('base64'),
    cookieName: SESSION_COOKIE,
    // The whole site of the API alone: what lies outside /api is public.
    cookie: { path: '/api', httpOnly: true, sameSite: 'lax', secure: configuration.secureCookies, maxAge: THIRTY_DAYS },
    store: sessionStore(database),
    saveUninitialized: false,
    rolling: false,
  });
  server.addHook('onRequest', async (request) => refuseLargeBodies(request));
}

/** Who has not logged in has little to say: a large body of theirs is not even read. */
function refuseLargeBodies(request: FastifyRequest): void {
  if (request.session?.userId !== undefined || request.method === 'GET' || request.method === 'HEAD') return;
  const length =
    request.headers['transfer-encoding'] === undefined ? Number(request.headers['content-length'] ?? 0) : Number.POSITIVE_INFINITY;
  if (length > ANONYMOUS_LIMIT) throw problem('too-large', 'Please log in first.');
}

const ANONYMOUS_LIMIT = 65_536;

/** One line and one observation a request. Bodies, queries and cookies are never logged: a query may carry what somebody searched for. */
export function reportRequests(server: FastifyInstance, { logger }: Foundation, metrics: Metrics): void {
  server.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown';
    const seconds = reply.elapsedTime / 1000;
    metrics.request(request.method, route, reply.statusCode, seconds);
    if (QUIET.has(route)) return;
    logger.info(
      {
        requestId: request.id,
        method: request.method,
        path: pathOf(request),
        status: reply.statusCode,
        milliseconds: Math.round(reply.elapsedTime),
        ...(request.session?.userId === undefined ? {} : { userId: request.session.userId }),
      },
      'request',
    );
  });
}

const QUIET: ReadonlySet<string> = new Set(['/api/health/live', '/api/health/ready', '/api/metrics', '/*']);

/** The token of an invitation is a secret. */
function pathOf(request: FastifyRequest): string {
  const path = request.url.split('?', 1)[0] ?? '';
  return path.replace(/^(\/(?:api\/invitations|invite)\/)[^/]+/, '$1***');
}

/** The id that came from a proxy, when it looks like one; otherwise a new one. */
export function requestId(given: string | string[] | undefined): string {
  return typeof given === 'string' && /^[\w.-]{8,64}$/.test(given) ? given : randomUUID();
}
