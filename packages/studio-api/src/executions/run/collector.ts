/**
 * What arrives from the environment during an execution: rows go to spools, everything else to the browser, in the order in which it happened.
 *
 * The collector also holds the source back: when rows wait for the disk or events for the browser, the connection pauses, and the server with it.
 */
import type { Column, ExecutionEvent, Parameter } from '@sprocket/studio-contract';
import type { SqlMessage } from '../../environments/failures.ts';
import type { SqlListener } from '../../environments/session.ts';
import { cutCell } from '../spool/cut.ts';
import type { ResultSpool, Row } from '../spool/result-spool.ts';

/** Rows that travel with the first event of a set. */
const FIRST_ROWS = 200;
const FIRST_DELAY = 50;
const COUNT_INTERVAL = 200;
/** Bytes that may wait for the disk. */
const BACKLOG = 8 * 1024 * 1024;
/** Bytes that the spools of one execution may take on disk. */
const SPOOL_BYTES = 4 * 1024 ** 3;
/** SQL Server sends FOR JSON and FOR XML in pieces of about 2,000 characters, in a column of one of these names. */
const CHUNKED = /^(?:JSON|XML)_F52E2B61-18A1-11d1-B105-00805F49916B$/i;

export interface ResultSet {
  readonly columns: readonly Column[];
  readonly spool: ResultSpool;
  rowCount: number;
  limited: boolean;
}

interface OpenSet extends ResultSet {
  readonly number: number;
  readonly first: Row[];
  /** Pieces of a FOR JSON or FOR XML. */
  readonly chunks: string[] | undefined;
  announced: number;
}

export interface CollectorOptions {
  readonly rowLimit: number;
  readonly signature: readonly Parameter[];
  /** Makes the spool of a result set. Rows wait until it is there. */
  readonly newSpool: (set: number) => Promise<ResultSpool>;
  readonly emit: (event: ExecutionEvent) => void;
  /** Whether the browser has enough to read for now. */
  readonly full: () => boolean;
  /** Holds the source back until `resume`. */
  readonly pause: () => void;
  readonly resume: () => void;
}

type Output = Extract<ExecutionEvent, { type: 'output' }>['values'][number];

