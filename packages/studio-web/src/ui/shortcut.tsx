/** A keyboard shortcut as keys: `Ctrl+Shift+Enter`. On a Mac, Ctrl is written as the Command key, which does the same there. */
import { cn } from '../lib/cn.ts';

const MAC_NAMES: Readonly<Record<string, string>> = { Ctrl: '⌘', Shift: '⇧', Alt: '⌥', Enter: '↵' };

export const isMac = (): boolean => typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent);

/** The shortcut as this computer's users write it. */
export function shortcutText(keys: string, mac: boolean = isMac()): string {
  if (!mac) return keys;
  return keys
    .split('+')
    .map((key) => MAC_NAMES[key] ?? key)
    .join('');
}

export function Shortcut({ keys, onDark = false }: { readonly keys: string; readonly onDark?: boolean }) {
  return (
    <kbd
      className={cn('whitespace-nowrap rounded border px-1 font-sans text-xs', onDark ? 'border-current/40' : 'border-border text-muted')}
    >
      {shortcutText(keys)}
    </kbd>
  );
}
