/**
 * The editor's keyboard shortcuts, in one table: what is pressed, what it does, and how a tooltip prints it.
 *
 * Keys are looked at before Monaco and the browser see them, so F5 executes instead of reloading the page. Where a command is not possible at the
 * moment the key is still swallowed: F5 must never throw a text away because a procedure is a draft.
 */

export const commandIds = [
  'execute',
  'validate',
  'save',
  'publish',
  'cancel',
  'toggle-panel',
  'next-pane',
  'previous-pane',
  'palette',
  'format',
] as const;
export type CommandId = (typeof commandIds)[number];

interface Shortcut {
  readonly command: CommandId;
  readonly key: string;
  readonly ctrl?: true;
  readonly shift?: true;
  readonly alt?: true;
}

const SHORTCUTS: readonly Shortcut[] = [
  { command: 'execute', key: 'F5' },
  { command: 'execute', key: 'Enter', ctrl: true },
  { command: 'validate', key: 'F5', ctrl: true },
  { command: 'save', key: 's', ctrl: true },
  { command: 'publish', key: 'Enter', ctrl: true, shift: true },
  { command: 'cancel', key: 'Pause', alt: true },
  { command: 'cancel', key: 'Cancel', alt: true },
  { command: 'toggle-panel', key: 'r', ctrl: true },
  { command: 'next-pane', key: 'F6' },
  { command: 'previous-pane', key: 'F6', shift: true },
  { command: 'palette', key: 'k', ctrl: true },
  { command: 'format', key: 'f', shift: true, alt: true },
];

interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** The command that a key press stands for. Cmd counts as Ctrl. Escape is not here: it cancels only when nothing else wants it. */
export function commandOf(event: Pressed): CommandId | undefined {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const found = SHORTCUTS.find(
    (shortcut) =>
      shortcut.key === key &&
      (shortcut.ctrl ?? false) === (event.ctrlKey || event.metaKey) &&
      (shortcut.shift ?? false) === event.shiftKey &&
      (shortcut.alt ?? false) === event.altKey,
  );
  return found?.command;
}

/** The shortcut as tooltips print it. */
export const shortcutLabels: Readonly<Record<CommandId, string>> = {
  execute: 'F5',
  validate: 'Ctrl+F5',
  save: 'Ctrl+S',
  publish: 'Ctrl+Shift+Enter',
  cancel: 'Esc',
  'toggle-panel': 'Ctrl+R',
  'next-pane': 'F6',
  'previous-pane': 'Shift+F6',
  palette: 'Ctrl+K',
  format: 'Shift+Alt+F',
};
