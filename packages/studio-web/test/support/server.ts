/** A stand-in for `fetch`: answers requests from a table and remembers what was asked. */

export interface Recorded {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export type Answer = (request: Recorded) => Response | Promise<Response>;

export const json = (value: unknown, status = 200): Response =>
  new Response(JSON.stringify(value), { status, headers: { 'content-type': 'application/json', 'x-request-id': 'request-1' } });

export const problem = (code: string, status: number, more: object = {}): Response =>
  json({ code, message: `the message of ${code}`, requestId: 'request-1', ...more }, status);

/** Answers come in turn for each `METHOD /path`; the last one repeats. */
export function fakeServer(answers: Readonly<Record<string, readonly Answer[]>>) {
  const requests: Recorded[] = [];
  const turns = new Map<string, number>();
  const fetch = async (url: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
    const request: Recorded = {
      method: init.method ?? 'GET',
      url: String(url),
      headers: init.headers as Record<string, string>,
      body: init.body === undefined ? undefined : JSON.parse(String(init.body)),
    };
    requests.push(request);
    if (init.signal?.aborted === true) throw init.signal.reason;
    const key = `${request.method} ${request.url.split('?')[0]}`;
    const turn = turns.get(key) ?? 0;
    turns.set(key, turn + 1);
    const list = answers[key];
    const answer = list?.[Math.min(turn, list.length - 1)];
    if (answer === undefined) throw new TypeError(`nothing answers ${key}`);
    return answer(request);
  };
  return { fetch: fetch as typeof globalThis.fetch, requests };
}

export const session = (token: string) => ({
  user: null,
  csrfToken: token,
  firstRun: false,
  features: { sqlEditor: true },
  oidc: null,
  version: '0.1.0',
});