export class Collector {
  readonly sets: ResultSet[] = [];
  readonly rowsAffected: number[] = [];
  readonly outputs: Output[] = [];
  readonly #options: CollectorOptions;
  readonly #arrived: (() => void)[] = [];
  /** Sets whose last rows are on their way to the disk. */
  readonly #ending: Promise<void>[] = [];
  #rows = 0;
  #open: OpenSet | undefined;
  #opening = false;
  #paused = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: CollectorOptions) {
    this.#options = options;
  }

  /** Rows of all sets. */
  get rowCount(): number {
    return this.#rows;
  }

  readonly listener: SqlListener = {
    columns: (columns) => this.#later(() => this.#begin(columns)),
    row: (row) => this.#later(() => this.#row(row)),
    done: (rows) => this.#later(() => this.#done(rows)),
    message: (message) => this.#later(() => this.#options.emit(messageEvent(message))),
    output: (value) => this.outputs.push({ ...value, type: this.#declaredType(value.name) ?? value.type, value: cutCell(value.value) }),
  };

  /** Resolves when everything that arrived has been dealt with and can be read. */
  async finish(): Promise<void> {
    while (this.#opening) await new Promise((resolve) => setTimeout(resolve, 1));
    this.#endSet();
    clearInterval(this.#timer);
    await Promise.all(this.#ending);
  }

  /** Called when what held the source back may be over. */
  relax(): void {
    if (!this.#paused || this.#opening || this.#options.full() || (this.#open?.spool.backlog ?? 0) > BACKLOG / 2) return;
    this.#paused = false;
    this.#options.resume();
  }

  hold(): void {
    if (this.#paused) return;
    this.#paused = true;
    this.#options.pause();
  }

  /** Opening a spool takes a moment, and what arrives meanwhile waits for it in its order. */
  #later(action: () => void): void {
    if (this.#opening) this.#arrived.push(action);
    else action();
  }

  #begin(columns: readonly Column[]): void {
    this.#endSet();
    this.#opening = true;
    this.hold();
    const opened = this.#openSet(columns).catch(() => this.#lose());
    void opened.then(() => {
      this.#opening = false;
      this.#catchUp();
      this.relax();
    });
  }

  async #openSet(columns: readonly Column[]): Promise<void> {
    const number = this.sets.length;
    await Promise.all(this.#ending);
    const spool = await this.#options.newSpool(number);
    const chunked = columns.length === 1 && CHUNKED.test(columns[0]?.name ?? '');
    const set: OpenSet = { number, columns, spool, rowCount: 0, limited: false, first: [], chunks: chunked ? [] : undefined, announced: 0 };
    this.sets.push(set);
    this.#open = set;
    this.#options.emit({ type: 'result-set', set: number, columns: [...columns] });
    this.#timer ??= setInterval(() => this.#announce(), COUNT_INTERVAL);
    setTimeout(() => this.#announce(), FIRST_DELAY);
  }

  /** The disk takes no more: the procedure goes on, its rows are not kept. */
  #lose(): void {
    const text = 'The results could not be kept: the disk of the workbench took no more.';
    this.#options.emit({ type: 'message', at: new Date().toISOString(), severity: 'error', text });
  }

  #catchUp(): void {
    for (let action = this.#arrived.shift(); action !== undefined; action = this.#arrived.shift()) {
      action();
      if (this.#opening) return;
    }
  }

  #row(row: Row): void {
    const set = this.#open;
    if (set === undefined) return;
    if (set.chunks !== undefined) set.chunks.push(row[0] ?? '');
    else this.#keep(set, row);
  }

  #keep(set: OpenSet, row: Row): void {
    if (this.#rows >= this.#options.rowLimit || set.spool.size > SPOOL_BYTES) return this.#limit(set);
    this.#rows += 1;
    set.rowCount += 1;
    set.spool.append(row);
    if (set.first.length < FIRST_ROWS && set.announced === 0) set.first.push(row);
    if (set.spool.backlog <= BACKLOG || this.#paused) return;
    this.hold();
    void set.spool.flush().then(() => this.relax());
  }

  #limit(set: OpenSet): void {
    if (set.limited) return;
    set.limited = true;
    const text = `Only the first ${this.#rows.toLocaleString('en')} rows of this execution are kept; the others were read and left out.`;
    this.#options.emit({ type: 'message', at: new Date().toISOString(), severity: 'warning', text });
  }

  /** A statement has ended, and with it the result set that it may have had. */
  #done(rows: number | undefined): void {
    if (rows !== undefined) this.rowsAffected.push(rows);
    this.#endSet();
  }

  #endSet(): void {
    const set = this.#open;
    if (set === undefined) return;
    if (set.chunks !== undefined && set.chunks.length > 0) this.#keep(set, [set.chunks.join('')]);
    this.#open = undefined;
    this.#ending.push(this.#close(set));
  }

  /** Rows are announced when they can be read. */
  async #close(set: OpenSet): Promise<void> {
    await set.spool.flush();
    if (set.spool.failure !== undefined) {
      set.rowCount = set.spool.ready;
      set.limited = true;
      this.#lose();
    }
    this.#announceSet(set, set.rowCount);
    this.#options.emit({ type: 'result-set-end', set: set.number, rowCount: set.rowCount, limited: set.limited });
  }

  #announce(): void {
    if (this.#open === undefined) return;
    void this.#open.spool.flush();
    this.#announceSet(this.#open, this.#open.spool.ready);
  }

  #announceSet(set: OpenSet, count: number): void {
    if (count <= set.announced) return;
    const first = set.announced === 0 ? { first: set.first.slice(0, count).map((row) => row.map(cutCell)) } : {};
    set.announced = count;
    this.#options.emit({ type: 'rows', set: set.number, count, ...first });
  }

  #declaredType(name: string): string | undefined {
    return this.#options.signature.find((parameter) => parameter.name.toLowerCase() === name.toLowerCase())?.type;
  }
}

export function messageEvent(message: SqlMessage): ExecutionEvent {
  const { text, number, level, state, line, procedure } = message;
  const severity = level > 10 ? 'error' : level === 10 ? 'warning' : 'info';
  const details = number === 0 ? {} : { number, level, state };
  const place = { ...(line > 0 ? { line } : {}), ...(procedure === undefined ? {} : { procedure }) };
  return { type: 'message', at: new Date().toISOString(), severity, text, ...details, ...place };
}
