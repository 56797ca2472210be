/** Keyboard shortcuts of a screen. Ctrl stands for the Command key on a Mac. */
import { useEffect, useEffectEvent } from 'react';

/** Whether an event is the shortcut: the key and exactly its modifiers. */
export function matchesShortcut(event: KeyboardEvent, shortcut: string): boolean {
  const parts = shortcut.split('+');
  const key = parts.at(-1) ?? '';
  const wants = (modifier: string) => parts.slice(0, -1).includes(modifier);
  return (
    event.key.toLowerCase() === key.toLowerCase() &&
    (event.ctrlKey || event.metaKey) === wants('Ctrl') &&
    event.shiftKey === wants('Shift') &&
    event.altKey === wants('Alt')
  );
}

/** Runs an action when the shortcut is pressed anywhere on the page; the browser's own meaning of it is held back. */
export function useHotkey(shortcut: string, action: () => void): void {
  const run = useEffectEvent(action);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!matchesShortcut(event, shortcut)) return;
      event.preventDefault();
      run();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [shortcut]);
}
