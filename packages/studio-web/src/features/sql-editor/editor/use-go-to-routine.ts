/** Where go to definition leads: a procedure of the workspace opens in its tab, any other routine of the environment as a text to look at. */
import { operations } from '@sprocket/studio-contract';
import { queryOf } from '../../../api/index.ts';
import { toastError } from '../../../ui/index.ts';
import { procedureTitle } from '../explorer/tree.ts';
import { useProcedures } from '../explorer/use-procedures.ts';
import { useOpenProcedure } from '../state/active.ts';
import { openTab, useWorkbench } from '../state/workbench.ts';

export interface RoutineName {
  readonly schema: string;
  readonly name: string;
}

export function useGoToRoutine(): (routine: RoutineName) => void {
  const workbench = useWorkbench();
  const { data } = useProcedures();
  const openProcedure = useOpenProcedure();
  return (routine) => {
    const title = procedureTitle(routine);
    const own = data?.items.find((procedure) => procedureTitle(procedure).toLowerCase() === title.toLowerCase());
    if (own !== undefined) return openProcedure(own.id, procedureTitle(own));
    void lookAt(routine);
  };

  async function lookAt(routine: RoutineName): Promise<void> {
    const title = procedureTitle(routine);
    try {
      await workbench.queryClient.ensureQueryData(routineQuery(workbench.workspace, routine));
      openTab(workbench, { kind: 'routine', id: `routine:${title}`, title, ...routine });
    } catch (error) {
      toastError(`The text of ${title} cannot be shown`, error);
    }
  }
}

/** The text of a routine that only the environment has. */
export function routineQuery(workspace: string, { schema, name }: RoutineName) {
  return queryOf(operations.routineText, { path: { workspace }, query: { schema, name } });
}
