/** A text field of an operation's form, with its label and its error. */
import type { ComponentProps, ReactNode } from 'react';
import type { FieldValues, Path } from 'react-hook-form';
import { Field, Input, Textarea } from '../ui/index.ts';
import type { OperationForm } from './use-operation-form.ts';

export interface TextFieldProps<Values extends FieldValues> {
  // The output type plays no part in drawing a field.
  readonly form: Pick<OperationForm<Values, never>, 'register' | 'errorAt'>;
  readonly name: Path<Values>;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly className?: string;
  readonly input?: ComponentProps<'input'>;
}

export function TextField<Values extends FieldValues>({ form, name, label, hint, className, input }: TextFieldProps<Values>) {
  return (
    <Field label={label} hint={hint} error={form.errorAt(name)} {...(className === undefined ? {} : { className })}>
      {(control) => <Input {...control} {...form.register(name, input?.type === 'number' ? { valueAsNumber: true } : {})} {...input} />}
    </Field>
  );
}

export interface TextAreaFieldProps<Values extends FieldValues> extends Omit<TextFieldProps<Values>, 'input'> {
  readonly textarea?: ComponentProps<'textarea'>;
}

export function TextAreaField<Values extends FieldValues>({ form, name, label, hint, className, textarea }: TextAreaFieldProps<Values>) {
  return (
    <Field label={label} hint={hint} error={form.errorAt(name)} {...(className === undefined ? {} : { className })}>
      {(control) => <Textarea {...control} {...form.register(name)} {...textarea} />}
    </Field>
  );
}
