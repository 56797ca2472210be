/**
 * The workbench as a child process. It says `ready` with its address over the channel between the processes, its log goes where ours goes, and it
 * ends by itself when that channel closes, so that no death of this process leaves it behind. A child that dies is started again, after a pause that
 * doubles while it keeps dying.
 */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Log } from '../log.ts';

/** The same distance from `src` and from `dist`. */
const PROGRAM = fileURLToPath(new URL('../../../studio-api/bin/studio.mjs', import.meta.url));

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 30_000;
/** A child that lived so long begins with the first pause again. */
const LONG_LIFE = 60_000;
/** A former process may need a moment to let go of the data folder or the port. */
const PATIENCE = 4;
/** How long a child may take to end before it is killed. */
const GRACE = 5000;

export interface StudioOptions {
  /** Variables of the child beside those of this process. */
  readonly variables: Readonly<Record<string, string>>;
  readonly log: Log;
  /** The program to run; the workbench unless a test brings another one. */
  readonly program?: string;
}

export class StudioChild {
  readonly #options: StudioOptions;
  readonly #first = Promise.withResolvers<string | undefined>();
  #child: ChildProcess | undefined;
  #pause = FIRST_PAUSE;
  #timer: NodeJS.Timeout | undefined;
  #stopping = false;
  #attempts = 0;

  constructor(options: StudioOptions) {
    this.#options = options;
  }

  /** Starts it. Resolves with its address, or undefined when the first attempts failed; attempts go on then. */
  start(): Promise<string | undefined> {
    this.#spawn();
    return this.#first.promise;
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    clearTimeout(this.#timer);
    this.#first.resolve(undefined);
    const child = this.#child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    const last = setTimeout(() => child.kill('SIGKILL'), GRACE);
    await ended;
    clearTimeout(last);
  }

  #spawn(): void {
    const { variables, program = PROGRAM, log } = this.#options;
    if (!existsSync(program)) return this.#first.resolve(undefined);
    const born = performance.now();
    // Standard output belongs to the ready line.
    const child = spawn(process.execPath, ['--enable-source-maps', program], {
      // The password of sa is nobody's business but the server's.
      env: { ...process.env, SPROCKET_SA_PASSWORD: undefined, ...variables },
      stdio: ['ignore', 2, 2, 'ipc'],
    });
    this.#child = child;
    child.on('message', (message: unknown) => {
      const address = addressOf(message);
      if (address === undefined) return;
      log('info', 'workbench ready', { address, milliseconds: Math.round(performance.now() - born) });
      this.#first.resolve(address);
    });
    child.on('error', (error) => log('error', 'workbench cannot be started', { reason: error.message }));
    child.on('exit', (code, signal) => this.#ended(code ?? signal, performance.now() - born));
  }

  #ended(reason: number | string | null, life: number): void {
    if (this.#stopping) return;
    if (life > LONG_LIFE) this.#pause = FIRST_PAUSE;
    this.#options.log('error', 'workbench ended, starting it again', { reason, pauseMilliseconds: this.#pause });
    this.#attempts += 1;
    if (this.#attempts >= PATIENCE) this.#first.resolve(undefined);
    this.#timer = setTimeout(() => this.#spawn(), this.#pause);
    this.#pause = Math.min(this.#pause * 2, LONGEST_PAUSE);
  }
}

function addressOf(message: unknown): string | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  const { kind, address } = message as { kind?: unknown; address?: unknown };
  return kind === 'ready' && typeof address === 'string' ? address : undefined;
}
