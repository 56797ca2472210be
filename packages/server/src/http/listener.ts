/**
 * The HTTP side of the server: health for orchestrators and metrics for Prometheus. It answers from the main thread, which stays responsive
 * while procedures run, so a busy server is still a live one. Every other path is a 404 in JSON.
 */

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { METRICS_CONTENT_TYPE } from './metrics-text.ts';

/** What the routes ask of the server. */
export interface HttpFacts {
  /** Takes clients: started, and not shutting down. */
  ready(): boolean;
  /** More facts for a person who looks at /health/ready. */
  status(): Readonly<Record<string, unknown>>;
  metrics(): Promise<string>;
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

type Route = (facts: HttpFacts) => Answer | Promise<Answer>;

const ROUTES: Readonly<Record<string, Route>> = {
  '/health/live': () => json(200, { status: 'live' }),
  '/health/ready': (facts) => json(facts.ready() ? 200 : 503, { status: facts.ready() ? 'ready' : 'unavailable', ...facts.status() }),
  '/metrics': async (facts) => ({ status: 200, type: METRICS_CONTENT_TYPE, body: await facts.metrics() }),
};

/** An HTTP server with the routes above; the caller makes it listen. */
export function createHttpServer(facts: HttpFacts): Server {
  return createServer((request, response) => {
    answer(request, facts).then(
      (result) => send(response, result, request.method === 'HEAD'),
      () => send(response, json(500, { error: 'internal error' }), false),
    );
  });
}

async function answer(request: IncomingMessage, facts: HttpFacts): Promise<Answer> {
  const path = (request.url ?? '/').split('?')[0] ?? '/';
  const route = ROUTES[path];
  if (route === undefined) return json(404, { error: 'not found', path });
  if (request.method !== 'GET' && request.method !== 'HEAD') return json(405, { error: 'method not allowed', path });
  return route(facts);
}

function json(status: number, value: unknown): Answer {
  return { status, type: 'application/json; charset=utf-8', body: `${JSON.stringify(value)}\n` };
}

function send(response: ServerResponse, { status, type, body }: Answer, headOnly: boolean): void {
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body), 'cache-control': 'no-store' });
  response.end(headOnly ? undefined : body);
}
