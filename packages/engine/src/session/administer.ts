/**
 * A batch of the process that opened the engine, run as `sa` without a password: whoever opens the engine owns its files, so there is nothing to
 * guard. What it answers is dropped; its first error is raised.
 */

import type { LoginRequest, ResultSink, ServerMessage, Session } from './api.ts';

/** Who the session says it is. */
export const ADMINISTRATOR: LoginRequest = {
  user: 'sa',
  password: '',
  database: '',
  language: '',
  hostName: '',
  applicationName: 'sprocket',
  clientInterface: 'sprocket',
  clientAddress: '',
  hostProcessId: process.pid,
  packetSize: 4096,
  encrypted: false,
  ansiDefaults: true,
};

/** Runs the batch and closes the session. Rejects with an Error that carries the message of the first error. */
export async function runAndClose(session: Session, text: string): Promise<void> {
  let failure: ServerMessage | undefined;
  const sink: ResultSink = {
    ...SILENT,
    message: (message) => {
      if (message.severity > 10) failure ??= message;
    },
  };
  try {
    await session.batch(text, sink);
    await session.flushing;
  } finally {
    session.close();
  }
  if (failure !== undefined) throw new Error(`Msg ${failure.number}, Line ${failure.line}: ${failure.message}`);
}

const nothing = (): void => {};

/** What it is sent is nobody's. */
export const SILENT: ResultSink = {
  columns: nothing,
  row: () => false,
  drained: () => Promise.resolve(),
  done: nothing,
  message: nothing,
  returnStatus: nothing,
  returnValue: nothing,
  environment: nothing,
};
