/** The lists that the explorer draws: every procedure of the workspace, and its categories. */
import { operations } from '@sprocket/studio-contract';
import { useQuery } from '@tanstack/react-query';
import { queryOf } from '../../../api/index.ts';
import { useWorkbench } from '../state/workbench.ts';

/** As many as one answer may hold; the filter searches in these. */
const ALL = 5000;

export function useProcedures() {
  const { workspace } = useWorkbench();
  return useQuery(queryOf(operations.listProcedures, { path: { workspace }, query: { limit: ALL } }));
}

export function useCategories() {
  const { workspace } = useWorkbench();
  return useQuery(queryOf(operations.listCategories, { path: { workspace } }));
}
