import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { ProblemError } from '../../src/api/index.ts';
import { TextField } from '../../src/forms/text-field.tsx';
import { useOperationForm } from '../../src/forms/use-operation-form.ts';

afterEach(cleanup);

const Schema = z.object({ name: z.string().trim().min(1, 'must not be empty'), port: z.int('must be a whole number') });

function Form({ send }: { readonly send: (values: z.output<typeof Schema>) => Promise<unknown> }) {
  const form = useOperationForm({ schema: Schema, defaults: { name: '', port: 1433 }, send });
  return (
    <form onSubmit={form.submit}>
      <TextField form={form} name="name" label="Name" hint="Any name." />
      <TextField form={form} name="port" label="Port" input={{ type: 'number' }} />
      {form.problem}
      <button type="submit" disabled={form.busy}>
        Save
      </button>
    </form>
  );
}

const save = () => fireEvent.click(screen.getByText('Save'));
const type = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
const refusal = (more: object) => new ProblemError({ code: 'bad-request', message: 'No.', requestId: 'r', ...more }, 400);

describe('useOperationForm', () => {
  it('checks in the browser and ties the complaint to its field', async () => {
    const send = vi.fn(async () => undefined);
    render(<Form send={send} />);
    type('Port', '');
    save();
    const field = await screen.findByText('Must not be empty');
    expect(screen.getByLabelText('Name').getAttribute('aria-describedby')).toBe(field.id);
    expect(screen.getByLabelText('Name').getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByText('Must be a whole number')).toBeDefined();
    expect(screen.queryByText('Any name.')).toBeNull();
    expect(send).not.toHaveBeenCalled();
  });

  it('sends what the schema made of the values, numbers as numbers', async () => {
    const send = vi.fn(async () => undefined);
    render(<Form send={send} />);
    type('Name', '  Staging ');
    type('Port', '1444');
    save();
    await waitFor(() => expect(send).toHaveBeenCalledWith({ name: 'Staging', port: 1444 }));
  });

  it("shows the API's complaint at its field", async () => {
    render(<Form send={() => Promise.reject(refusal({ fields: [{ path: 'name', message: 'is taken' }] }))} />);
    type('Name', 'x');
    save();
    expect((await screen.findByText('Is taken')).getAttribute('role')).toBe('alert');
    expect(screen.queryByText('No.')).toBeNull();
  });

  it('shows beside the button what belongs to no field', async () => {
    render(<Form send={() => Promise.reject(refusal({ fields: [{ path: 'elsewhere', message: 'is wrong' }] }))} />);
    type('Name', 'x');
    save();
    expect(await screen.findByText('No.')).toBeDefined();
  });
});
