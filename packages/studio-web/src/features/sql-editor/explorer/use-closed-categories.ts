/** Which categories are folded, remembered per workspace. */
import { useState } from 'react';
import { z } from 'zod';
import { readStored, writeStored } from '../../../lib/stored.ts';
import { useWorkbench } from '../state/workbench.ts';

export function useClosedCategories(): readonly [ReadonlySet<string>, (id: string) => void] {
  const { workspace } = useWorkbench();
  const key = `sql-editor.closed.${workspace}`;
  const [closed, setClosed] = useState<ReadonlySet<string>>(() => new Set(readStored(key, z.array(z.string()))));
  const toggle = (id: string) => {
    const next = new Set(closed);
    if (!next.delete(id)) next.add(id);
    writeStored(key, [...next]);
    setClosed(next);
  };
  return [closed, toggle];
}
