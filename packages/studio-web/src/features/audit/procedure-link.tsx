/** The name of a procedure; while the procedure exists, it opens it in the SQL Editor. */
import { Link } from '@tanstack/react-router';
import { useSession } from '../../session/session.ts';
import { useWorkspace } from '../../session/workspace.tsx';

export function ProcedureLink({ id, name }: { readonly id: string | null; readonly name: string }) {
  const { slug } = useWorkspace();
  const { features } = useSession();
  if (id === null || !features.sqlEditor) return name;
  return (
    <Link to="/c/$slug/sql-editor" params={{ slug }} search={{ procedure: id }} className="hover:underline">
      {name}
    </Link>
  );
}
