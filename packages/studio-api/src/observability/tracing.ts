/**
 * OpenTelemetry spans, sent over OTLP when an endpoint is configured: one for every request, and under it those that features open with `span`.
 * Without an endpoint nothing of the SDK is even loaded, and `span` only calls its work.
 */
import { type Attributes, context, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import type { FastifyInstance, FastifyRequest } from 'fastify';

const NAME = 'sprocket-studio';

declare module 'fastify' {
  interface FastifyRequest {
    span?: Span;
  }
}

/** Runs work in a span of its own below the current one. An error ends the span as failed and goes on. Attributes never carry SQL or values. */
export async function span<Result>(name: string, attributes: Attributes, work: () => Promise<Result>): Promise<Result> {
  return trace.getTracer(NAME).startActiveSpan(name, { attributes }, async (current) => {
    try {
      return await work();
    } catch (error) {
      current.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      current.end();
    }
  });
}

/** Starts sending spans. Returns how to send the last ones and stop. */
export async function startTracing(endpoint: string): Promise<() => Promise<void>> {
  const [sdk, { AsyncLocalStorageContextManager }, { OTLPTraceExporter }, { resourceFromAttributes }] = await Promise.all([
    import('@opentelemetry/sdk-trace'),
    import('@opentelemetry/context-async-hooks'),
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/resources'),
  ]);
  const exporter = new OTLPTraceExporter({ url: `${endpoint}/v1/traces` });
  const provider = new sdk.TracerProvider({
    resource: resourceFromAttributes({ 'service.name': NAME }),
    spanProcessors: [new sdk.BatchSpanProcessor({ exporter })],
  });
  trace.setGlobalTracerProvider(provider);
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  return async () => {
    await provider.shutdown();
    trace.disable();
    context.disable();
  };
}

/** A span for every request of the API, around everything that happens in it. */
export function traceRequests(server: FastifyInstance): void {
  server.addHook('onRequest', (request, _reply, done) => {
    const attributes = { 'http.request.method': request.method, 'http.route': routeOf(request), 'sprocket.request_id': request.id };
    request.span = trace.getTracer(NAME).startSpan(`${request.method} ${routeOf(request)}`, { kind: SpanKind.SERVER, attributes });
    context.with(trace.setSpan(context.active(), request.span), done);
  });
  server.addHook('onResponse', async (request, reply) => {
    request.span?.setAttribute('http.response.status_code', reply.statusCode);
    if (reply.statusCode >= 500) request.span?.setStatus({ code: SpanStatusCode.ERROR });
    request.span?.end();
  });
}

function routeOf(request: FastifyRequest): string {
  return request.routeOptions.url ?? 'unknown';
}
