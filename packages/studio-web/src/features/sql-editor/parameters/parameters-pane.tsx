/** The pane at the right: a form made from the published signature, presets, the time limit, and Execute. */
import type { Parameter, Procedure } from '@sprocket/studio-contract';
import { Play, X } from 'lucide-react';
import { useEffect, useId, useRef } from 'react';
import { Badge, Button, IconButton, Input, Shortcut } from '../../../ui/index.ts';
import { useEnvironment } from '../state/active.ts';
import { openParameters, useCommands } from '../state/commands.ts';
import { withProcedure } from '../state/editor-state.ts';
import { useEditorState, useWorkbench } from '../state/workbench.ts';
import { Presets } from './presets.tsx';
import { TableValue } from './table-value.tsx';
import { type FormValue, type FormValues, initialValues, valueProblem } from './values.ts';

export function ParametersPane({ procedure }: { readonly procedure: Procedure }) {
  const workbench = useWorkbench();
  const { execute } = useCommands();
  const parameters = procedure.published?.parameters ?? [];
  const [values, setValues] = useFormValues(procedure.id, parameters);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[data-parameter]')?.focus();
  }, []);
  return (
    <aside aria-label="Parameters" data-pane="parameters" className="flex h-full min-h-0 flex-col bg-background">
      <header className="flex h-9 shrink-0 items-center border-b border-border pr-1 pl-3">
        <h2 className="flex-1 truncate font-semibold">Parameters</h2>
        <Presets procedureId={procedure.id} parameters={parameters} values={values} onApply={setValues} />
        <IconButton icon={X} label="Hide the parameters" onClick={() => openParameters(workbench, procedure.id, false)} />
      </header>
      <form
        ref={form}
        onSubmit={(event) => {
          event.preventDefault();
          if (execute.unavailable === undefined) execute.run();
        }}
        noValidate
        className="flex min-h-0 flex-1 flex-col"
      >
        <div className="flex min-h-0 flex-1 flex-col gap-3 overflow-y-auto p-3">
          {parameters.length === 0 && <p className="text-muted">The published version takes no parameters.</p>}
          {parameters.map((parameter) => (
            <ParameterField
              key={parameter.name}
              parameter={parameter}
              value={values[parameter.name] ?? { kind: 'null' }}
              onChange={(value) => setValues({ ...values, [parameter.name]: value })}
            />
          ))}
        </div>
        <footer className="flex shrink-0 flex-wrap items-center justify-end gap-2 border-t border-border p-2">
          <TimeLimit procedureId={procedure.id} />
          <Button type="submit" variant="primary" disabled={execute.unavailable !== undefined} title={execute.unavailable}>
            <Play aria-hidden /> Execute <Shortcut keys="F5" onDark />
          </Button>
        </footer>
      </form>
    </aside>
  );
}

function useFormValues(procedureId: string, parameters: readonly Parameter[]): readonly [FormValues, (values: FormValues) => void] {
  const { store } = useWorkbench();
  const stored = useEditorState((state) => state.forms[procedureId]);
  return [
    stored ?? initialValues(parameters, undefined),
    (values) => store.update((state) => withProcedure(state, 'forms', procedureId, values)),
  ];
}

interface ParameterFieldProps {
  readonly parameter: Parameter;
  readonly value: FormValue;
  readonly onChange: (value: FormValue) => void;
}

function ParameterField({ parameter, value, onChange }: ParameterFieldProps) {
  const { name, type, output } = parameter;
  const problem = valueProblem(parameter, value);
  const id = `parameter-${name}`;
  return (
    <div>
      <div className="mb-1 flex flex-wrap items-center gap-x-2">
        <label htmlFor={id} className="font-mono font-medium">
          {name}
        </label>
        <span className="min-w-0 truncate font-mono text-xs text-muted">{type}</span>
        {output && <Badge tone="accent">OUTPUT</Badge>}
        {parameter.baseType !== 'table' && <Instead parameter={parameter} value={value} onChange={onChange} />}
      </div>
      {parameter.baseType === 'table' ? (
        <TableValue
          id={id}
          parameter={parameter}
          rows={value.kind === 'table' ? value.rows : []}
          onRows={(rows) => onChange({ kind: 'table', rows })}
        />
      ) : (
        <Input
          id={id}
          data-parameter={name}
          value={value.kind === 'text' ? value.text : ''}
          placeholder={hintOf(parameter, value)}
          aria-invalid={problem !== undefined || undefined}
          aria-describedby={problem === undefined ? undefined : `${id}-problem`}
          autoComplete="off"
          spellCheck={false}
          onChange={({ target }) => onChange({ kind: 'text', text: target.value })}
          className="font-mono placeholder:italic"
        />
      )}
      {problem !== undefined && (
        <p id={`${id}-problem`} role="alert" className="mt-1 text-xs text-danger">
          {problem}
        </p>
      )}
    </div>
  );
}

function hintOf(parameter: Parameter, value: FormValue): string {
  return value.kind === 'default' ? `default: ${parameter.defaultText ?? ''}` : value.kind === 'null' ? 'NULL' : '';
}

/** NULL or the default instead of a text. Typing leaves both; an empty text is a value of its own. */
function Instead({ parameter, value, onChange }: ParameterFieldProps) {
  const toggle = (kind: 'null' | 'default') => onChange(value.kind === kind ? { kind: 'text', text: '' } : { kind });
  const button = (kind: 'null' | 'default', word: string) => (
    <button
      type="button"
      aria-pressed={value.kind === kind}
      aria-label={`${word} for ${parameter.name}`}
      onClick={() => toggle(kind)}
      className="h-5 rounded border border-border-strong px-1.5 text-xs text-muted aria-pressed:border-primary aria-pressed:bg-primary aria-pressed:text-on-primary"
    >
      {word}
    </button>
  );
  return (
    <span className="ml-auto flex gap-1">
      {parameter.hasDefault && button('default', 'Default')}
      {button('null', 'NULL')}
    </span>
  );
}

/** Seconds; never more than the environment allows. */
function TimeLimit({ procedureId }: { readonly procedureId: string }) {
  const { store } = useWorkbench();
  const id = useId();
  const environment = useEnvironment();
  const chosen = useEditorState((state) => state.timeouts[procedureId]);
  const most = environment?.timeoutSeconds ?? 3600;
  const change = (text: string) => {
    const seconds = Math.min(most, Math.max(1, Math.trunc(Number(text))));
    store.update((state) => withProcedure(state, 'timeouts', procedureId, text === '' || Number.isNaN(seconds) ? undefined : seconds));
  };
  return (
    <span className="mr-auto flex items-center gap-1.5 text-xs whitespace-nowrap text-muted">
      <label htmlFor={id}>Time limit (s)</label>
      <Input
        id={id}
        type="number"
        min={1}
        max={most}
        value={chosen ?? ''}
        placeholder={String(most)}
        onChange={({ target }) => change(target.value)}
        className="h-7 w-16"
      />
    </span>
  );
}
