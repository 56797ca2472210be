/**
 * The shortcuts of the screen. They are taken before Monaco and the browser see them; Escape is taken last, and only while something runs and nothing
 * else (a dialog, a suggestion list) wanted it.
 */
import { useEffect, useEffectEvent } from 'react';
import { useActiveProcedure } from './active.ts';
import { useCommands } from './commands.ts';
import { cancelRun } from './executing.ts';
import { moveFocus } from './focus.ts';
import { type CommandId, commandOf } from './shortcuts.ts';
import { openDialog, useWorkbench } from './workbench.ts';

export function useShortcuts(togglePanel: () => void): void {
  const workbench = useWorkbench();
  const commands = useCommands();
  const procedure = useActiveProcedure();
  const run = useEffectEvent((id: CommandId) => {
    switch (id) {
      case 'toggle-panel':
        return togglePanel();
      case 'next-pane':
        return moveFocus(1, () => workbench.documents?.focus());
      case 'previous-pane':
        return moveFocus(-1, () => workbench.documents?.focus());
      case 'palette':
        return openDialog(workbench, { kind: 'palette' });
      default:
        if (commands[id].unavailable === undefined) commands[id].run();
    }
  });
  const cancel = useEffectEvent(
    () => procedure !== undefined && workbench.running.has(procedure.id) && void cancelRun(workbench, procedure.id),
  );
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const command = commandOf(event);
      if (command === undefined || isDialogOpen()) return;
      event.preventDefault();
      event.stopPropagation();
      run(command);
    };
    const onEscape = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented && !isDialogOpen()) cancel();
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    window.addEventListener('keydown', onEscape);
    return () => {
      window.removeEventListener('keydown', onKeyDown, { capture: true });
      window.removeEventListener('keydown', onEscape);
    };
  }, []);
}

function isDialogOpen(): boolean {
  return document.querySelector('[role="dialog"], [role="alertdialog"]') !== null;
}
