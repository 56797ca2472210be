/**
 * Texts that the server does not have yet, kept in the browser across a reload, a crash and an expired session.
 *
 * A text is written here before it is saved, and removed when the server has it. It carries the revision it was made from, so that a restored text
 * meets the same conflict check as if the page had never gone. Storage that is full or forbidden is no reason to stop typing: writing then reports
 * false, and the page's own leave warning is what remains.
 */

export interface UnsavedText {
  readonly text: string;
  readonly revision: number;
  readonly at: string;
}

export interface UnsavedTexts {
  put(procedureId: string, unsaved: UnsavedText): boolean;
  get(procedureId: string): UnsavedText | undefined;
  remove(procedureId: string): void;
}

/** `owner` keeps the texts of one user apart from those of another at the same browser. */
export function createUnsavedTexts(storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>, owner: string): UnsavedTexts {
  const key = (procedureId: string) => `sprocket.unsaved.${owner}.${procedureId}`;
  return {
    put(procedureId, unsaved) {
      try {
        storage.setItem(key(procedureId), JSON.stringify(unsaved));
        return true;
      } catch {
        return false;
      }
    },
    get(procedureId) {
      try {
        return parse(storage.getItem(key(procedureId)));
      } catch {
        return undefined;
      }
    },
    remove(procedureId) {
      try {
        storage.removeItem(key(procedureId));
      } catch {
        // A storage that refuses to forget has nothing of ours in it.
      }
    },
  };
}

function parse(stored: string | null): UnsavedText | undefined {
  if (stored === null) return undefined;
  const value: unknown = JSON.parse(stored);
  if (typeof value !== 'object' || value === null) return undefined;
  const { text, revision, at } = value as Record<string, unknown>;
  return typeof text === 'string' && typeof revision === 'number' && typeof at === 'string' ? { text, revision, at } : undefined;
}
