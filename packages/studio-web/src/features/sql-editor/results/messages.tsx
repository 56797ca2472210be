/** The Messages tab: what was said, when and how gravely; a place in a text is a button that puts the caret there. */
import { CircleAlert, Info, MessageSquareText, TriangleAlert } from 'lucide-react';
import { memo, useEffect, useRef } from 'react';
import { EmptyState } from '../../../ui/index.ts';
import { useOpenProcedure } from '../state/active.ts';
import { useEditorState, useWorkbench } from '../state/workbench.ts';
import { clockTime, type LogEntry, type LogSeverity } from './log.ts';

const LOOKS = {
  info: { Icon: Info, word: 'Information', colour: 'text-accent' },
  warning: { Icon: TriangleAlert, word: 'Warning', colour: 'text-warning' },
  error: { Icon: CircleAlert, word: 'Error', colour: 'text-danger' },
} as const satisfies Record<LogSeverity, unknown>;

export function Messages() {
  const { entries, dropped } = useEditorState((state) => state.log);
  const scroller = useRef<HTMLElement>(null);
  const newest = entries.at(-1)?.id;
  useEffect(() => {
    if (newest !== undefined) scroller.current?.scrollTo({ top: scroller.current.scrollHeight });
  }, [newest]);
  return (
    <section
      ref={scroller}
      aria-label="Messages"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroll container must be reachable by keyboard
      tabIndex={0}
      data-pane-focus
      className="h-full overflow-auto font-mono text-xs focus-visible:-outline-offset-2"
    >
      {entries.length === 0 ? (
        <EmptyState icon={MessageSquareText} title="No messages">
          Validating, publishing and executing tell here what they did.
        </EmptyState>
      ) : (
        <ol aria-live="polite" className="py-1">
          {dropped > 0 && <li className="px-3 py-0.5 text-muted">{dropped.toLocaleString()} earlier messages were dropped.</li>}
          {entries.map((entry) => (
            <Message key={entry.id} entry={entry} />
          ))}
        </ol>
      )}
    </section>
  );
}

const Message = memo(function Message({ entry }: { readonly entry: LogEntry }) {
  const { Icon, word, colour } = LOOKS[entry.severity];
  return (
    <li className="flex items-start gap-2 px-3 py-0.5 hover:bg-surface">
      <time dateTime={entry.at} className="shrink-0 text-muted tabular-nums">
        {clockTime(entry.at)}
      </time>
      <Icon role="img" aria-label={word} className={`mt-0.5 size-3.5 shrink-0 ${colour}`} />
      {entry.place !== undefined && <Place place={entry.place} />}
      <span className="min-w-0 flex-1 break-words whitespace-pre-wrap">
        {entry.text}
        {entry.detail !== undefined && <span className="text-muted"> ({entry.detail})</span>}
      </span>
    </li>
  );
});

function Place({ place }: { readonly place: NonNullable<LogEntry['place']> }) {
  const workbench = useWorkbench();
  const openProcedure = useOpenProcedure();
  const title = useEditorState((state) => state.tabs.find(({ id }) => id === place.procedureId)?.title);
  const go = () => {
    if (title !== undefined) openProcedure(place.procedureId, title);
    workbench.documents?.reveal(place.procedureId, place.line, place.column);
  };
  return (
    <button
      type="button"
      onClick={go}
      title="Put the caret there"
      className="shrink-0 rounded px-1 text-accent underline hover:bg-surface-hover"
    >
      L{place.line}:C{place.column}
    </button>
  );
}
