/** A form in a dialog: fields, what went wrong, Cancel and the acting button. Enter in a field sends it. */
import { type ReactNode, useId } from 'react';
import { Button, Dialog, type DialogProps, Notice } from '../ui/index.ts';

export interface FormDialogProps extends Pick<DialogProps, 'title' | 'description' | 'width'> {
  readonly onClose: () => void;
  readonly form: {
    readonly submit: (event: { preventDefault: () => void }) => void;
    readonly problem: string | undefined;
    readonly busy: boolean;
  };
  readonly action: string;
  /** Further buttons at the left of the lower end. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

export function FormDialog({ onClose, form, action, aside, children, ...dialog }: FormDialogProps) {
  const id = useId();
  return (
    <Dialog
      {...dialog}
      open
      onOpenChange={(open) => !open && onClose()}
      footer={
        <>
          {aside !== undefined && <div className="mr-auto flex gap-2">{aside}</div>}
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={id} variant="primary" busy={form.busy}>
            {action}
          </Button>
        </>
      }
    >
      <form id={id} onSubmit={form.submit} noValidate className="flex flex-col gap-3">
        {children}
        {form.problem !== undefined && <Notice tone="danger">{form.problem}</Notice>}
      </form>
    </Dialog>
  );
}
