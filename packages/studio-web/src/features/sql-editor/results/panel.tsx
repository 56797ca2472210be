/** The panel below the editor: Results and Messages, each with one scroll container that keys can scroll. */
import { ChevronDown, Eraser } from 'lucide-react';
import { IconButton, Tab, TabList, TabPanel, Tabs } from '../../../ui/index.ts';
import { useActiveTab } from '../state/active.ts';
import type { PanelTab } from '../state/editor-state.ts';
import { shortcutLabels } from '../state/shortcuts.ts';
import { showPanelTab, useEditorState, useWorkbench } from '../state/workbench.ts';
import { emptyLog } from './log.ts';
import { Messages } from './messages.tsx';
import { Results } from './results.tsx';

export function BottomPanel({ onHide }: { readonly onHide: () => void }) {
  const workbench = useWorkbench();
  const shown = useEditorState((state) => state.panelTab);
  const unread = useEditorState((state) => state.unread);
  const tab = useActiveTab();
  const sets = useEditorState((state) => (tab === undefined ? 0 : (state.runs[tab.id]?.sets.length ?? 0)));
  const clear = () => workbench.store.update((state) => ({ ...state, log: emptyLog, unread: 0 }));
  return (
    <Tabs
      value={shown}
      onValueChange={(value) => showPanelTab(workbench, value as PanelTab)}
      data-pane="panel"
      className="h-full bg-background"
    >
      <div className="flex shrink-0 items-center border-b border-border pr-1">
        <TabList aria-label="Panel" className="min-w-0 flex-1 border-b-0 pl-1">
          <Tab value="results">Results {sets > 0 && <Count value={sets} />}</Tab>
          <Tab value="messages">Messages {unread > 0 && <Count value={unread} />}</Tab>
        </TabList>
        {shown === 'messages' && <IconButton icon={Eraser} label="Clear messages" onClick={clear} />}
        <IconButton icon={ChevronDown} label="Hide the panel" shortcut={shortcutLabels['toggle-panel']} onClick={onHide} />
      </div>
      <TabPanel value="results" tabIndex={-1} className="overflow-hidden">
        <Results procedureId={tab?.kind === 'procedure' ? tab.id : undefined} />
      </TabPanel>
      <TabPanel value="messages" tabIndex={-1} className="overflow-hidden">
        <Messages />
      </TabPanel>
    </Tabs>
  );
}

const Count = ({ value }: { readonly value: number }) => (
  <span className="rounded-full bg-surface-hover px-1.5 text-xs text-muted tabular-nums">{value > 99 ? '99+' : value}</span>
);
