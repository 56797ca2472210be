/**
 * Monaco, set up once: its worker from our own bundle, the T-SQL language, the two themes.
 *
 * Importing this file loads Monaco, so only code that is itself loaded lazily may do that.
 */
import 'monaco-editor/features/register.all';
import { editor, languages } from 'monaco-editor/editor';
import EditorWorker from 'monaco-editor/editor/editor.worker?worker';
import { configuration, darkTheme, grammar, LANGUAGE_ID, lightTheme } from './tsql-grammar.ts';

self.MonacoEnvironment = { getWorker: () => new EditorWorker() };

languages.register({ id: LANGUAGE_ID, aliases: ['T-SQL'], extensions: ['.sql'] });
languages.setLanguageConfiguration(LANGUAGE_ID, configuration);
languages.setMonarchTokensProvider(LANGUAGE_ID, grammar);
editor.defineTheme('sprocket-light', lightTheme);
editor.defineTheme('sprocket-dark', darkTheme);

/** The theme of all editors of the page. */
export function showTheme(theme: 'light' | 'dark'): void {
  editor.setTheme(theme === 'dark' ? 'sprocket-dark' : 'sprocket-light');
}

/** What every editor of ours has in common: made for reading, no minimap, long lines wrapped. */
export const commonOptions = {
  automaticLayout: true,
  minimap: { enabled: false },
  wordWrap: 'on',
  bracketPairColorization: { enabled: true },
  fontSize: 13,
  lineHeight: 20,
  fontFamily: getComputedStyle(document.documentElement).getPropertyValue('--font-mono') || 'monospace',
  scrollBeyondLastLine: false,
  renderLineHighlight: 'line',
  renderWhitespace: 'selection',
  renderFinalNewline: 'on',
  smoothScrolling: false,
  tabSize: 4,
  insertSpaces: true,
  fixedOverflowWidgets: true,
  padding: { top: 6, bottom: 6 },
  overviewRulerBorder: false,
  stickyScroll: { enabled: false },
  unicodeHighlight: { ambiguousCharacters: false },
  scrollbar: { verticalScrollbarSize: 12, horizontalScrollbarSize: 12 },
  largeFileOptimizations: true,
} as const satisfies editor.IStandaloneEditorConstructionOptions & { largeFileOptimizations: boolean };

export { editor, KeyCode, KeyMod, languages, MarkerSeverity, Range, Uri } from 'monaco-editor/editor';
export { LANGUAGE_ID };
