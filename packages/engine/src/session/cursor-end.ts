/** What the end of a transaction does to cursors: under CURSOR_CLOSE_ON_COMMIT those that it opened are closed, else they stay. */

import type { Cursor } from '../run/cursors/model.ts';
import type { SessionCore } from './session-core.ts';

export function endCursors(core: SessionCore): void {
  for (const cursor of core.cursors.values()) endCursor(core, cursor);
  for (const [id, { cursor, open }] of core.apiCursors) {
    if (!open.inTransaction) continue;
    if (core.options.cursorCloseOnCommit) core.apiCursors.delete(id);
    if (cursor === null) open.inTransaction = false;
    else endCursor(core, cursor);
  }
  for (let frame = core.current; frame !== null; frame = frame.parent) {
    for (const cursor of frame.cursors.values()) endCursor(core, cursor);
    for (const cursor of frame.cursorVariables.values()) endCursor(core, cursor);
  }
}

function endCursor({ options }: SessionCore, cursor: Cursor): void {
  if (cursor.open?.inTransaction !== true) return;
  if (options.cursorCloseOnCommit) cursor.open = null;
  else cursor.open.inTransaction = false;
}
