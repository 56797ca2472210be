/** What the editor has to say about the text in front, above it: conflicts, failed saves, findings of a validation, why it is read-only. */
import type { Procedure } from '@sprocket/studio-contract';
import type { ReactNode } from 'react';
import { formatClock, formatDateTime, formatPlural } from '../../../lib/format.ts';
import { useLacking } from '../../../session/workspace.tsx';
import { Button, Notice } from '../../../ui/index.ts';
import { failureOf } from '../drafts/draft-machine.ts';
import { moveToDraft } from '../state/changing.ts';
import { withProcedure } from '../state/editor-state.ts';
import { openDialog, showPanelTab, useEditorState, useWorkbench } from '../state/workbench.ts';

export function Banners({ procedure }: { readonly procedure: Procedure }) {
  return (
    <>
      <ReadOnlyBanner procedure={procedure} />
      <DraftBanner procedure={procedure} />
      <RestoredBanner id={procedure.id} />
      <ValidationBanner id={procedure.id} />
    </>
  );
}

function Banner(props: {
  readonly tone: 'info' | 'success' | 'warning' | 'danger';
  readonly action?: ReactNode;
  readonly children: ReactNode;
}) {
  return <Notice {...props} className="shrink-0 items-center rounded-none border-b border-border py-1.5" />;
}

function ReadOnlyBanner({ procedure }: { readonly procedure: Procedure }) {
  const workbench = useWorkbench();
  const needsAuthor = useLacking('author');
  if (procedure.draft !== null && procedure.can.edit) return null;
  if (procedure.draft !== null) return <Banner tone="info">This draft is read-only for you. {needsAuthor} to edit it.</Banner>;
  return (
    <Banner
      tone="info"
      action={
        needsAuthor === undefined && (
          <Button size="sm" onClick={() => void moveToDraft(workbench, procedure)}>
            Move to Draft
          </Button>
        )
      }
    >
      Version {procedure.published?.version} is live and read-only.{' '}
      {needsAuthor === undefined ? 'A draft leaves it live until you publish.' : `${needsAuthor} to edit it.`}
    </Banner>
  );
}

function DraftBanner({ procedure }: { readonly procedure: Procedure }) {
  const workbench = useWorkbench();
  const draft = useEditorState((state) => state.drafts[procedure.id]);
  const failure = draft === undefined ? undefined : failureOf(draft);
  const passing = draft?.kind !== 'failed' || draft.passing;
  if (failure !== undefined) {
    return (
      <Banner
        tone="danger"
        action={
          <Button size="sm" onClick={() => void workbench.documents?.save(procedure.id)}>
            Save again
          </Button>
        }
      >
        The draft is not saved: {failure} Your text is kept in this browser{passing && ', and is saved as soon as that is possible'}.
      </Banner>
    );
  }
  if (draft?.kind !== 'conflict') return null;
  return (
    <Banner
      tone="warning"
      action={
        <span className="flex gap-1.5">
          <Button size="sm" onClick={() => openDialog(workbench, { kind: 'conflict', procedureId: procedure.id })}>
            Compare
          </Button>
          <Button size="sm" onClick={() => workbench.documents?.takeNewer(procedure.id)}>
            Reload theirs
          </Button>
          <Button size="sm" onClick={() => workbench.documents?.keepMine(procedure.id)}>
            Keep mine
          </Button>
        </span>
      }
    >
      {draft.newer.savedBy} saved this draft at {formatClock(draft.newer.savedAt)}, after you opened it. Nothing was overwritten.
    </Banner>
  );
}

function RestoredBanner({ id }: { readonly id: string }) {
  const { store } = useWorkbench();
  const at = useEditorState((state) => state.restored[id]);
  if (at === undefined) return null;
  const dismiss = () => store.update((state) => withProcedure(state, 'restored', id, undefined));
  return (
    <Banner
      tone="info"
      action={
        <Button size="sm" variant="ghost" onClick={dismiss}>
          Dismiss
        </Button>
      }
    >
      Text of {formatDateTime(at)} that could not be saved was put back. Undo (Ctrl+Z) shows what the server had.
    </Banner>
  );
}

function ValidationBanner({ id }: { readonly id: string }) {
  const workbench = useWorkbench();
  const validation = useEditorState((state) => state.validations[id]);
  if (validation === undefined || validation === 'running') return null;
  const { store } = workbench;
  const counts = [
    ...(validation.errors.length > 0 ? [formatPlural(validation.errors.length, 'error')] : []),
    ...(validation.warnings.length > 0 ? [formatPlural(validation.warnings.length, 'warning')] : []),
  ].join(' and ');
  const tone = !validation.valid ? 'danger' : validation.warnings.length > 0 ? 'warning' : 'success';
  const head = validation.valid ? (counts === '' ? 'Valid on the environment.' : `Valid, with ${counts}.`) : `Not valid: ${counts}.`;
  const first = validation.errors[0] ?? validation.warnings[0];
  return (
    <Banner
      tone={tone}
      action={
        <span className="flex gap-1.5">
          {first !== undefined && (
            <Button size="sm" onClick={() => showPanelTab(workbench, 'messages')}>
              Messages
            </Button>
          )}
          <Button size="sm" variant="ghost" onClick={() => store.update((state) => withProcedure(state, 'validations', id, undefined))}>
            Dismiss
          </Button>
        </span>
      }
    >
      {head} {first?.message}
    </Banner>
  );
}
