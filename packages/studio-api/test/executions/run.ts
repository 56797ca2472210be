/** Reads an execution's lines as a browser does. */
import { ExecutionEvent as EventSchema, type ExecutionEvent, operations, type ParameterValues, pathOf } from '@sprocket/studio-contract';
import type { Client } from '../support/client.ts';

export interface Run {
  readonly events: ExecutionEvent[];
  readonly id: string;
  readonly of: <Type extends ExecutionEvent['type']>(type: Type) => Extract<ExecutionEvent, { type: Type }>[];
}

export interface RunOptions {
  readonly timeoutSeconds?: number;
  readonly signal?: AbortSignal;
  /** Called with each event as it comes. */
  readonly on?: (event: ExecutionEvent) => void | Promise<void>;
}

/** Creates a procedure from its text and publishes it; its id. */
export async function publishProcedure(client: Client, workspace: string, name: string, sqlText: string): Promise<string> {
  const { id } = await client.call(operations.createProcedure, { params: { workspace }, body: { name, sqlText } });
  await client.call(operations.publish, { params: { workspace, procedure: id }, body: { revision: 1 } });
  return id;
}

/** Executes to the end of the answer; every line is held against the contract. */
export async function execute(
  client: Client,
  params: { workspace: string; procedure: string },
  parameters: ParameterValues = {},
  options: RunOptions = {},
): Promise<Run> {
  if (client.csrf === undefined) await client.session();
  const response = await client.fetch(pathOf(operations.execute, params), {
    method: 'POST',
    body: JSON.stringify({ parameters, ...(options.timeoutSeconds === undefined ? {} : { timeoutSeconds: options.timeoutSeconds }) }),
    headers: { 'content-type': 'application/json' },
    ...(options.signal === undefined ? {} : { signal: options.signal }),
  });
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  const events: ExecutionEvent[] = [];
  for await (const line of linesOf(response)) {
    const event = EventSchema.parse(JSON.parse(line));
    events.push(event);
    await options.on?.(event);
  }
  const of = <Type extends ExecutionEvent['type']>(type: Type) =>
    events.filter((event): event is Extract<ExecutionEvent, { type: Type }> => event.type === type);
  return { events, of, id: of('started')[0]?.executionId ?? '' };
}

async function* linesOf(response: Response): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of response.body ?? []) {
    const lines = (rest + decoder.decode(chunk as Uint8Array, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}
