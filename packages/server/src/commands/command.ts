/** The shape of a command of the program `sprocket`. */

export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** The whole help text. */
  readonly help: () => string;
  /** Resolves with the exit status. */
  readonly run: (args: readonly string[]) => Promise<number>;
}
