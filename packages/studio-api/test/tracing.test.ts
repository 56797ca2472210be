import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { operations } from '@sprocket/studio-contract';
import { expect, test } from 'vitest';
import { span } from '../src/observability/tracing.ts';
import { startApi } from './support/api.ts';

interface Received {
  readonly name: string;
  readonly traceId: string;
  readonly attributes: readonly { readonly key: string; readonly value: Readonly<Record<string, unknown>> }[];
}

test('requests become spans at the configured collector, by route and without the values in it', async () => {
  const received: Received[] = [];
  const collector = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { resourceSpans } = JSON.parse(Buffer.concat(chunks).toString()) as { resourceSpans: { scopeSpans: { spans: Received[] }[] }[] };
    received.push(...resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans)));
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  });
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
  const api = await startApi({ otlpEndpoint: `http://127.0.0.1:${(collector.address() as AddressInfo).port}` });
  await api.client().send(operations.peekInvitation, { params: { token: 'a-secret-token' } });
  await expect(span('work', { kind: 'test' }, () => Promise.reject(new Error('expected')))).rejects.toThrow('expected');
  // Closing sends what is left.
  await api.close();
  collector.close();
  const request = received.find(({ name }) => name === 'GET /api/invitations/:token');
  expect(request?.attributes).toContainEqual({ key: 'http.response.status_code', value: { intValue: 404 } });
  expect(received.map(({ name }) => name)).toContain('work');
  expect(JSON.stringify(received)).not.toContain('a-secret-token');
});
