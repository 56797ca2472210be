/** The workspace that this browser was in last: where `/` leads. */
import { Slug } from '@sprocket/studio-contract';
import { readStored, writeStored } from '../lib/stored.ts';

export const lastWorkspace = (): string | undefined => readStored('workspace', Slug);
export const rememberWorkspace = (slug: string): void => writeStored('workspace', slug);
