/**
 * Small settings of this browser (theme, sidebar, sizes) in local storage.
 *
 * A private window or a full disk may refuse storage, and anything may stand there from an older version: reading falls back, writing is silent.
 */
import type { z } from 'zod';

/** The stored value when it still has the expected shape. */
export function readStored<Schema extends z.ZodType>(key: string, schema: Schema): z.output<Schema> | undefined {
  try {
    const text = localStorage.getItem(`sprocket.${key}`);
    return text === null ? undefined : schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

export function writeStored(key: string, value: unknown): void {
  try {
    localStorage.setItem(`sprocket.${key}`, JSON.stringify(value));
  } catch {
    // The setting holds for this page only.
  }
}
