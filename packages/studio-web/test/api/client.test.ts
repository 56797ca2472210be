import { operations } from '@sprocket/studio-contract';
import { describe, expect, it, vi } from 'vitest';
import { addressOf, createClient } from '../../src/api/client.ts';
import { isProblem, messageOf, ProblemError } from '../../src/api/problem-error.ts';
import { collect } from '../support/collect.ts';
import { fakeServer, json, problem, session } from '../support/server.ts';

const SESSION = 'GET /api/auth/session';
const never = () => Promise.reject(new Error('nobody should be asked to log in'));

const workspace = {
  id: '4b0c5f3e-9a52-4d57-8f0e-0a3a0a7c7c11',
  slug: 'demo',
  name: 'Demo',
  role: 'owner',
  environmentId: null,
  memberCount: 1,
  createdAt: '2026-11-21T05:00:00.000Z',
};

const failure = async (promise: Promise<unknown>): Promise<ProblemError> => {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ProblemError)) throw new Error(`not a problem: ${String(error)}`);
  return error;
};

describe('call', () => {
  it('reads without a token and gives the answer in the type of the row', async () => {
    const server = fakeServer({ 'GET /api/workspaces': [() => json([workspace])] });
    const { call } = createClient({ fetch: server.fetch, logInAgain: never });
    expect(await call(operations.listWorkspaces)).toEqual([workspace]);
    expect(server.requests).toHaveLength(1);
    expect(server.requests[0]?.headers).not.toHaveProperty('x-csrf-token');
  });

  it('asks for the token once and sends it with every writing call', async () => {
    const server = fakeServer({ [SESSION]: [() => json(session('token-1'))], 'POST /api/workspaces': [() => json(workspace)] });
    const { call } = createClient({ fetch: server.fetch, logInAgain: never });
    await call(operations.createWorkspace, { body: { name: 'Demo' } });
    await call(operations.createWorkspace, { body: { name: 'Demo' } });
    expect(server.requests.map(({ method, url }) => `${method} ${url}`)).toEqual([SESSION, 'POST /api/workspaces', 'POST /api/workspaces']);
    expect(server.requests[2]?.headers['x-csrf-token']).toBe('token-1');
    expect(server.requests[1]?.body).toEqual({ name: 'Demo' });
  });

  it('takes the new token of a login', async () => {
    const server = fakeServer({
      [SESSION]: [() => json(session('before'))],
      'POST /api/auth/login': [() => json(session('after'))],
      'POST /api/auth/logout': [() => json(session('last'))],
    });
    const { call } = createClient({ fetch: server.fetch, logInAgain: never });
    await call(operations.login, { body: { email: 'a@example.org', password: 'p' } });
    await call(operations.logout);
    expect(server.requests.at(-1)?.headers['x-csrf-token']).toBe('after');
  });

  it('fetches a new token when the old one is refused, and repeats the call once', async () => {
    const server = fakeServer({
      [SESSION]: [() => json(session('old')), () => json(session('new'))],
      'POST /api/workspaces': [() => problem('csrf', 403), () => json(workspace)],
    });
    const { call } = createClient({ fetch: server.fetch, logInAgain: never });
    expect(await call(operations.createWorkspace, { body: { name: 'Demo' } })).toEqual(workspace);
    expect(server.requests.at(-1)?.headers['x-csrf-token']).toBe('new');
  });

  it('waits for a new login when the session has ended, and repeats the call with its body', async () => {
    const server = fakeServer({
      [SESSION]: [() => json(session('old'))],
      'POST /api/workspaces': [() => problem('unauthenticated', 401), () => json(workspace)],
    });
    const logInAgain = vi.fn(async () => undefined);
    const { call } = createClient({ fetch: server.fetch, logInAgain });
    expect(await call(operations.createWorkspace, { body: { name: 'Kept' } })).toEqual(workspace);
    expect(logInAgain).toHaveBeenCalledTimes(1);
    expect(server.requests.at(-1)?.body).toEqual({ name: 'Kept' });
  });

  it('fails when the person would rather not log in again', async () => {
    const server = fakeServer({ 'GET /api/workspaces': [() => problem('unauthenticated', 401)] });
    const { call } = createClient({ fetch: server.fetch, logInAgain: () => Promise.reject(new Error('You are logged out.')) });
    await expect(call(operations.listWorkspaces)).rejects.toThrow('You are logged out.');
    expect(server.requests).toHaveLength(1);
  });

  it('does not ask for a login when a login itself is refused', async () => {
    const server = fakeServer({ [SESSION]: [() => json(session('t'))], 'POST /api/auth/login': [() => problem('bad-credentials', 401)] });
    const { call } = createClient({ fetch: server.fetch, logInAgain: never });
    const error = await failure(call(operations.login, { body: { email: 'a@example.org', password: 'p' } }));
    expect(error.problem.code).toBe('bad-credentials');
    expect(error.status).toBe(401);
  });

  it('turns a problem into an error that keeps every part of it', async () => {
    const current = { text: 'SELECT 1', revision: 4, savedAt: '2026-11-21T05:00:00.000Z', savedBy: 'Bo' };
    const server = fakeServer({ 'GET /api/workspaces': [() => problem('stale-draft', 409, { current })] });
    const { call } = createClient({ fetch: server.fetch, logInAgain: never });
    const error = await failure(call(operations.listWorkspaces));
    expect(isProblem(error, 'stale-draft')).toBe(true);
    expect(isProblem(error, 'forbidden')).toBe(false);
    expect(error.problem.current).toEqual(current);
    expect(messageOf(error)).toBe('the message of stale-draft');
  });

  it('says so when a proxy answers instead of the API', async () => {
    const server = fakeServer({ 'GET /api/workspaces': [() => new Response('<html>', { status: 502 })] });
    const { call } = createClient({ fetch: server.fetch, logInAgain: never });
    const error = await failure(call(operations.listWorkspaces));
    expect([error.status, error.message]).toEqual([502, 'The server answered with status 502.']);
  });

  it('says so when nothing answers', async () => {
    const server = fakeServer({});
    const { call } = createClient({ fetch: server.fetch, logInAgain: never });
    const error = await failure(call(operations.listWorkspaces));
    expect([error.status, error.message]).toEqual([0, 'The server cannot be reached. Check the connection and try again.']);
  });

  it('refuses an answer of another shape than the contract promises', async () => {
    const server = fakeServer({ 'GET /api/workspaces': [() => json([{ id: 1 }])] });
    const { call } = createClient({ fetch: server.fetch, logInAgain: never });
    expect((await failure(call(operations.listWorkspaces))).problem.requestId).toBe('request-1');
  });

  it('gives the reason of an abort on, so that a dropped request is not told as a failure', async () => {
    const server = fakeServer({ 'GET /api/workspaces': [() => json([])] });
    const { call } = createClient({ fetch: server.fetch, logInAgain: never });
    const signal = AbortSignal.abort(new DOMException('left', 'AbortError'));
    await expect(call(operations.listWorkspaces, { signal })).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('stream', () => {
  const execute = operations.execute;
  const path = { workspace: 'demo', procedure: workspace.id };
  const line = { type: 'rows', set: 0, count: 3 };

  it('gives the documents of an answer one by one, in their type', async () => {
    const body = `${JSON.stringify(line)}\n\n${JSON.stringify({ ...line, count: 4 })}\n`;
    const server = fakeServer({
      [SESSION]: [() => json(session('t'))],
      [`POST /api/workspaces/demo/procedures/${workspace.id}/executions`]: [() => new Response(body)],
    });
    const { stream } = createClient({ fetch: server.fetch, logInAgain: never });
    const events = await collect(stream(execute, { path, body: {} }));
    expect(events).toEqual([line, { ...line, count: 4 }]);
    expect(server.requests.at(-1)?.headers.accept).toBe('application/x-ndjson');
  });

  it('closes the connection when the reader leaves', async () => {
    const cancelled = vi.fn();
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new TextEncoder().encode(`${JSON.stringify(line)}\n`)),
      cancel: cancelled,
    });
    const server = fakeServer({
      [SESSION]: [() => json(session('t'))],
      [`POST /api/workspaces/demo/procedures/${workspace.id}/executions`]: [() => new Response(endless)],
    });
    const { stream } = createClient({ fetch: server.fetch, logInAgain: never });
    for await (const event of stream(execute, { path, body: {} })) {
      expect(event).toEqual(line);
      break;
    }
    expect(cancelled).toHaveBeenCalledTimes(1);
  });

  it('reports a refusal before the first line as a problem', async () => {
    const server = fakeServer({
      [SESSION]: [() => json(session('t'))],
      [`POST /api/workspaces/demo/procedures/${workspace.id}/executions`]: [() => problem('not-published', 409)],
    });
    const { stream } = createClient({ fetch: server.fetch, logInAgain: never });
    expect((await failure(stream(execute, { path, body: {} }).next())).problem.code).toBe('not-published');
  });
});

describe('addressOf', () => {
  it('fills the path and leaves out what is not given', () => {
    const path = { workspace: 'a b', execution: 'x', set: 0 };
    expect(addressOf(operations.exportResult, { path, query: { format: 'csv', table: undefined } })).toBe(
      '/api/workspaces/a%20b/executions/x/results/0/export?format=csv',
    );
  });
});
