/** Which operations FEATURE_SQL_EDITOR takes away: the workspace's SQL. Accounts, workspaces, members and invitations stay. */
import type { Operation } from '@sprocket/studio-contract';

/** What may follow /workspaces/:workspace when the feature is off. */
const ALWAYS: ReadonlySet<string | undefined> = new Set([undefined, 'members', 'invitations', 'leave']);

export function belongsToSqlEditor(row: Pick<Operation, 'path'>): boolean {
  const [, workspaces, parameter, part] = row.path.split('/');
  return workspaces === 'workspaces' && parameter === ':workspace' && !ALWAYS.has(part);
}
