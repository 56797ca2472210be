/** Open tabs as they are remembered per workspace; only procedures, since a routine's text is a look and not work. */
import { z } from 'zod';
import type { TabRef } from './editor-state.ts';

const Stored = z.array(z.object({ kind: z.string(), id: z.string(), title: z.string() })).max(50);

export const StoredTabs = Stored.transform((tabs): TabRef[] =>
  tabs.flatMap(({ kind, id, title }) => (kind === 'procedure' ? [{ kind, id, title }] : [])),
);
