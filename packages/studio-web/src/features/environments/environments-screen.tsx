/** The SQL Servers that this workspace works on. One of them is the current one: there procedures are validated, published and executed. */
import { type Environment, operations } from '@sprocket/studio-contract';
import { useQuery } from '@tanstack/react-query';
import { Plus, Server } from 'lucide-react';
import { useState } from 'react';
import { queryOf } from '../../api/index.ts';
import { RequireRole, useWorkspace } from '../../session/workspace.tsx';
import { Load } from '../../shell/load.tsx';
import { Screen } from '../../shell/screen.tsx';
import { Button, EmptyState } from '../../ui/index.ts';
import { EnvironmentCard } from './environment-card.tsx';
import { EnvironmentDialog } from './environment-dialog.tsx';

export function EnvironmentsScreen() {
  return (
    <RequireRole needs="admin">
      <Environments />
    </RequireRole>
  );
}

function Environments() {
  const [editing, setEditing] = useState<Environment | 'new'>();
  const add = (
    <Button variant="primary" onClick={() => setEditing('new')}>
      <Plus aria-hidden />
      Add environment
    </Button>
  );
  return (
    <Screen
      title="Environments"
      description="Procedures are validated, published and executed on the current environment."
      actions={add}
      layout="flush"
    >
      <List onEdit={setEditing} />
      {editing !== undefined && (
        <EnvironmentDialog environment={editing === 'new' ? undefined : editing} onClose={() => setEditing(undefined)} />
      )}
    </Screen>
  );
}

function List({ onEdit }: { readonly onEdit: (environment: Environment) => void }) {
  const { slug } = useWorkspace();
  const environments = useQuery(queryOf(operations.listEnvironments, { path: { workspace: slug } }));
  return (
    <Load query={environments}>
      {(list) =>
        list.length === 0 ? (
          <EmptyState icon={Server} title="No environment yet">
            Add the SQL Server, Azure SQL database or Sprocket server that your procedures belong to.
          </EmptyState>
        ) : (
          <ul aria-label="Environments">
            {list.map((environment) => (
              <EnvironmentCard key={environment.id} environment={environment} onEdit={() => onEdit(environment)} />
            ))}
          </ul>
        )
      }
    </Load>
  );
}
