/**
 * RAND's stream of numbers: L'Ecuyer's combined generator with the constants that reproduce SQL Server's published values (RAND(1) is
 * 0.713591993212924). A seed restarts the first of the two generators and resets the second; 0 stands for the default seed. A session holds one stream.
 */

const M1 = 2147483563;
const M2 = 2147483399;
const A1 = 40014;
const A2 = 40692;
const DEFAULT_SEED = 12345;
const SECOND_SEED = 67890;
/** 1 / M1 with the seven digits of the published algorithm. */
const SCALE = 4.656613e-10;

/** A stream for `Environment.random`; it begins at `start`, or anywhere. */
export function createRandom(start = Math.floor(Math.random() * (M1 - 1)) + 1): (seed?: number) => number {
  let first = start;
  let second = SECOND_SEED;
  return (seed) => {
    if (seed !== undefined) {
      first = seed === 0 ? DEFAULT_SEED : Math.abs(seed) % M1;
      second = SECOND_SEED;
    }
    // Products stay below 2^53.
    first = (first * A1) % M1;
    second = (second * A2) % M2;
    const difference = first - second;
    return (difference < 1 ? difference + M1 - 1 : difference) * SCALE;
  };
}
