/** The address of a new workspace: typed, or left to the API, which makes one from the name. */
import { DisplayName, Slug } from '@sprocket/studio-contract';
import { z } from 'zod';

export const NewWorkspace = z.object({ name: DisplayName, slug: z.union([z.literal(''), Slug]) });

/** What the address will look like, as a hint. */
export function suggestSlug(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 50);
}
