/**
 * Catalogs that were read lately, by environment and revision. One reading serves everybody who asks meanwhile; after a minute, or when something
 * was deployed, the next request reads again.
 */
import { ParameterDefaults } from './defaults.ts';
import type { ReadCatalog } from './read.ts';

const FRESH_MILLISECONDS = 60_000;

interface Entry {
  readonly revision: number;
  readonly readAt: number;
  readonly catalog: Promise<ReadCatalog>;
}

export class CatalogCache {
  readonly #entries = new Map<string, Entry>();
  readonly #defaults = new Map<string, ParameterDefaults>();

  get(
    key: { readonly id: string; readonly revision: number },
    refresh: boolean,
    read: (defaults: ParameterDefaults) => Promise<ReadCatalog>,
  ): Promise<ReadCatalog> {
    const found = this.#entries.get(key.id);
    const fresh = found !== undefined && found.revision === key.revision && Date.now() - found.readAt < FRESH_MILLISECONDS;
    if (fresh && !refresh) return found.catalog;
    const entry: Entry = { revision: key.revision, readAt: Date.now(), catalog: read(this.#defaultsOf(key.id)) };
    this.#entries.set(key.id, entry);
    entry.catalog.catch(() => {
      if (this.#entries.get(key.id) === entry) this.#entries.delete(key.id);
    });
    return entry.catalog;
  }

  /** The next request reads again. */
  forget(id: string): void {
    this.#entries.delete(id);
  }

  /** The environment is another one now, or gone. */
  drop(id: string): void {
    this.#entries.delete(id);
    this.#defaults.delete(id);
  }

  #defaultsOf(id: string): ParameterDefaults {
    const found = this.#defaults.get(id) ?? new ParameterDefaults();
    this.#defaults.set(id, found);
    return found;
  }
}
