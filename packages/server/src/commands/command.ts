/** The shape of a command of the program `sprocket`. A command is loaded when it is used: a client has no need of the engine's code. */

/** A line of the list of commands. */
export interface CommandEntry {
  readonly name: string;
  readonly summary: string;
  readonly load: () => Promise<Command>;
}

export interface Command {
  /** The whole help text. */
  readonly help: () => string;
  /** Resolves with the exit status. */
  readonly run: (args: readonly string[]) => Promise<number>;
}
