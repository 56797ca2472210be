/** Two texts side by side. The entry of a lazily loaded chunk, like the editor itself. */
import { useEffect, useRef } from 'react';
import { useShownTheme } from '../../../lib/theme.ts';
import { commonOptions, editor, LANGUAGE_ID, showTheme } from './monaco.ts';

const labels = { originalAriaLabel: 'Text before', modifiedAriaLabel: 'Text after' } as const;

export interface DiffViewProps {
  readonly original: string;
  readonly modified: string;
  readonly label: string;
  /** Blanks at the ends of lines count as differences. */
  readonly whitespace?: boolean;
  readonly wordWrap?: boolean;
}

export default function DiffView({ original, modified, label, whitespace = true, wordWrap = true }: DiffViewProps) {
  const host = useRef<HTMLDivElement>(null);
  const shown = useRef<editor.IStandaloneDiffEditor>(undefined);
  const theme = useShownTheme();
  useEffect(() => showTheme(theme), [theme]);
  useEffect(() => {
    if (host.current === null) return;
    const diff = editor.createDiffEditor(host.current, {
      ...commonOptions,
      readOnly: true,
      domReadOnly: true,
      originalEditable: false,
      renderSideBySide: true,
      useInlineViewWhenSpaceIsLimited: false,
      renderOverviewRuler: false,
      ...labels,
    });
    shown.current = diff;
    return () => {
      const model = diff.getModel();
      diff.dispose();
      model?.original.dispose();
      model?.modified.dispose();
    };
  }, []);
  useEffect(() => {
    const before = shown.current?.getModel();
    shown.current?.setModel({
      original: editor.createModel(original, LANGUAGE_ID),
      modified: editor.createModel(modified, LANGUAGE_ID),
    });
    before?.original.dispose();
    before?.modified.dispose();
  }, [original, modified]);
  useEffect(() => {
    const wrap = wordWrap ? 'on' : 'off';
    // Every change of options is told the labels again, or Monaco drops them.
    shown.current?.updateOptions({ ...labels, ignoreTrimWhitespace: !whitespace, diffWordWrap: wrap, wordWrap: wrap });
  }, [whitespace, wordWrap]);
  return <section ref={host} aria-label={label} className="h-full min-h-0 w-full overflow-hidden" />;
}
