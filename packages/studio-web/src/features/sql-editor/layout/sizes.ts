/**
 * Sizes of the editor's panes, remembered per workspace.
 *
 * Sizes are percentages of the group they belong to. What was stored is clamped when it is read: a window that became smaller, a value written by
 * another version or by hand must never leave a pane that cannot be seen.
 */

export interface PaneSizes {
  /** Of the whole width. */ readonly explorer: number;
  /** Of the whole width, while the parameters are shown. */ readonly parameters: number;
  /** Of the height beside the explorer, while the panel is shown. */ readonly panel: number;
  readonly panelOpen: boolean;
}

export const defaultSizes: PaneSizes = { explorer: 21, parameters: 23, panel: 36, panelOpen: true };

/** The least and the most of each pane, in percent. */
export const paneLimits = {
  explorer: { least: 12, most: 45 },
  parameters: { least: 16, most: 45 },
  panel: { least: 12, most: 80 },
} as const;

type Store = Pick<Storage, 'getItem' | 'setItem'>;

export function loadSizes(storage: Store, workspace: string): PaneSizes {
  try {
    return restoredSizes(JSON.parse(storage.getItem(key(workspace)) ?? 'null'));
  } catch {
    return defaultSizes;
  }
}

export function storeSizes(storage: Store, workspace: string, sizes: PaneSizes): void {
  try {
    storage.setItem(key(workspace), JSON.stringify(sizes));
  } catch {
    // A full or forbidden storage costs the memory of the sizes, nothing else.
  }
}

/** Stored sizes made usable: numbers clamped, everything else the default. */
export function restoredSizes(stored: unknown): PaneSizes {
  const given: Record<string, unknown> = typeof stored === 'object' && stored !== null ? { ...stored } : {};
  const size = (name: keyof typeof paneLimits) => {
    const value = given[name];
    if (typeof value !== 'number' || !Number.isFinite(value)) return defaultSizes[name];
    return Math.min(paneLimits[name].most, Math.max(paneLimits[name].least, value));
  };
  return {
    explorer: size('explorer'),
    parameters: size('parameters'),
    panel: size('panel'),
    panelOpen: typeof given.panelOpen === 'boolean' ? given.panelOpen : defaultSizes.panelOpen,
  };
}

function key(workspace: string): string {
  return `sprocket.sql-editor.sizes.${workspace}`;
}
