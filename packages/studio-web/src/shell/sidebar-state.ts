/**
 * Whether the sidebar is open.
 *
 * Outside the SQL Editor it is as the person left it. Entering the SQL Editor collapses it (the focus mode); it may be opened there for a moment, and leaving
 * restores what was before.
 */

export interface SidebarState {
  /** Outside the focus mode. */
  readonly open: boolean;
  readonly focus: boolean;
  /** Inside the focus mode, where every entering begins collapsed. */
  readonly openInFocus: boolean;
}

export type SidebarAction = { readonly kind: 'route'; readonly focus: boolean } | { readonly kind: 'toggle' };

export const initialSidebar = (open: boolean, focus: boolean): SidebarState => ({ open, focus, openInFocus: false });

export function reduceSidebar(state: SidebarState, action: SidebarAction): SidebarState {
  switch (action.kind) {
    case 'route':
      return action.focus === state.focus ? state : { ...state, focus: action.focus, openInFocus: false };
    case 'toggle':
      return state.focus ? { ...state, openInFocus: !state.openInFocus } : { ...state, open: !state.open };
  }
}

export const isSidebarOpen = (state: SidebarState): boolean => (state.focus ? state.openInFocus : state.open);
