/** A text to look at, coloured as T-SQL. The entry of a lazily loaded chunk, like the editor itself. */
import { useEffect, useRef } from 'react';
import { useShownTheme } from '../../../lib/theme.ts';
import { commonOptions, editor, LANGUAGE_ID, showTheme } from './monaco.ts';

export interface CodeViewProps {
  readonly text: string;
  readonly label: string;
}

export default function CodeView({ text, label }: CodeViewProps) {
  const host = useRef<HTMLDivElement>(null);
  const theme = useShownTheme();
  useEffect(() => showTheme(theme), [theme]);
  useEffect(() => {
    if (host.current === null) return;
    const model = editor.createModel(text, LANGUAGE_ID);
    const shown = editor.create(host.current, { ...commonOptions, model, readOnly: true, domReadOnly: true, ariaLabel: label });
    return () => {
      shown.dispose();
      model.dispose();
    };
  }, [text, label]);
  return <section ref={host} aria-label={label} className="h-full min-h-0 w-full overflow-hidden" />;
}
