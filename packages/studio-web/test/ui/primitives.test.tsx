import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { AlertDialog, Button, Dialog, ErrorBoundary, GatedButton, IconButton, Input, TooltipProvider } from '../../src/ui/index.ts';

afterEach(cleanup);

describe('IconButton', () => {
  it('does nothing when it may not be used, and stays focusable so that it can say why', async () => {
    const act = vi.fn();
    render(<IconButton icon={Pencil} label="Edit" unavailable="Needs the role Author" onClick={act} />, { wrapper: TooltipProvider });
    const button = screen.getByRole('button', { name: 'Edit' });
    fireEvent.click(button);
    expect(act).not.toHaveBeenCalled();
    expect(button.getAttribute('aria-disabled')).toBe('true');
    button.focus();
    expect((await screen.findByRole('tooltip')).textContent).toContain('Needs the role Author');
  });

  it('shows its shortcut beside its label', async () => {
    render(<IconButton icon={Pencil} label="Save" shortcut="Ctrl+S" />, { wrapper: TooltipProvider });
    screen.getByRole('button', { name: 'Save' }).focus();
    expect((await screen.findByRole('tooltip')).textContent).toContain('Ctrl+S');
  });
});

describe('GatedButton', () => {
  it('never submits a form that it may not', () => {
    const submit = vi.fn((event: { preventDefault: () => void }) => event.preventDefault());
    render(
      <form onSubmit={submit}>
        <GatedButton type="submit" unavailable="Needs the role Admin">
          Save
        </GatedButton>
      </form>,
      { wrapper: TooltipProvider },
    );
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(submit).not.toHaveBeenCalled();
  });
});

describe('Dialog', () => {
  function Example() {
    const [open, setOpen] = useState(false);
    return (
      <>
        <Button onClick={() => setOpen(true)}>Open</Button>
        <Dialog open={open} onOpenChange={setOpen} title="Rename">
          <Input aria-label="Name" />
        </Dialog>
      </>
    );
  }

  it('begins at its first field and gives the focus back', async () => {
    render(<Example />, { wrapper: TooltipProvider });
    const opener = screen.getByRole('button', { name: 'Open' });
    opener.focus();
    fireEvent.click(opener);
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Name')));
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' });
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });
});

describe('AlertDialog', () => {
  it('begins at Cancel and acts only when told to', async () => {
    const act = vi.fn();
    render(
      <AlertDialog open onOpenChange={() => undefined} title="Delete?" description="For ever." action="Delete" danger onAction={act} />,
    );
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Cancel'));
    fireEvent.click(screen.getByRole('button', { name: 'Delete' }));
    expect(act).toHaveBeenCalledTimes(1);
  });
});

describe('ErrorBoundary', () => {
  it('keeps a failure to its widget, and begins again when asked', () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    let broken = true;
    const Widget = () => {
      if (broken) throw new Error('The widget broke.');
      return <p>Works</p>;
    };
    render(
      <>
        <p>Neighbour</p>
        <ErrorBoundary>
          <Widget />
        </ErrorBoundary>
      </>,
    );
    expect(screen.getByText('Neighbour')).toBeDefined();
    expect(screen.getByRole('alert').textContent).toContain('The widget broke.');
    broken = false;
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(screen.getByText('Works')).toBeDefined();
    log.mockRestore();
  });
});
