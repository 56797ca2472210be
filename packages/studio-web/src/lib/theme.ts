/** The theme of this browser: light unless the person chose dark or the system's. It is a class on the root element, so that every colour token follows. */
import { useSyncExternalStore } from 'react';
import { z } from 'zod';
import { readStored, writeStored } from './stored.ts';

export const themes = ['light', 'dark', 'system'] as const;
export type Theme = (typeof themes)[number];

const systemDark = () => matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();
let chosen: Theme = readStored('theme', z.enum(themes)) ?? 'light';

/** What is shown for a choice. */
export const resolveTheme = (theme: Theme, dark: boolean): 'light' | 'dark' => (theme === 'system' ? (dark ? 'dark' : 'light') : theme);

/** Applies the stored choice and follows the system's from then on. */
export function startTheme(): void {
  systemDark().addEventListener('change', apply);
  apply();
}

export function setTheme(theme: Theme): void {
  chosen = theme;
  writeStored('theme', theme);
  apply();
}

/** The choice, for the menu. */
export const useTheme = (): Theme => useSyncExternalStore(subscribe, () => chosen);

/** What is shown, for what has colours of its own (the editor). */
export const useShownTheme = (): 'light' | 'dark' => useSyncExternalStore(subscribe, () => resolveTheme(chosen, systemDark().matches));

function apply(): void {
  document.documentElement.classList.toggle('dark', resolveTheme(chosen, systemDark().matches) === 'dark');
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
