/**
 * The arrangement of the panes: explorer | editor over panel | parameters, with separators that are dragged or moved by arrow keys.
 *
 * Sizes are remembered per workspace as soon as a drag ends. The panel and the parameters come and go; the explorer stays.
 */
import { type ReactNode, useState } from 'react';
import { Group, type Layout, Panel, Separator } from 'react-resizable-panels';
import { cn } from '../../../lib/cn.ts';
import { useWorkbench } from '../state/workbench.ts';
import { loadSizes, type PaneSizes, paneLimits, storeSizes } from './sizes.ts';

export interface PanesProps {
  readonly explorer: ReactNode;
  readonly editor: ReactNode;
  /** Undefined while it is hidden. */
  readonly panel: ReactNode | undefined;
  readonly parameters: ReactNode | undefined;
  readonly sizes: PaneSizes;
  readonly onSizes: (change: Partial<PaneSizes>) => void;
}

/** Sizes of the workspace at hand, and how to change them. */
export function usePaneSizes(): readonly [PaneSizes, (change: Partial<PaneSizes>) => void] {
  const { workspace } = useWorkbench();
  const [sizes, setSizes] = useState(() => loadSizes(localStorage, workspace));
  const change = (changed: Partial<PaneSizes>) =>
    setSizes((before) => {
      const after = { ...before, ...changed };
      storeSizes(localStorage, workspace, after);
      return after;
    });
  return [sizes, change];
}

export function Panes({ explorer, editor, panel, parameters, sizes, onSizes }: PanesProps) {
  const remember = (layout: Layout) => {
    const { explorer: left, parameters: right } = layout;
    onSizes({ ...(left === undefined ? {} : { explorer: left }), ...(right === undefined ? {} : { parameters: right }) });
  };
  const rememberHeight = ({ panel: height }: Layout) => height !== undefined && onSizes({ panel: height });
  return (
    <Group
      orientation="horizontal"
      className="min-h-0 flex-1"
      onLayoutChanged={(layout, { isUserInteraction }) => isUserInteraction && remember(layout)}
    >
      <Panel id="explorer" defaultSize={`${sizes.explorer}%`} {...limits('explorer')} className="min-w-0">
        {explorer}
      </Panel>
      <Divider label="Width of the explorer" />
      <Panel id="centre" minSize="25%" className="min-w-0">
        <Group
          orientation="vertical"
          className="h-full"
          onLayoutChanged={(layout, { isUserInteraction }) => isUserInteraction && rememberHeight(layout)}
        >
          <Panel id="editor" minSize="15%" className="min-h-0">
            {editor}
          </Panel>
          {panel !== undefined && <Divider label="Height of the panel" horizontal />}
          {panel !== undefined && (
            <Panel id="panel" defaultSize={`${sizes.panel}%`} {...limits('panel')} className="min-h-0">
              {panel}
            </Panel>
          )}
        </Group>
      </Panel>
      {parameters !== undefined && <Divider label="Width of the parameters" />}
      {parameters !== undefined && (
        <Panel id="parameters" defaultSize={`${sizes.parameters}%`} {...limits('parameters')} className="min-w-0">
          {parameters}
        </Panel>
      )}
    </Group>
  );
}

function Divider({ label, horizontal = false }: { readonly label: string; readonly horizontal?: boolean }) {
  return (
    <Separator
      aria-label={label}
      className={cn(
        'relative shrink-0 bg-border transition-colors duration-100 hover:bg-accent focus-visible:bg-accent focus-visible:outline-none data-[separator=active]:bg-accent',
        horizontal ? 'h-px' : 'w-px',
      )}
    />
  );
}

function limits(pane: keyof typeof paneLimits) {
  return { minSize: `${paneLimits[pane].least}%`, maxSize: `${paneLimits[pane].most}%` };
}
