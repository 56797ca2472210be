/** Invites somebody. The link is shown once, here: the installation sends no mail and keeps only a hash of it. */
import { operations } from '@sprocket/studio-contract';
import { useQueryClient } from '@tanstack/react-query';
import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { call, keyOf } from '../../api/index.ts';
import { FormDialog } from '../../forms/form-dialog.tsx';
import { TextField } from '../../forms/text-field.tsx';
import { bodyOf, useOperationForm } from '../../forms/use-operation-form.ts';
import { useCopy } from '../../lib/use-copy.ts';
import { roleNames, useWorkspace } from '../../session/workspace.tsx';
import { Button, Dialog, Field, Input, Notice, Select } from '../../ui/index.ts';

export function InviteDialog({ onClose }: { readonly onClose: () => void }) {
  const { slug } = useWorkspace();
  const client = useQueryClient();
  const [link, setLink] = useState<{ readonly email: string; readonly url: string }>();
  const form = useOperationForm({
    schema: bodyOf(operations.invite),
    defaults: { email: '', role: 'author' },
    send: async (body) => {
      const path = { workspace: slug };
      const invitation = await call(operations.invite, { path, body });
      setLink({ email: invitation.email, url: new URL(invitation.link, window.location.origin).href });
      await client.invalidateQueries({ queryKey: keyOf(operations.listInvitations, { path }) });
    },
  });
  if (link !== undefined) return <LinkDialog email={link.email} url={link.url} onClose={onClose} />;
  return (
    <FormDialog title="Invite to this workspace" onClose={onClose} form={form} action="Create invitation">
      <TextField form={form} name="email" label="Email" input={{ type: 'email', autoComplete: 'off' }} />
      <Field label="Role" hint="An owner is made by changing a member's role." error={form.errorAt('role')}>
        {(control) => (
          <Select {...control} {...form.register('role')}>
            {(['member', 'author', 'admin'] as const).map((role) => (
              <option key={role} value={role}>
                {roleNames[role]}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </FormDialog>
  );
}

function LinkDialog({ email, url, onClose }: { readonly email: string; readonly url: string; readonly onClose: () => void }) {
  const { copied, copy } = useCopy();
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Give this link to the person"
      description={`Only ${email} can use it, within 7 days.`}
      footer={<Button onClick={onClose}>Done</Button>}
    >
      <div className="flex gap-2">
        <Input
          aria-label="Link of the invitation"
          readOnly
          value={url}
          className="font-mono text-xs"
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button variant="primary" onClick={() => void copy(url)}>
          {copied ? <Check aria-hidden /> : <Copy aria-hidden />}
          {copied ? 'Copied' : 'Copy'}
        </Button>
      </div>
      <Notice tone="warning" className="mt-3">
        It is shown only now. Without it a new invitation is needed.
      </Notice>
    </Dialog>
  );
}
