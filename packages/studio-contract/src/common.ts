/** Shapes that several features share: ids, times, people, pages, limits. */
import { z } from 'zod';

export const Id = z.uuid();
/** ISO 8601 in UTC, with milliseconds. */
export const Time = z.iso.datetime();
export const Person = z.object({ id: Id, name: z.string() });
export type Person = z.infer<typeof Person>;

/** A name of the user's choosing that is shown in lists. */
export const DisplayName = z.string().trim().min(1, 'must not be empty').max(100);
/** A T-SQL identifier without its brackets (sysname). */
export const SqlName = z.string().min(1, 'must not be empty').max(128, 'an identifier has at most 128 characters');
export const Slug = z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,48}[a-z0-9])?$/, 'lower-case letters, digits and hyphens');

/** A page of a list, newest first; `next` is the cursor of the page after it. */
export const PageQuery = z.object({ cursor: z.string().max(200).optional(), limit: z.coerce.number().int().min(1).max(200).default(50) });
export const page = <Item extends z.ZodType>(item: Item) => z.object({ items: z.array(item), next: z.string().nullable() });

/** The longest procedure text, in UTF-16 code units: 5 MB. A longer one is refused with `too-large` that names this limit. */
export const MAX_SQL_LENGTH = 5_000_000;
/** The limit is checked by the feature, so that the refusal is 413 with a sentence and not a field error. */
export const SqlText = z.string();
