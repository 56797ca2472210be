/** The colour that marks an environment wherever its name stands: a radio group of dots with names. */
import { RadioGroup } from 'radix-ui';
import { useId } from 'react';
import { cn } from '../../lib/cn.ts';
import { ColourDot } from '../../ui/index.ts';

export interface ColourChoiceProps<Colour extends string> {
  readonly colours: readonly Colour[];
  readonly value: Colour;
  readonly onChange: (colour: Colour) => void;
  readonly className?: string;
}

export function ColourChoice<Colour extends string>({ colours, value, onChange, className }: ColourChoiceProps<Colour>) {
  const id = useId();
  return (
    <div className={className}>
      <span id={id} className="mb-1 block font-medium">
        Colour
      </span>
      <RadioGroup.Root
        aria-labelledby={id}
        value={value}
        onValueChange={(next) => onChange(next as Colour)}
        className="flex flex-wrap gap-2"
      >
        {colours.map((colour) => (
          <RadioGroup.Item
            key={colour}
            value={colour}
            className={cn(
              'flex h-7 items-center gap-1.5 rounded-md border px-2 text-xs capitalize',
              colour === value ? 'border-accent bg-accent-subtle' : 'border-border-strong hover:bg-surface-hover',
            )}
          >
            <ColourDot colour={colour} />
            {colour}
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
    </div>
  );
}
