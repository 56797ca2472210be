/** What each role may do, in one line. */
import { roleNames } from '../../session/workspace.tsx';

const LINES = [
  ['member', 'sees procedures, their history and diffs, and executes published ones'],
  ['author', 'also creates, edits, validates, publishes and rolls back procedures, and reads the audit'],
  ['admin', 'also arranges members, environments, categories, templates and lint rules'],
  ['owner', 'also makes owners and deletes the workspace'],
] as const;

export const RoleLegend = () => (
  <dl className="grid max-w-3xl grid-cols-[auto_1fr] gap-x-4 gap-y-0.5 p-4 text-xs text-muted">
    {LINES.map(([role, text]) => (
      <div key={role} className="contents">
        <dt className="font-medium">{roleNames[role]}</dt>
        <dd>{text}</dd>
      </div>
    ))}
  </dl>
);
