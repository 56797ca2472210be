/**
 * The shape of northwind.json and pubs.json, which README.md in this folder explains. The files are written by derive.py, so reading one is a
 * cast: a wrong shape shows at once in every case.
 */

import { readFileSync } from 'node:fs';

/** NULL is null; every other value is text in the form of the README. */
export type CellText = string | null;

export interface ExpectedResult {
  /** False: the rows are a multiset. */
  readonly ordered: boolean;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly rows: readonly (readonly CellText[])[];
}

/** Keys that are missing are not compared. */
export interface ExpectedError {
  readonly number: number;
  readonly severity: number;
  readonly state?: number;
  readonly message?: string;
  /** A regular expression for the message. */
  readonly pattern?: string;
  readonly procedure?: string;
  readonly line?: number;
}

export interface ExpectedCase {
  readonly name: string;
  readonly sql: string;
  /** How the expectation follows from the script. */
  readonly derivation: string;
  readonly results: readonly ExpectedResult[];
  readonly errors: readonly ExpectedError[];
  /** Numbers of the informational messages. */
  readonly messages: readonly number[];
}

export interface ExpectedDocument {
  readonly database: string;
  /** The setup script, as a path below the folder of scripts. */
  readonly script: string;
  readonly cases: readonly ExpectedCase[];
}

export const readDocument = (name: 'northwind' | 'pubs'): ExpectedDocument =>
  JSON.parse(readFileSync(new URL(`./${name}.json`, import.meta.url), 'utf8')) as ExpectedDocument;
