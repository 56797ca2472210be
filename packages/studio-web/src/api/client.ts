/**
 * Calls operations of the contract.
 *
 * A call goes out with the session's CSRF token and comes back as the row's response type or as a ProblemError. An expired session is not a failure of the
 * screen: the call waits until the person has logged in again, and is sent once more. The same holds for a CSRF token that another tab has renewed.
 */
import { type BodyOf, type Operation, operations, pathOf, type QueryOf, type ResponseOf, SessionState } from '@sprocket/studio-contract';
import { linesOf } from './ndjson.ts';
import { isProblem, notUnderstood, problemOf, unreachable } from './problem-error.ts';

interface CommonInput {
  readonly path?: Readonly<Record<string, string | number>>;
  readonly signal?: AbortSignal;
}
type QueryInput<O> = [QueryOf<O>] extends [never]
  ? { readonly query?: never }
  : object extends QueryOf<O>
    ? { readonly query?: QueryOf<O> }
    : { readonly query: QueryOf<O> };
type BodyInput<O> = [BodyOf<O>] extends [never] ? { readonly body?: never } : { readonly body: BodyOf<O> };

/** What goes out with a call: the parameters of the path, the query and the body of the row. */
export type CallInput<O> = CommonInput & QueryInput<O> & BodyInput<O>;

/** A row with any schemas. */
export type AnyOperation = Operation;

export interface Client {
  /** Calls an operation whose answer is one JSON document or nothing. */
  call<O extends AnyOperation>(row: O, ...input: InputArgument<O>): Promise<ResponseOf<O>>;
  /** Calls an operation that answers with one JSON document a line. Aborting the signal, or leaving the loop, closes the connection. */
  stream<O extends AnyOperation>(row: O, ...input: InputArgument<O>): AsyncGenerator<ResponseOf<O>, void>;
}

/** The input may be left out where nothing in it is required. */
export type InputArgument<O> = object extends CallInput<O> ? [input?: CallInput<O>] : [input: CallInput<O>];

export interface ClientOptions {
  readonly fetch: typeof fetch;
  /** Asks the person to log in again; settles when that has happened, rejects when they would rather not. */
  readonly logInAgain: () => Promise<void>;
}

interface LooseInput extends CommonInput {
  readonly query?: object | undefined;
  readonly body?: unknown;
}

/** The address of an operation with its query, e.g. for a link that downloads a file. */
export function addressOf<O extends AnyOperation>(row: O, input: CommonInput & QueryInput<O>): string {
  return looseAddress(row, input as LooseInput);
}

export function createClient(options: ClientOptions): Client {
  let csrfToken: string | undefined;

  /** The token of this session; asked for when no answer has told it yet. */
  async function currentToken(): Promise<string> {
    if (csrfToken === undefined) await call(operations.session);
    return csrfToken ?? '';
  }

  async function requestOnce(row: Operation, input: LooseInput): Promise<Response> {
    const headers: Record<string, string> = { accept: row.answer === 'ndjson' ? 'application/x-ndjson' : 'application/json' };
    if (row.method !== 'GET') headers['x-csrf-token'] = await currentToken();
    const init: RequestInit = { method: row.method, headers, credentials: 'same-origin', signal: input.signal ?? null };
    if (input.body !== undefined) {
      headers['content-type'] = 'application/json';
      init.body = JSON.stringify(input.body);
    }
    const response = await options.fetch(looseAddress(row, input), init).catch((error: unknown) => {
      throw input.signal?.aborted ? error : unreachable();
    });
    if (!response.ok) throw await problemOf(response);
    return response;
  }

  async function request(row: Operation, input: LooseInput): Promise<Response> {
    try {
      return await requestOnce(row, input);
    } catch (error) {
      if (isProblem(error, 'csrf')) csrfToken = undefined;
      else if (isProblem(error, 'unauthenticated') && row.access !== 'public') await options.logInAgain();
      else throw error;
      return requestOnce(row, input);
    }
  }

  async function call<O extends AnyOperation>(row: O, ...[input]: InputArgument<O>): Promise<ResponseOf<O>> {
    const response = await request(row, (input ?? {}) as LooseInput);
    if (row.answer === 'none' || row.response === undefined) return undefined as ResponseOf<O>;
    const document: unknown = await response.json().catch(() => undefined);
    const parsed = row.response.safeParse(document);
    if (!parsed.success) throw notUnderstood(response);
    // The row's own schema has just made the value.
    const answer = parsed.data as ResponseOf<O>;
    if ((row.response as unknown) === SessionState) csrfToken = (answer as SessionState).csrfToken;
    return answer;
  }

  async function* stream<O extends AnyOperation>(row: O, ...[input]: InputArgument<O>): AsyncGenerator<ResponseOf<O>, void> {
    const response = await request(row, (input ?? {}) as LooseInput);
    if (response.body === null) throw notUnderstood(response);
    for await (const line of linesOf(response.body)) {
      const parsed = row.response?.safeParse(JSON.parse(line));
      if (parsed?.success !== true) throw notUnderstood(response);
      yield parsed.data as ResponseOf<O>;
    }
  }

  return { call, stream };
}

function looseAddress(row: Operation, input: LooseInput): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(input.query ?? {})) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value));
  }
  const query = search.toString();
  return pathOf(row, input.path) + (query === '' ? '' : `?${query}`);
}
