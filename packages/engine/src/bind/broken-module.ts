/** The text of a view or inline function that does not bind: its error stands in its own lines, and 4413 says what could not be used. */

import type { UserFunction, View } from '../catalog/model.ts';
import { SqlError, sqlError } from '../errors.ts';

/** The error in the text, and those that follow from it. */
export class BrokenModule extends SqlError {
  readonly others: readonly SqlError[];

  constructor({ number, severity, state, message, errorClass, line, procedure }: SqlError, others: readonly SqlError[]) {
    super(number, severity, state, message, errorClass);
    this.line = line;
    this.procedure = procedure;
    this.others = others;
  }
}

/** What we refuse and what nests too deep is told as it is. */
const NOT_OF_THE_TEXT: ReadonlySet<number> = new Set([40510, 4429]);

/** Binds the text of a module that a statement has `written`; `line` is where its query stands. */
export function insideModule<Result>(module: View | UserFunction, written: string, line: number, bind: () => Result): Result {
  try {
    return bind();
  } catch (thrown) {
    if (!(thrown instanceof SqlError) || NOT_OF_THE_TEXT.has(thrown.number)) throw thrown;
    const inner = thrown instanceof BrokenModule ? thrown.others : [];
    for (const error of [thrown, ...inner]) {
      if (error.line === 0) error.line = line;
      error.procedure ??= module.name;
    }
    throw new BrokenModule(thrown, [...inner, sqlError(4413, written)]);
  }
}
