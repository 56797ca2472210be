/** A checkbox and a switch, each with its label. A switch acts at once; a checkbox belongs to a form. */
import { Check } from 'lucide-react';
import { Checkbox as RadixCheckbox, Switch as RadixSwitch } from 'radix-ui';
import { type ReactNode, useId } from 'react';
import { cn } from '../lib/cn.ts';

export interface ToggleProps {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly checked: boolean;
  readonly onCheckedChange: (checked: boolean) => void;
  readonly disabled?: boolean;
  readonly className?: string;
}

export function Checkbox({ checked, onCheckedChange, disabled = false, ...text }: ToggleProps) {
  const id = useId();
  return (
    <Labelled id={id} {...text}>
      <RadixCheckbox.Root
        id={id}
        checked={checked}
        disabled={disabled}
        onCheckedChange={(state) => onCheckedChange(state === true)}
        className="mt-0.5 flex size-4 shrink-0 items-center justify-center rounded border border-border-strong bg-background disabled:opacity-50 data-[state=checked]:border-primary data-[state=checked]:bg-primary"
      >
        <RadixCheckbox.Indicator>
          <Check aria-hidden className="size-3 text-on-primary" strokeWidth={3} />
        </RadixCheckbox.Indicator>
      </RadixCheckbox.Root>
    </Labelled>
  );
}

export function Switch({ checked, onCheckedChange, disabled = false, ...text }: ToggleProps) {
  const id = useId();
  return (
    <Labelled id={id} {...text}>
      <RadixSwitch.Root
        id={id}
        checked={checked}
        disabled={disabled}
        onCheckedChange={onCheckedChange}
        className="mt-0.5 flex h-4 w-7 shrink-0 items-center rounded-full bg-muted px-0.5 disabled:opacity-50 data-[state=checked]:bg-primary"
      >
        <RadixSwitch.Thumb className="size-3 rounded-full bg-white transition-transform duration-100 data-[state=checked]:translate-x-3" />
      </RadixSwitch.Root>
    </Labelled>
  );
}

interface LabelledProps extends Pick<ToggleProps, 'label' | 'hint' | 'className'> {
  readonly id: string;
  readonly children: ReactNode;
}

function Labelled({ id, label, hint, className, children }: LabelledProps) {
  return (
    <div className={cn('flex items-start gap-2', className)}>
      {children}
      <label htmlFor={id} className="select-none text-sm">
        {label}
        {hint !== undefined && <span className="block text-xs text-muted">{hint}</span>}
      </label>
    </div>
  );
}
