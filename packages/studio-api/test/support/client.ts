/** A browser, as far as the API can tell: it keeps cookies and sends the session's token. */
import {
  type BodyOf,
  type Operation,
  operations,
  type Problem,
  pathOf,
  type QueryOf,
  type ResponseOf,
  type SessionState,
} from '@sprocket/studio-contract';
import { expect } from 'vitest';

export const PASSWORD = 'correct horse battery staple';

export interface Asked<Row> {
  readonly params?: Readonly<Record<string, string | number>>;
  readonly query?: QueryOf<Row>;
  readonly body?: BodyOf<Row>;
}

export class Client {
  readonly #cookies = new Map<string, string>();
  readonly address: string;
  csrf: string | undefined;

  constructor(address: string) {
    this.address = address;
  }

  /** The parsed answer of an operation that must succeed, held against the contract's schema. */
  async call<Row extends Operation>(row: Row, asked: Asked<Row> = {}): Promise<ResponseOf<Row>> {
    const response = await this.send(row, asked);
    const text = await response.text();
    if (!response.ok) throw new Error(`${row.method} ${row.path}: ${response.status} ${text}`);
    if (row.answer === 'none') return undefined as ResponseOf<Row>;
    const body: unknown = JSON.parse(text);
    row.response?.parse(body);
    return body as ResponseOf<Row>;
  }

  /** The problem of an operation that must be refused. */
  async refused<Row extends Operation>(row: Row, asked: Asked<Row> = {}): Promise<Problem & { status: number }> {
    const response = await this.send(row, asked);
    const text = await response.text();
    expect(response.ok, `${row.method} ${row.path} should be refused: ${text}`).toBe(false);
    return { ...(JSON.parse(text) as Problem), status: response.status };
  }

  async send<Row extends Operation>(row: Row, { params, query, body }: Asked<Row> = {}): Promise<Response> {
    if (row.method !== 'GET' && this.csrf === undefined) await this.session();
    const search =
      query === undefined ? '' : `?${new URLSearchParams(Object.entries(query as object).map(([name, value]) => [name, String(value)]))}`;
    return this.fetch(`${pathOf(row, params)}${search}`, {
      method: row.method,
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
  }

  async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    if (this.#cookies.size > 0) headers.set('cookie', [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    if (this.csrf !== undefined && !headers.has('x-csrf-token')) headers.set('x-csrf-token', this.csrf);
    const response = await fetch(`${this.address}${path}`, { redirect: 'manual', ...init, headers });
    for (const cookie of response.headers.getSetCookie()) this.#keep(cookie);
    return response;
  }

  async session(): Promise<SessionState> {
    return this.#adopt(await this.call(operations.session));
  }

  async register(email: string, name: string, invitation?: string): Promise<this> {
    const body = { email, name, password: PASSWORD, ...(invitation === undefined ? {} : { invitation }) };
    this.#adopt(await this.call(operations.register, { body }));
    return this;
  }

  async login(email: string, password = PASSWORD): Promise<this> {
    this.#adopt(await this.call(operations.login, { body: { email, password } }));
    return this;
  }

  /** Gives this client the session of another one. */
  takeSessionOf(other: Client): this {
    for (const [name, value] of other.#cookies) this.#cookies.set(name, value);
    this.csrf = other.csrf;
    return this;
  }

  cookie(name: string): string | undefined {
    return this.#cookies.get(name);
  }

  #adopt(state: SessionState): SessionState {
    this.csrf = state.csrfToken;
    return state;
  }

  #keep(cookie: string): void {
    const [pair = ''] = cookie.split(';', 1);
    const at = pair.indexOf('=');
    const value = pair.slice(at + 1);
    if (value === '') this.#cookies.delete(pair.slice(0, at));
    else this.#cookies.set(pair.slice(0, at), value);
  }
}
