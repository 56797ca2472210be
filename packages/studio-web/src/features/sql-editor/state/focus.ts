/** F6: focus walks around the panes, into what each says is its main part, else into its first control. */

const FOCUSABLE = 'a[href], button, input, select, textarea, [tabindex]:not([tabindex="-1"])';

export function moveFocus(step: 1 | -1, focusEditor: () => void): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')];
  const at = panes.findIndex((pane) => pane.contains(document.activeElement));
  const next = panes[(at + step + panes.length) % panes.length];
  if (next === undefined) return;
  if (next.dataset.pane === 'editor' && next.querySelector('.monaco-editor') !== null) return focusEditor();
  const target = next.querySelector<HTMLElement>('[data-pane-focus]') ?? next.querySelector<HTMLElement>(FOCUSABLE);
  target?.focus();
}
