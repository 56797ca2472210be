/**
 * The prompt of `sprocket sql`: lines collect until a GO that is not inside a quote or comment, then the batch runs. Lines are edited with readline
 * and remembered from one session to the next.
 */

import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { type Batch, splitBatches } from '@sprocket/tsql';

export interface Session {
  /** Runs a batch as often as its GO says. */
  readonly run: (batch: Batch) => Promise<void>;
  /** Cancels what runs. */
  readonly cancel: () => void;
  readonly database: () => string;
}

const HISTORY_FILE = path.join(homedir(), '.sprocket_history');
const HISTORY_SIZE = 1000;
/** Stands for the text behind a GO: when it becomes a batch of its own, the GO counted. */
const PROBE = 'probe';

/** Reads and runs batches until the input ends. */
export async function interact(session: Session): Promise<void> {
  const lines = createInterface({
    input: process.stdin,
    output: process.stdout,
    terminal: process.stdin.isTTY,
    history: readHistory(),
    historySize: HISTORY_SIZE,
  });
  let typed: string[] = [];
  let running = false;
  lines.on('SIGINT', () => {
    if (running) session.cancel();
    else {
      typed = [];
      process.stdout.write('\n');
      prompt(lines, session, typed);
    }
  });
  prompt(lines, session, typed);
  for await (const line of lines) {
    remember(line);
    const command = line.trim().toLowerCase();
    if (command === ':quit' || command === ':exit' || (typed.length === 0 && (command === 'quit' || command === 'exit'))) break;
    if (command === ':reset') typed = [];
    else typed.push(line);
    const batches = completeBatches(typed.join('\n'));
    if (batches !== undefined) {
      typed = [];
      running = true;
      for (const batch of batches) await session.run(batch);
      running = false;
    }
    prompt(lines, session, typed);
  }
  lines.close();
}

/** The batches of a text that ends with GO; undefined while it does not. */
export function completeBatches(text: string): readonly Batch[] | undefined {
  const batches = splitBatches(`${text}\n${PROBE}`);
  return batches.at(-1)?.text.trim() === PROBE ? batches.slice(0, -1) : undefined;
}

function prompt(lines: Interface, session: Session, typed: readonly string[]): void {
  lines.setPrompt(typed.length === 0 ? `${session.database()}> ` : `${String(typed.length + 1).padStart(session.database().length)}> `);
  if (process.stdin.isTTY) lines.prompt();
}

function readHistory(): string[] {
  if (!process.stdin.isTTY || !existsSync(HISTORY_FILE)) return [];
  return readFileSync(HISTORY_FILE, 'utf8').split('\n').filter(Boolean).slice(-HISTORY_SIZE).reverse();
}

function remember(line: string): void {
  if (process.stdin.isTTY && line.trim() !== '') appendFileSync(HISTORY_FILE, `${line}\n`, { mode: 0o600 });
}
