import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHttpServer } from '../src/http/listener.ts';
import { metricsText } from '../src/http/metrics-text.ts';
import { newCounters, serverMetrics } from '../src/http/server-metrics.ts';

describe('the HTTP listener', () => {
  let ready = true;
  const facts = { ready: () => ready, status: () => ({ workers: 1 }), metrics: () => Promise.resolve('sprocket_up 1\n') };
  const server = createHttpServer(facts);
  let base = '';
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.close());

  it('is live and ready, and not ready while it shuts down', async () => {
    expect(await (await fetch(`${base}/health/live`)).json()).toEqual({ status: 'live' });
    expect(await (await fetch(`${base}/health/ready?x=1`)).json()).toEqual({ status: 'ready', workers: 1 });
    ready = false;
    const answer = await fetch(`${base}/health/ready`);
    expect([answer.status, await answer.json()]).toEqual([503, { status: 'unavailable', workers: 1 }]);
    ready = true;
  });

  it('serves metrics as text', async () => {
    const answer = await fetch(`${base}/metrics`);
    expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(await answer.text()).toBe('sprocket_up 1\n');
  });

  it('answers anything else in JSON', async () => {
    const missing = await fetch(`${base}/nothing`);
    expect([missing.status, await missing.json()]).toEqual([404, { error: 'not found', path: '/nothing' }]);
    const posted = await fetch(`${base}/metrics`, { method: 'POST' });
    expect([posted.status, await posted.json()]).toEqual([405, { error: 'method not allowed', path: '/metrics' }]);
  });
});

describe('metrics', () => {
  it('escape their labels', () => {
    const text = metricsText([{ name: 'm', help: 'Help.', type: 'counter', samples: [{ labels: { p: 'a"b\\c\nd' }, value: 2 }] }]);
    expect(text).toBe('# HELP m Help.\n# TYPE m counter\nm{p="a\\"b\\\\c\\nd"} 2\n');
  });

  it('count procedure calls in a histogram', () => {
    const procedure = { database: 'shop', name: 'dbo.p', calls: 3, errors: 1, seconds: 0.5, buckets: [{ seconds: 0.0001, calls: 1 }] };
    const engine = {
      sessions: 2,
      batches: 5,
      errors: 1,
      transactions: 0,
      deadlocks: 0,
      readers: { threads: 1, reads: 4, replaced: 0 },
      procedures: [procedure],
    };
    const worker = { gateway: { ...newCounters(), connections: 3 }, engine };
    const lines = metricsText(serverMetrics([worker, worker])).split('\n');
    expect(lines).toContain('sprocket_sessions 4');
    expect(lines).toContain('sprocket_connections 6');
    expect(lines).toContain('sprocket_reader_reads_total 8');
    expect(lines).toContain('sprocket_procedure_errors_total{database="shop",procedure="dbo.p"} 1');
    expect(lines).toContain('sprocket_procedure_duration_seconds_bucket{database="shop",procedure="dbo.p",le="0.0001"} 1');
    expect(lines).toContain('sprocket_procedure_duration_seconds_bucket{database="shop",procedure="dbo.p",le="+Inf"} 3');
    expect(lines).toContain('sprocket_procedure_duration_seconds_sum{database="shop",procedure="dbo.p"} 0.5');
    expect(lines).toContain('sprocket_procedure_duration_seconds_count{database="shop",procedure="dbo.p"} 3');
  });
});
