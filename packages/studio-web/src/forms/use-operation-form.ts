/**
 * A form for the body of an operation: the contract's own schema checks it in the browser, and what the API still refuses is shown at its field, or above the
 * buttons when it belongs to none.
 */
import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import { useState } from 'react';
import { type DefaultValues, type FieldValues, type Path, type UseFormReturn, useForm } from 'react-hook-form';
import type { z } from 'zod';
import { messageOf, ProblemError } from '../api/index.ts';

export interface OperationForm<Input extends FieldValues, Output> extends UseFormReturn<Input, unknown, Output> {
  /** For the form element's onSubmit. */
  readonly submit: (event: { preventDefault: () => void }) => void;
  /** What went wrong and belongs to no field. */
  readonly problem: string | undefined;
  readonly busy: boolean;
  /** The message at a field. */
  readonly errorAt: (field: Path<Input>) => string | undefined;
}

export interface OperationFormOptions<Input extends FieldValues, Output> {
  readonly schema: z.ZodType<Output, Input>;
  readonly defaults: DefaultValues<Input>;
  readonly send: (values: Output) => Promise<unknown>;
}

export function useOperationForm<Input extends FieldValues, Output>(
  options: OperationFormOptions<Input, Output>,
): OperationForm<Input, Output> {
  const form = useForm<Input, unknown, Output>({ resolver: standardSchemaResolver(options.schema), defaultValues: options.defaults });
  const [problem, setProblem] = useState<string>();
  const { errors, isSubmitting } = form.formState;

  const send = async (values: Output) => {
    setProblem(undefined);
    await options.send(values).catch((error: unknown) => setProblem(showAtFields(form, error)));
  };
  const handle = form.handleSubmit(send);
  return {
    ...form,
    problem,
    busy: isSubmitting,
    submit: (event) => {
      event.preventDefault();
      void handle();
    },
    errorAt: (field) => {
      const message = field.split('.').reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], errors);
      return (message as { message?: string } | undefined)?.message;
    },
  };
}

/** The schema of a row's body; every row that a form is made for has one. */
export function bodyOf<Body extends z.ZodType>(row: { readonly body?: Body }): Body {
  if (row.body === undefined) throw new Error('the operation takes no body');
  return row.body;
}

/** Puts the API's complaints at their fields and returns what is left to say. */
function showAtFields<Input extends FieldValues, Output>(form: UseFormReturn<Input, unknown, Output>, error: unknown): string | undefined {
  const fields = error instanceof ProblemError ? (error.problem.fields ?? []) : [];
  const known = fields.filter((field) => field.path in form.getValues());
  for (const field of known) form.setError(field.path as Path<Input>, { message: field.message });
  return known.length > 0 && known.length === fields.length ? undefined : messageOf(error);
}
