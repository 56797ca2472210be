/**
 * What the SQL Editor's panes share: open tabs, messages, runs, findings, forms. Plain data and functions from one state to the next.
 *
 * What the server knows (lists, texts, versions) is in the query cache, the text that is typed is in Monaco's models, and the active procedure is in
 * the address; this is the rest.
 */
import type { Validation } from '@sprocket/studio-contract';
import type { DraftState } from '../drafts/draft-machine.ts';
import type { FormValues } from '../parameters/values.ts';
import type { Run } from '../results/execution.ts';
import { appendLog, emptyLog, type Log, type LogEntry } from '../results/log.ts';

/** A tab: a procedure of the workspace, or the text of a routine that only the environment has. */
export type TabRef =
  | { readonly kind: 'procedure'; readonly id: string; readonly title: string }
  | { readonly kind: 'routine'; readonly id: string; readonly title: string; readonly schema: string; readonly name: string };

/** What the language service finds in a text while it is typed. */
export interface LiveProblems {
  readonly errors: number;
  readonly warnings: number;
  readonly first: { readonly line: number; readonly column: number } | undefined;
}

/** The one dialog that is open. */
export type EditorDialog =
  | { readonly kind: 'new' | 'import' | 'palette' }
  | { readonly kind: 'rename' | 'delete' | 'publish' | 'versions' | 'history' | 'discard' | 'conflict'; readonly procedureId: string };

export type PanelTab = 'results' | 'messages';

export interface EditorState {
  readonly tabs: readonly TabRef[];
  /** A routine's tab that is in front of the procedure of the address. */
  readonly peeked: string | undefined;
  readonly dialog: EditorDialog | undefined;
  readonly panelTab: PanelTab;
  readonly caret: { readonly line: number; readonly column: number };
  readonly log: Log;
  /** Messages that came since the Messages tab was last looked at. */
  readonly unread: number;
  /** By procedure: */
  readonly drafts: Readonly<Record<string, DraftState>>;
  readonly problems: Readonly<Record<string, LiveProblems>>;
  readonly validations: Readonly<Record<string, Validation | 'running'>>;
  readonly runs: Readonly<Record<string, Run>>;
  readonly forms: Readonly<Record<string, FormValues>>;
  /** Seconds that an execution may take, where that was changed. */
  readonly timeouts: Readonly<Record<string, number>>;
  /** The parameters' pane is open for these. */
  readonly parametersOpen: Readonly<Record<string, boolean>>;
  /** Text of an earlier visit that was put back into the editor; the time it was typed. */
  readonly restored: Readonly<Record<string, string>>;
}

export function initialState(tabs: readonly TabRef[]): EditorState {
  return {
    tabs,
    peeked: undefined,
    dialog: undefined,
    panelTab: 'results',
    caret: { line: 1, column: 1 },
    log: emptyLog,
    unread: 0,
    drafts: {},
    problems: {},
    validations: {},
    runs: {},
    forms: {},
    timeouts: {},
    parametersOpen: {},
    restored: {},
  };
}

/** The fields that hold something for each procedure. */
type PerProcedure = 'drafts' | 'problems' | 'validations' | 'runs' | 'forms' | 'timeouts' | 'parametersOpen' | 'restored';

/** Sets, or with undefined forgets, what a field holds for a procedure. */
export function withProcedure<Field extends PerProcedure>(
  state: EditorState,
  field: Field,
  procedureId: string,
  value: EditorState[Field][string] | undefined,
): EditorState {
  const { [procedureId]: previous, ...others } = state[field] as Record<string, unknown>;
  if (previous === value) return state;
  return { ...state, [field]: value === undefined ? others : { ...others, [procedureId]: value } };
}

export function withTab(state: EditorState, tab: TabRef): EditorState {
  const known = state.tabs.find(({ id }) => id === tab.id);
  if (known?.title === tab.title) return state;
  return { ...state, tabs: known === undefined ? [...state.tabs, tab] : state.tabs.map((each) => (each.id === tab.id ? tab : each)) };
}

/** Without a tab and without what was known only because it was open. */
export function withoutTab(state: EditorState, id: string): EditorState {
  const fields: readonly PerProcedure[] = ['drafts', 'problems', 'validations', 'runs', 'parametersOpen', 'restored'];
  const cleared = fields.reduce((so, field) => withProcedure(so, field, id, undefined), state);
  return { ...cleared, peeked: state.peeked === id ? undefined : state.peeked, tabs: state.tabs.filter((tab) => tab.id !== id) };
}

/** The tab that comes to the front when one is closed: its right neighbour, else its left one. */
export function neighbour(tabs: readonly TabRef[], closing: string): TabRef | undefined {
  const at = tabs.findIndex(({ id }) => id === closing);
  return tabs[at + 1] ?? tabs[at - 1];
}

export function withMessages(state: EditorState, added: readonly Omit<LogEntry, 'id'>[]): EditorState {
  if (added.length === 0) return state;
  const unread = state.panelTab === 'messages' ? 0 : state.unread + added.length;
  return { ...state, log: appendLog(state.log, added), unread };
}

export function withPanelTab(state: EditorState, panelTab: PanelTab): EditorState {
  return { ...state, panelTab, unread: panelTab === 'messages' ? 0 : state.unread };
}
