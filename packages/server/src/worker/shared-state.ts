/**
 * The few words of memory that the main thread and a home worker share for one connection.
 * `INTERRUPT` is raised by the main thread when an attention arrives; a running request looks at it between rows and loop turns, because its
 * thread would not see a message before it ends. `GATE` guards the socket's descriptor: the worker holds it during a write, and the main
 * thread takes it for ever before the socket closes, so a number that the operating system gives to another file is never written to.
 */

const INTERRUPT = 0;
const GATE = 1;
const WORDS = 2;

const FREE = 0;
const WRITING = 1;
const CLOSED = 2;

export function newSharedState(): Int32Array {
  return new Int32Array(new SharedArrayBuffer(WORDS * Int32Array.BYTES_PER_ELEMENT));
}

export function raiseInterrupt(shared: Int32Array): void {
  Atomics.store(shared, INTERRUPT, 1);
}

export function clearInterrupt(shared: Int32Array): void {
  Atomics.store(shared, INTERRUPT, 0);
}

export function isInterrupted(shared: Int32Array): boolean {
  return Atomics.load(shared, INTERRUPT) !== 0;
}

/** Worker: takes the descriptor for one write; false once it is closed. */
export function enterGate(shared: Int32Array): boolean {
  return Atomics.compareExchange(shared, GATE, FREE, WRITING) === FREE;
}

/** Worker: gives the descriptor back. */
export function leaveGate(shared: Int32Array): void {
  Atomics.store(shared, GATE, FREE);
  Atomics.notify(shared, GATE);
}

/** Main thread: keeps the worker away from the descriptor from now on. Waits for a write in progress, which never blocks. */
export function closeGate(shared: Int32Array): void {
  while (Atomics.compareExchange(shared, GATE, FREE, CLOSED) === WRITING) Atomics.wait(shared, GATE, WRITING);
}
