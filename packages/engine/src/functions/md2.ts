/**
 * MD2 (RFC 1319), which HASHBYTES still has. Its table of substitutions is a shuffle of the numbers below 256 by the digits of pi, and is made that way
 * when it is first needed.
 */

const BLOCK = 16;
const ROUNDS = 18;

export function md2(bytes: Uint8Array): Uint8Array {
  const padding = BLOCK - (bytes.length % BLOCK);
  const message = new Uint8Array([...bytes, ...new Array<number>(padding).fill(padding)]);
  const state = new Uint8Array(3 * BLOCK);
  for (let at = 0; at < message.length; at += BLOCK) mixBlock(state, message.subarray(at, at + BLOCK));
  mixBlock(state, checksumOf(message));
  return state.slice(0, BLOCK);
}

function checksumOf(message: Uint8Array): Uint8Array {
  const table = substitutions();
  const sum = new Uint8Array(BLOCK);
  let last = 0;
  message.forEach((byte, i) => {
    last = sum[i % BLOCK]! ^ table[byte ^ last]!;
    sum[i % BLOCK] = last;
  });
  return sum;
}

function mixBlock(state: Uint8Array, block: Uint8Array): void {
  const table = substitutions();
  block.forEach((byte, i) => {
    state[BLOCK + i] = byte;
    state[2 * BLOCK + i] = byte ^ state[i]!;
  });
  let last = 0;
  for (let round = 0; round < ROUNDS; round++) {
    for (let i = 0; i < state.length; i++) {
      last = state[i]! ^ table[last]!;
      state[i] = last;
    }
    last = (last + round) & 0xff;
  }
}

let known: readonly number[] | undefined;

function substitutions(): readonly number[] {
  known ??= shuffled(digitsOfPi(800));
  return known;
}

function shuffled(digits: string): readonly number[] {
  const table = Array.from({ length: 256 }, (_, i) => i);
  let at = 0;
  /** A number below `n`, from as many digits as that takes; too great ones are passed over. */
  const below = (n: number): number => {
    const width = n > 100 ? 3 : n > 10 ? 2 : 1;
    for (;;) {
      const drawn = Number(digits.slice(at, at + width));
      at += width;
      if (drawn < n * Math.floor(10 ** width / n)) return drawn % n;
    }
  };
  for (let i = 1; i < 256; i++) {
    const j = below(i + 1);
    [table[i], table[j]] = [table[j]!, table[i]!];
  }
  return table;
}

/** By Machin's formula: 16 arctan(1/5) − 4 arctan(1/239). */
function digitsOfPi(count: number): string {
  const unit = 10n ** BigInt(count + 10);
  const arctan = (x: bigint): bigint => {
    let sum = 0n;
    let term = unit / x;
    for (let n = 1n; term !== 0n; n += 2n) {
      sum += n % 4n === 1n ? term / n : -term / n;
      term /= x * x;
    }
    return sum;
  };
  return (16n * arctan(5n) - 4n * arctan(239n)).toString().slice(0, count);
}
