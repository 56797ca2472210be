/**
 * A connection to an environment, leased from its pool: runs batches and procedures one at a time and reports what arrives as it arrives.
 *
 * Errors of SQL are messages, never exceptions; what throws is a connection that cannot be used any more. A session is given back with `release`,
 * which resets it (SET options, temporary tables, open transactions) so that the next borrower finds a fresh one, or ended with `destroy`.
 */
import { type Connection, Request } from 'tedious';
import { EnvironmentRefused, EnvironmentUnreachable, type SqlMessage, unreachable } from './failures.ts';
import { type ResultColumn, resultColumn, typeText } from './wire/column-types.ts';
import { cellText } from './wire/value-text.ts';

type DataType = Parameters<Request['addParameter']>[1];
type Options = Parameters<Request['addParameter']>[3];

/** A parameter in the driver's terms. */
export interface SqlParameter {
  /** Without its @. */
  readonly name: string;
  readonly type: DataType;
  readonly value: unknown;
  readonly options?: Options;
  readonly output?: boolean;
}

export type SqlCommand =
  /** One batch as it is: the only form in which a module can be created. */
  | { readonly kind: 'batch'; readonly text: string }
  /** A statement with parameters. */
  | { readonly kind: 'statement'; readonly text: string; readonly parameters: readonly SqlParameter[] }
  /** A procedure by its (quoted) name. */
  | { readonly kind: 'procedure'; readonly name: string; readonly parameters: readonly SqlParameter[] };

export type Row = readonly (string | null)[];

/** What arrives, in its order. Each is optional; `row` may pause the stream with `session.pause`. */
export interface SqlListener {
  readonly columns?: (columns: readonly ResultColumn[]) => void;
  readonly row?: (row: Row) => void;
  /** A statement ended; `rows` is undefined where NOCOUNT is on. */
  readonly done?: (rows: number | undefined) => void;
  readonly message?: (message: SqlMessage) => void;
  readonly output?: (value: { readonly name: string; readonly type: string; readonly value: string | null }) => void;
}

export interface RunOptions {
  readonly timeoutMilliseconds?: number;
  readonly signal?: AbortSignal;
}

export interface RunResult {
  readonly end: 'completed' | 'cancelled' | 'timed-out';
  /** The first error above level 10. */
  readonly error: SqlMessage | undefined;
  readonly returnCode: number | null;
}

/** What a pool lends. */
export interface Lease {
  readonly connection: Connection;
  readonly address: string;
  readonly giveBack: () => void;
}

export class SqlSession {
  readonly #lease: Lease;
  #request: Request | undefined;
  #ended = false;

  constructor(lease: Lease) {
    this.#lease = lease;
  }

  /** Runs a command to its end. Throws EnvironmentUnreachable when the connection breaks. */
  async run(command: SqlCommand, listener: SqlListener = {}, options: RunOptions = {}): Promise<RunResult> {
    const { connection, address } = this.#lease;
    let error: SqlMessage | undefined;
    let returnCode: number | null = null;
    const onError = (message: InfoMessage) => {
      error ??= sqlMessage(message);
      listener.message?.(sqlMessage(message));
    };
    const onInfo = (message: InfoMessage) => listener.message?.(sqlMessage(message));
    connection.on('errorMessage', onError).on('infoMessage', onInfo);
    const limit = new TimeLimit(options.timeoutMilliseconds ?? 30_000);
    try {
      const failure = await new Promise<Error | undefined>((resolve) => {
        const text = command.kind === 'procedure' ? command.name : command.text;
        const request = new Request(text, (problem) => resolve(problem ?? undefined));
        this.#request = request;
        listen(request, listener, (status) => {
          returnCode = status;
        });
        request.setTimeout(0);
        limit.start(request);
        cancelOn(options.signal, request);
        send(connection, request, command);
      });
      const end = endOf(failure, address);
      return { end: end === 'cancelled' && limit.reached ? 'timed-out' : end, error, returnCode };
    } finally {
      limit.stop();
      this.#request = undefined;
      connection.off('errorMessage', onError).off('infoMessage', onInfo);
    }
  }

