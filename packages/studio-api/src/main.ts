/** The process of the workbench's API: starts it, says where it listens, stops on a signal. */
import { createApp } from './app.ts';
import { ConfigurationError } from './configuration.ts';

const GRACE = 4000;

let close = async () => {};
// A parent that is gone cannot stop this process any more, neither while it starts nor later.
process.once('disconnect', () => void stop());
// Ctrl+C reaches every process of the terminal; a child waits for its parent's word.
process.on('SIGINT', () => {
  if (process.send === undefined) void stop();
});
process.once('SIGTERM', () => void stop());

try {
  const app = await createApp();
  close = app.close;
  announce(await app.listen());
  void app.died.then((reason) => fail(`the embedded database ended: ${reason}`));
} catch (error) {
  fail(reasonOf(error));
}

function fail(reason: string): never {
  process.stderr.write(`sprocket studio: ${reason}\n`);
  process.exit(1);
}

/** For the parent process, or for people. */
function announce(address: string): void {
  if (process.send === undefined) process.stdout.write(`sprocket studio: ready at ${address}\n`);
  else process.send({ kind: 'ready', address });
}

/** What does not end in time ends with the process: what is stored is safe. */
async function stop(): Promise<never> {
  setTimeout(() => process.exit(0), GRACE).unref();
  await close();
  process.exit(0);
}

function reasonOf(error: unknown): string {
  if (error instanceof ConfigurationError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message).slice(0, 4000) : String(error);
}
