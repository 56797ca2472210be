/** The filters that both lists share: procedure, person, first and last day. */
import { operations } from '@sprocket/studio-contract';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { queryOf } from '../../api/index.ts';
import { useWorkspace } from '../../session/workspace.tsx';
import { Button, Field, Input, Select } from '../../ui/index.ts';
import { type CommonSearch, dayOf, endOfDay, startOfDay } from './search.ts';

export interface FiltersProps {
  readonly search: CommonSearch;
  readonly onChange: (change: Partial<CommonSearch>) => void;
  readonly onClear: () => void;
  /** The list's own filter. */
  readonly children: ReactNode;
}

export function Filters({ search, onChange, onClear, children }: FiltersProps) {
  const { slug } = useWorkspace();
  const path = { workspace: slug };
  const { data: procedures } = useQuery(queryOf(operations.listProcedures, { path, query: { limit: 5000 } }));
  const { data: members = [] } = useQuery(queryOf(operations.listMembers, { path }));
  return (
    <>
      <ChoiceField
        label="Procedure"
        all="All procedures"
        value={search.procedure}
        onChange={(procedure) => onChange({ procedure })}
        options={(procedures?.items ?? []).map((each) => ({ value: each.id, label: `${each.schema}.${each.name}` }))}
      />
      <ChoiceField
        label="Person"
        all="Everybody"
        value={search.actor}
        onChange={(actor) => onChange({ actor })}
        options={members.map((each) => ({ value: each.userId, label: each.name }))}
      />
      {children}
      <div className="flex gap-2">
        <DayField label="From" value={search.from} onChange={(day) => onChange({ from: startOfDay(day) })} />
        <DayField label="To" value={search.to} onChange={(day) => onChange({ to: endOfDay(day) })} />
      </div>
      <Button variant="ghost" onClick={onClear} disabled={Object.values(search).every((value) => value === undefined)}>
        Clear filters
      </Button>
    </>
  );
}

export interface ChoiceFieldProps<Value extends string> {
  readonly label: string;
  /** The entry that filters nothing. */
  readonly all: string;
  readonly value: Value | undefined;
  readonly onChange: (value: Value | undefined) => void;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
}

export function ChoiceField<Value extends string>({ label, all, value, onChange, options }: ChoiceFieldProps<Value>) {
  return (
    <Field label={label} className="w-40">
      {(control) => (
        <Select
          {...control}
          value={value ?? ''}
          onChange={(event) => onChange(options.find((option) => option.value === event.currentTarget.value)?.value)}
        >
          <option value="">{all}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

interface DayFieldProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (day: string) => void;
}

const DayField = ({ label, value, onChange }: DayFieldProps) => (
  <Field label={label} className="w-36">
    {(control) => <Input {...control} type="date" value={dayOf(value)} onChange={(event) => onChange(event.currentTarget.value)} />}
  </Field>
);
