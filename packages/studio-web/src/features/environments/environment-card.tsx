/** One environment: where it is, whether it answers, and what can be done with it. */
import { type Environment, operations } from '@sprocket/studio-contract';
import { useMutation } from '@tanstack/react-query';
import { Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { call, keyBelow } from '../../api/index.ts';
import { useChange } from '../../forms/use-change.ts';
import { useWorkspace } from '../../session/workspace.tsx';
import { AlertDialog, Badge, Button, ColourDot, IconButton, toast } from '../../ui/index.ts';
import { CheckResult } from './check-result.tsx';

export function EnvironmentCard({ environment, onEdit }: { readonly environment: Environment; readonly onEdit: () => void }) {
  const { slug } = useWorkspace();
  const [removing, setRemoving] = useState(false);
  const path = { workspace: slug, environment: environment.id };
  const test = useMutation({ mutationFn: () => call(operations.testEnvironment, { path }) });
  const choose = useChange({
    change: () => call(operations.updateWorkspace, { path: { workspace: slug }, body: { environmentId: environment.id } }),
    stale: [keyBelow('workspaces', slug)],
    failure: `${environment.name} was not chosen`,
    onDone: () => toast(`${environment.name} is the current environment`),
  });
  return (
    <li className="border-b border-border px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <div className="min-w-56 flex-1">
          <div className="flex items-center gap-2">
            <ColourDot colour={environment.colour} />
            <span className="font-medium">{environment.name}</span>
            {environment.isCurrent && <Badge tone="accent">Current</Badge>}
            {environment.managed && <Badge>Comes with this installation</Badge>}
          </div>
          <p className="font-mono text-xs break-all text-muted">{addressLine(environment)}</p>
        </div>
        {!environment.isCurrent && (
          <Button size="sm" busy={choose.isPending} onClick={() => choose.mutate(undefined)}>
            Make current
          </Button>
        )}
        <Button size="sm" busy={test.isPending} onClick={() => test.mutate()} aria-label={`Test ${environment.name}`}>
          Test
        </Button>
        <span className="flex">
          <IconButton
            icon={Pencil}
            label={`Edit ${environment.name}`}
            unavailable={environment.managed ? 'Its address and login follow the installation' : undefined}
            onClick={onEdit}
          />
          <IconButton
            icon={Trash2}
            label={`Remove ${environment.name}`}
            unavailable={whyNotRemovable(environment)}
            side="left"
            onClick={() => setRemoving(true)}
          />
        </span>
      </div>
      <CheckResult test={test} />
      {removing && <RemoveDialog environment={environment} onClose={() => setRemoving(false)} />}
    </li>
  );
}

function addressLine({ host, port, database, login, encrypt, trustServerCertificate }: Environment): string {
  const tls = encrypt ? (trustServerCertificate ? 'TLS, any certificate' : 'TLS') : 'not encrypted';
  return `${login}@${host}:${port} · ${database} · ${tls}`;
}

function whyNotRemovable(environment: Environment): string | undefined {
  if (environment.isCurrent) return 'The current environment cannot be removed: make another one current first';
  return undefined;
}

function RemoveDialog({ environment, onClose }: { readonly environment: Environment; readonly onClose: () => void }) {
  const { slug } = useWorkspace();
  const remove = useChange({
    change: () => call(operations.deleteEnvironment, { path: { workspace: slug, environment: environment.id } }),
    stale: [keyBelow('workspaces', slug)],
    failure: `${environment.name} was not removed`,
    onDone: () => {
      toast(`${environment.name} was removed`);
      onClose();
    },
  });
  return (
    <AlertDialog
      open
      onOpenChange={onClose}
      title={`Remove ${environment.name}?`}
      description="The server itself is not touched: its database and its procedures stay as they are."
      action="Remove"
      danger
      busy={remove.isPending}
      onAction={() => remove.mutate(undefined)}
    />
  );
}
