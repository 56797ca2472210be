/** What the thread of the sessions and the thread of the checkpoints say to each other. Every request has one answer. */

export type ToCheckpointer =
  /** Moves pages of the log into the file if so many or more wait in it. */
  | { readonly kind: 'checkpoint'; readonly request: number; readonly file: string; readonly least: number; readonly volatile: boolean }
  /** Closes the file: it is to be deleted. */
  | { readonly kind: 'close'; readonly request: number; readonly file: string }
  /** Closes all files and ends. */
  | { readonly kind: 'end'; readonly request: number };

export interface FromCheckpointer {
  readonly request: number;
  readonly fill: LogFill | null;
  /** What went wrong. */
  readonly failure: string | null;
}

/** How full a log is, in pages. */
export interface LogFill {
  /** From its beginning to the last commit. */
  readonly pages: number;
  /** Those of them that are not in the database file. */
  readonly waiting: number;
}