  /** All rows of a statement of ours. Throws EnvironmentRefused when the server answers with an error. */
  async rows(text: string, parameters: readonly SqlParameter[] = [], options: RunOptions = {}): Promise<readonly Row[]> {
    const rows: Row[] = [];
    const command: SqlCommand = parameters.length === 0 ? { kind: 'batch', text } : { kind: 'statement', text, parameters };
    const { end, error } = await this.run(command, { row: (row) => rows.push(row) }, options);
    if (error !== undefined) throw new EnvironmentRefused([error]);
    if (end !== 'completed') throw new EnvironmentUnreachable('timeout', `The server at ${this.#lease.address} did not answer in time.`);
    return rows;
  }

  /** Stops reading rows until `resume`; the server waits. */
  pause(): void {
    this.#request?.pause();
  }

  resume(): void {
    this.#request?.resume();
  }

  /** Gives the connection back, reset; one that cannot be reset is closed. */
  release(): void {
    if (this.#ended) return;
    this.#ended = true;
    const { connection, giveBack } = this.#lease;
    connection.reset((error) => {
      if (error !== null && error !== undefined) connection.close();
      giveBack();
    });
  }

  /** Closes the connection; whatever runs on it ends. */
  destroy(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#lease.connection.close();
    this.#lease.giveBack();
  }
}

/** How long a command may take in all. The driver's own limit ends with the first packet of the answer. */
class TimeLimit {
  readonly #milliseconds: number;
  #timer: NodeJS.Timeout | undefined;
  reached = false;

  constructor(milliseconds: number) {
    this.#milliseconds = milliseconds;
  }

  start(request: Request): void {
    this.#timer = setTimeout(() => {
      this.reached = true;
      request.cancel();
    }, this.#milliseconds);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}

/** A message as tedious emits it. */
export interface InfoMessage {
  readonly number: number;
  readonly state: number;
  readonly class: number;
  readonly message: string;
  readonly procName: string;
  readonly lineNumber: number;
}

export function sqlMessage(message: InfoMessage): SqlMessage {
  return {
    number: message.number,
    level: message.class,
    state: message.state,
    line: message.lineNumber,
    procedure: message.procName === '' ? undefined : message.procName,
    text: message.message,
  };
}

interface WireColumn {
  readonly value: unknown;
  readonly metadata: Parameters<typeof cellText>[1];
}

function listen(request: Request, listener: SqlListener, returned: (status: number) => void): void {
  request.on('columnMetadata', (columns) => {
    if (Array.isArray(columns)) listener.columns?.(columns.map(resultColumn));
  });
  request.on('row', (columns: readonly WireColumn[]) => listener.row?.(columns.map(({ value, metadata }) => cellText(value, metadata))));
  request.on('done', (rows) => listener.done?.(rows));
  request.on('doneInProc', (rows) => listener.done?.(rows));
  request.on('doneProc', (_rows, _more, status: number | undefined) => {
    if (status !== undefined) returned(status);
  });
  request.on('returnValue', (name, value, metadata) =>
    listener.output?.({ name: `@${name}`, type: typeText(metadata), value: cellText(value, metadata) }),
  );
}

function cancelOn(signal: AbortSignal | undefined, request: Request): void {
  if (signal === undefined) return;
  if (signal.aborted) request.cancel();
  else signal.addEventListener('abort', () => request.cancel(), { once: true });
}

function send(connection: Connection, request: Request, command: SqlCommand): void {
  if (command.kind === 'batch') return connection.execSqlBatch(request);
  for (const { name, type, value, options, output } of command.parameters) {
    if (output === true) request.addOutputParameter(name, type, value, options ?? null);
    else request.addParameter(name, type, value, options ?? null);
  }
  if (command.kind === 'statement') connection.execSql(request);
  else connection.callProcedure(request);
}

/** Errors of SQL have arrived as messages already; only the ones of the connection are thrown. */
function endOf(failure: Error | undefined, address: string): RunResult['end'] {
  if (failure === undefined) return 'completed';
  const code = 'code' in failure ? failure.code : undefined;
  if (code === 'EREQUEST' || failure instanceof AggregateError) return 'completed';
  if (code === 'ECANCEL') return 'cancelled';
  throw unreachable(failure, address);
}
