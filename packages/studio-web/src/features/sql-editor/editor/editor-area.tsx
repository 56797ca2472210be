/**
 * The editor itself: one Monaco instance that shows the document of the tab in front.
 *
 * This file is the entry of the lazily loaded chunk; nothing outside may import it other than through `lazy`.
 */
import { operations, type Procedure } from '@sprocket/studio-contract';
import type { CatalogSnapshot, LintSeverities } from '@sprocket/tsql';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { queryOf } from '../../../api/index.ts';
import { useShownTheme } from '../../../lib/theme.ts';
import { useEnvironment } from '../state/active.ts';
import { useWorkbench } from '../state/workbench.ts';
import { commonOptions, editor, showTheme } from './monaco.ts';
import { type MonacoSide, monacoSide } from './monaco-side.ts';
import { useGoToRoutine } from './use-go-to-routine.ts';

export interface EditorAreaProps {
  readonly title: string;
  readonly shows: { readonly procedure: Procedure } | { readonly id: string; readonly text: string };
}

export default function EditorArea({ title, shows }: EditorAreaProps) {
  const workbench = useWorkbench();
  const [side] = useState(() => monacoSide(workbench));
  const host = useRef<HTMLDivElement>(null);
  useMonaco(host, side);
  useTheme();
  useLanguageFacts(side);
  const goToRoutine = useGoToRoutine();
  useEffect(() => side.onRoutineWanted(goToRoutine), [side, goToRoutine]);
  useEffect(() => {
    const document = 'procedure' in shows ? side.documents.show(shows.procedure) : side.documents.showText(shows.id, shows.text);
    side.bring(document);
  }, [side, shows]);
  return <section ref={host} aria-label={`Text of ${title}`} className="h-full min-h-0 w-full overflow-hidden" />;
}

function useMonaco(host: React.RefObject<HTMLDivElement | null>, side: MonacoSide): void {
  const { store } = useWorkbench();
  useEffect(() => {
    if (host.current === null) return;
    const shown = editor.create(host.current, { ...commonOptions, model: null, ariaLabel: 'T-SQL of the procedure' });
    side.setEditor(shown);
    const caret = shown.onDidChangeCursorPosition(({ position }) => {
      store.update((state) => ({ ...state, caret: { line: position.lineNumber, column: position.column } }));
    });
    return () => {
      side.setEditor(undefined);
      caret.dispose();
      shown.dispose();
    };
  }, [host, side, store]);
}

function useTheme(): void {
  const theme = useShownTheme();
  useEffect(() => showTheme(theme), [theme]);
}

/** Hands the environment's catalog and the lint severities to the language worker. */
function useLanguageFacts(side: MonacoSide): void {
  const { workspace } = useWorkbench();
  const environment = useEnvironment();
  const { data: catalog } = useQuery({
    ...queryOf(operations.catalog, { path: { workspace } }),
    enabled: environment != null,
    staleTime: 60_000,
  });
  const { data: rules } = useQuery(queryOf(operations.lintSettings, { path: { workspace } }));
  useEffect(() => {
    // The contract checks the outline; the whole shape is the language package's own.
    if (catalog !== undefined) side.language.setCatalog(catalog as unknown as CatalogSnapshot);
  }, [side, catalog]);
  useEffect(() => {
    if (rules === undefined) return;
    const severities: LintSeverities = Object.fromEntries(rules.map(({ ruleId, severity }) => [ruleId, severity]));
    side.language.setSeverities(severities);
  }, [side, rules]);
}
