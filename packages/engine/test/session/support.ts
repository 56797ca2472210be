import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { INT, nvarchar, type Type } from '@sprocket/tsql';
import type {
  CallParameter,
  Engine,
  EngineOptions,
  EnvironmentChange,
  ResultColumn,
  ResultSink,
  ServerMessage,
  Session,
} from '../../src/session/api.ts';
import { openEngine } from '../../src/session/engine.ts';
import type { Value } from '../../src/values/value.ts';

/** What a request sent, by kind. */
export class Recorder implements ResultSink {
  readonly sets: { columns: readonly string[]; rows: Value[][] }[] = [];
  readonly messages: ServerMessage[] = [];
  readonly counts: (number | undefined)[] = [];
  readonly returned: Record<string, Value> = {};
  readonly changes: EnvironmentChange[] = [];
  status: number | undefined;
  /** Rows after which the sink asks to wait; the promise to wait for. */
  pauseAfter = Number.POSITIVE_INFINITY;
  resume: () => void = () => {};
  #rows = 0;

  columns(columns: readonly ResultColumn[]): void {
    this.sets.push({ columns: columns.map((column) => column.name), rows: [] });
  }

  row(values: readonly Value[]): boolean {
    this.#rows += 1;
    this.sets.at(-1)?.rows.push([...values]);
    return this.#rows % this.pauseAfter === 0;
  }

  drained(): Promise<void> {
    return new Promise((resolve) => {
      this.resume = resolve;
    });
  }

  done(_command: string, rowCount: number | undefined): void {
    this.counts.push(rowCount);
  }

  message(message: ServerMessage): void {
    this.messages.push(message);
  }

  returnStatus(status: number): void {
    this.status = status;
  }

  returnValue(name: string, _ordinal: number, _type: Type, value: Value): void {
    this.returned[name] = value;
  }

  environment(change: EnvironmentChange): void {
    this.changes.push(change);
  }

  /** Rows of the last result set. */
  get rows(): Value[][] {
    return this.sets.at(-1)?.rows ?? [];
  }

  get errors(): number[] {
    return this.messages.filter((message) => message.severity > 10).map((message) => message.number);
  }
}

export const PASSWORD = 'correct horse';

export interface TestServer {
  readonly directory: string;
  readonly engine: Engine;
  readonly logged: { level: string; event: string; fields: Readonly<Record<string, unknown>> }[];
  login(database?: string, more?: { readonly interrupted?: () => boolean }): Promise<Session>;
  /** Stops the engine and starts another one over the same directory. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export async function startServer(options: Partial<EngineOptions> = {}): Promise<TestServer> {
  const directory = mkdtempSync(join(tmpdir(), 'sprocket-engine-'));
  const logged: TestServer['logged'] = [];
  const open = (): Promise<Engine> =>
    openEngine({
      dataDirectory: directory,
      proceduresDirectory: undefined,
      saPassword: PASSWORD,
      serverName: 'TEST',
      log: (level, event, fields) => logged.push({ level, event, fields }),
      ...options,
    });
  let engine = await open();
  return {
    directory,
    get engine() {
      return engine;
    },
    logged,
    login: (database = '', more = {}) => engine.login({ ...LOGIN, database, ...more }),
    restart: async () => {
      await engine.close(0);
      engine = await open();
    },
    close: async () => {
      await engine.close(0);
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

export const LOGIN = {
  user: 'sa',
  password: PASSWORD,
  database: '',
  language: '',
  hostName: 'host',
  applicationName: 'test',
  clientInterface: 'test',
  clientAddress: '127.0.0.1',
  hostProcessId: 1,
  packetSize: 4096,
  encrypted: false,
  ansiDefaults: true,
};

export async function batch(session: Session, text: string): Promise<Recorder> {
  const recorder = new Recorder();
  await session.batch(text, recorder);
  return recorder;
}

export async function call(session: Session, procedure: string, parameters: readonly CallParameter[]): Promise<Recorder> {
  const recorder = new Recorder();
  await session.call({ procedure, parameters }, recorder);
  return recorder;
}

export function parameter(
  name: string,
  value: Value,
  type: Type = typeof value === 'string' ? nvarchar(4000) : INT,
  output = false,
): CallParameter {
  return { name, output, isDefault: false, value: { kind: 'scalar', type, value } };
}

/** Lets everything that is ready run. */
export const turn = (milliseconds = 5): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
