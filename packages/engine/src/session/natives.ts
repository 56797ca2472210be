/**
 * Procedures that only the session itself can do, by name. TDS calls some of them by number; they arrive here by name all the same.
 */

import { nameKey } from '../catalog/model.ts';
import type { Steps } from '../run/contracts.ts';
import type { NativeArgument, NativeModule } from '../run/modules.ts';
import { getApplock, releaseApplock } from './applocks.ts';
import { setApplicationRole, unsetApplicationRole } from './rpc/application-role.ts';
import { changeCursor } from './rpc/cursors/change.ts';
import { closeCursor, cursorOption, fetchCursor } from './rpc/cursors/fetch.ts';
import { executeCursor, openCursor, prepareAndExecuteCursor, prepareCursor, unprepareCursor } from './rpc/cursors/open.ts';
import { describeFirstResultSet, describeUndeclaredParameters } from './rpc/describe.ts';
import { executeSql } from './rpc/execute-sql.ts';
import { execute, prepare, prepareAndExecute, prepareAndExecuteCall, unprepare } from './rpc/prepared.ts';
import { sequenceGetRange } from './rpc/sequence-range.ts';
import { setSessionContext } from './rpc/session-context.ts';
import type { SessionCore } from './session-core.ts';
import { prepareXml, removeXml } from './xml-documents.ts';

type Native = (core: SessionCore, args: readonly NativeArgument[]) => Steps<number>;

/** A procedure that never waits. */
const now = (run: (core: SessionCore, args: readonly NativeArgument[]) => number): Native =>
  // biome-ignore lint/correctness/useYield: natives are generators because others wait
  function* (core, args) {
    return run(core, args);
  };

/** By their names in lower case. */
export const NATIVES: Readonly<Record<string, Native>> = {
  sp_executesql: executeSql,
  sp_prepare: now(prepare),
  sp_execute: execute,
  sp_prepexec: prepareAndExecute,
  sp_prepexecrpc: prepareAndExecuteCall,
  sp_unprepare: now(unprepare),
  sp_cursoropen: openCursor,
  sp_cursorprepare: now(prepareCursor),
  sp_cursorexecute: executeCursor,
  sp_cursorprepexec: prepareAndExecuteCursor,
  sp_cursorunprepare: now(unprepareCursor),
  sp_cursorfetch: fetchCursor,
  sp_cursoroption: now(cursorOption),
  sp_cursorclose: now(closeCursor),
  sp_cursor: changeCursor,
  sp_describe_first_result_set: describeFirstResultSet,
  sp_describe_undeclared_parameters: describeUndeclaredParameters,
  sp_set_session_context: now(setSessionContext),
  sp_setapprole: now(setApplicationRole),
  sp_unsetapprole: now(unsetApplicationRole),
  sp_getapplock: getApplock,
  sp_releaseapplock: now(releaseApplock),
  sp_sequence_get_range: now(sequenceGetRange),
  sp_xml_preparedocument: now(prepareXml),
  sp_xml_removedocument: now(removeXml),
  sp_reset_connection: now(() => 0),
};

export function nativeProcedure(core: SessionCore, name: string): NativeModule | undefined {
  const run = NATIVES[nameKey(name)];
  return run === undefined ? undefined : { kind: 'native', name: nameKey(name), run: (args) => run(core, args) };
}
