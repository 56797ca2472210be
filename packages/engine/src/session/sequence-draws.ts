/**
 * Values of sequences as statements draw them. Within one row every use of a sequence gives the same value; with OVER (ORDER BY …) a row gets the value
 * of its number, in whatever order the rows come.
 */

import type { SequenceUse } from '../environment.ts';

export class SequenceDraws {
  /** The last value of each sequence. */
  readonly #last = new Map<number, bigint>();
  /** Values of the running statement by number. */
  readonly #placed = new Map<number, bigint[]>();
  /** What the row that is being made has drawn; null where rows are made by the storage. */
  #row: Map<number, bigint> | null = null;

  /** A statement begins. */
  begin(): void {
    if (this.#placed.size > 0) this.#placed.clear();
  }

  /** Makes one row, which has the last values of the sequences in `drawn`. */
  row<Result>(make: () => Result, drawn: readonly number[]): Result {
    if (this.#row !== null) return make();
    this.#row = new Map(drawn.flatMap((id): [number, bigint][] => (this.#last.has(id) ? [[id, this.#last.get(id) as bigint]] : [])));
    try {
      return make();
    } finally {
      this.#row = null;
    }
  }

  next(objectId: number, { repeats, place }: SequenceUse, draw: () => bigint): bigint {
    if (place !== null) return this.#atPlace(objectId, place, draw);
    const known = repeats ? this.#last.get(objectId) : this.#row?.get(objectId);
    if (known !== undefined) return known;
    const value = draw();
    this.#last.set(objectId, value);
    this.#row?.set(objectId, value);
    return value;
  }

  #atPlace(objectId: number, place: number, draw: () => bigint): bigint {
    const values = this.#placed.get(objectId) ?? [];
    this.#placed.set(objectId, values);
    while (values.length < place) values.push(draw());
    return values[place - 1] as bigint;
  }
}
