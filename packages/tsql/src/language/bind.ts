/**
 * A draft against an environment's catalog: tables, columns, procedures, functions and parameters that it does not have. These are warnings,
 * since SQL Server resolves most names only when a statement runs; a variable that was never declared is an error.
 */
import type { CatalogSnapshot } from './catalog.ts';
import { documentOf } from './document.ts';
import type { Problem } from './problem.ts';
import { resolve } from './resolve/index.ts';

/** The names of a draft that the catalog does not have, in the order of the text. */
export function bindAgainst(text: string, catalog: CatalogSnapshot | null): readonly Problem[] {
  return resolve(documentOf(text), catalog).problems;
}
