/**
 * Version history: View shows one version, Compare shows exactly two side by side. The newest is Current, and rolling back to it makes no sense.
 */
import { operations, type Procedure, type Version } from '@sprocket/studio-contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { queryOf } from '../../../api/index.ts';
import { formatDateTime } from '../../../lib/format.ts';
import { useLacking } from '../../../session/workspace.tsx';
import { Badge, Button, Checkbox, Dialog, ErrorState, Loading, Tooltip } from '../../../ui/index.ts';
import { CodeView, DiffView } from '../editor/lazy.tsx';
import { procedureTitle } from '../explorer/tree.ts';
import { useWorkbench } from '../state/workbench.ts';
import { RollbackDialog } from './rollback.tsx';
import { compared, type Mode, pick } from './version-choice.ts';

export function VersionsDialog({ procedure, onClose }: { readonly procedure: Procedure; readonly onClose: () => void }) {
  const { workspace } = useWorkbench();
  const path = { workspace, procedure: procedure.id };
  const versions = useQuery(queryOf(operations.listVersions, { path }));
  const [mode, setMode] = useState<Mode>('view');
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const [rollingBack, setRollingBack] = useState<Version>();
  const [options, setOptions] = useState({ whitespace: true, wordWrap: true });
  const list = versions.data ?? [];
  const selected = chosen.length > 0 ? chosen : list.slice(0, 1).map(({ version }) => version);
  const viewed = list.find(({ version }) => version === selected.at(-1));
  return (
    <>
      <Dialog
        open
        onOpenChange={(open) => !open && onClose()}
        width="full"
        title={`Versions of ${procedureTitle(procedure)}`}
        description={mode === 'view' ? 'Choose a version to see its SQL.' : 'Choose exactly two versions to compare.'}
        bodyClassName="flex min-h-0 max-md:flex-col"
        footer={
          <>
            {mode === 'compare' && (
              <div className="mr-auto flex items-center gap-4">
                <Checkbox
                  label="Whitespace"
                  checked={options.whitespace}
                  onCheckedChange={(whitespace) => setOptions({ ...options, whitespace })}
                />
                <Checkbox
                  label="Word wrap"
                  checked={options.wordWrap}
                  onCheckedChange={(wordWrap) => setOptions({ ...options, wordWrap })}
                />
              </div>
            )}
            {mode === 'view' && <RollbackButton version={viewed} onClick={() => setRollingBack(viewed)} />}
            <Button onClick={onClose}>Close</Button>
          </>
        }
      >
        <div className="flex w-80 shrink-0 flex-col border-r border-border bg-surface max-md:w-full">
          <ModeToggle mode={mode} onMode={setMode} />
          {versions.isError ? (
            <ErrorState error={versions.error} onRetry={() => void versions.refetch()} />
          ) : versions.data === undefined ? (
            <Loading />
          ) : (
            <VersionList versions={list} selected={selected} onPick={(version) => setChosen(pick(mode, selected, version))} />
          )}
        </div>
        <div className="min-h-0 min-w-0 flex-1">
          {mode === 'view' ? (
            <ViewVersion path={path} version={viewed?.version} />
          ) : (
            <CompareVersions path={path} pair={compared(selected)} {...options} />
          )}
        </div>
      </Dialog>
      {rollingBack !== undefined && (
        <RollbackDialog
          procedure={procedure}
          version={rollingBack}
          onClose={(done) => {
            setRollingBack(undefined);
            if (done) onClose();
          }}
        />
      )}
    </>
  );
}

function ModeToggle({ mode, onMode }: { readonly mode: Mode; readonly onMode: (mode: Mode) => void }) {
  return (
    <fieldset aria-label="Mode" className="m-2 flex rounded-md border border-border-strong p-0.5">
      {(['view', 'compare'] as const).map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={mode === each}
          onClick={() => onMode(each)}
          className={`h-6.5 flex-1 rounded font-medium ${mode === each ? 'bg-primary text-on-primary' : 'hover:bg-surface-hover'}`}
        >
          {each === 'view' ? 'View' : 'Compare'}
        </button>
      ))}
    </fieldset>
  );
}

interface VersionListProps {
  readonly versions: readonly Version[];
  readonly selected: readonly number[];
  readonly onPick: (version: number) => void;
}

function VersionList({ versions, selected, onPick }: VersionListProps) {
  return (
    <ul aria-label="Versions" className="min-h-0 flex-1 overflow-y-auto px-1 pb-2">
      {versions.map((version) => (
        <li key={version.id}>
          <button
            type="button"
            aria-pressed={selected.includes(version.version)}
            onClick={() => onPick(version.version)}
            className={`flex min-h-8 w-full items-center gap-2 rounded px-2 py-1 text-left ${selected.includes(version.version) ? 'bg-accent-subtle' : 'hover:bg-surface-hover'}`}
          >
            <span className="min-w-0 flex-1">{versionLine(version)}</span>
            {version.isCurrent && <Badge tone="success">Current</Badge>}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** `v3 • Olive Owner • 21 Nov 2026, 14:03`. */
export function versionLine({ version, createdBy, createdAt }: Pick<Version, 'version' | 'createdBy' | 'createdAt'>): string {
  return `v${version} • ${createdBy.name} • ${formatDateTime(createdAt)}`;
}

function RollbackButton({ version, onClick }: { readonly version: Version | undefined; readonly onClick: () => void }) {
  const needsAuthor = useLacking('author');
  const held = needsAuthor ?? (version?.isCurrent === true ? 'This is the current version' : undefined);
  return (
    <Tooltip content={held} side="top">
      <Button
        aria-disabled={held !== undefined || undefined}
        onClick={() => held === undefined && version !== undefined && onClick()}
        className="mr-auto"
      >
        Rollback…
      </Button>
    </Tooltip>
  );
}

interface TextsProps {
  readonly path: { readonly workspace: string; readonly procedure: string };
}

function useVersionText(path: TextsProps['path'], version: number | undefined) {
  return useQuery({
    ...queryOf(operations.getVersion, { path: { ...path, version: version ?? 0 } }),
    enabled: version !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

function ViewVersion({ path, version }: TextsProps & { readonly version: number | undefined }) {
  const { data, error, refetch } = useVersionText(path, version);
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return data === undefined ? <Loading /> : <CodeView text={data.sqlText} label={`SQL of version ${data.version}`} />;
}

interface CompareProps extends TextsProps {
  readonly pair: readonly [number, number] | undefined;
  readonly whitespace: boolean;
  readonly wordWrap: boolean;
}

function CompareVersions({ path, pair, whitespace, wordWrap }: CompareProps) {
  const before = useVersionText(path, pair?.[0]);
  const after = useVersionText(path, pair?.[1]);
  if (pair === undefined) return <p className="p-6 text-center text-muted">Choose two versions at the left.</p>;
  if (before.data === undefined || after.data === undefined) return <Loading />;
  return (
    <div className="flex h-full flex-col">
      <div className="grid shrink-0 grid-cols-2 border-b border-border bg-surface text-xs text-muted">
        <span className="truncate px-3 py-1">{versionLine(before.data)}</span>
        <span className="truncate border-l border-border px-3 py-1">{versionLine(after.data)}</span>
      </div>
      <div className="min-h-0 flex-1">
        <DiffView
          original={before.data.sqlText}
          modified={after.data.sqlText}
          whitespace={whitespace}
          wordWrap={wordWrap}
          label={`Versions ${pair[0]} and ${pair[1]}`}
        />
      </div>
    </div>
  );
}
