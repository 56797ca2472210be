/** How a procedure stands: a dot where the explorer is narrow, a word where there is room, all words where there is much. The tooltip has them all. */
import type { Badge as BadgeKind } from '@sprocket/studio-contract';
import { Badge, type Tone } from '../../../ui/index.ts';

interface Look {
  readonly tone: Tone;
  readonly dot: string;
  readonly text: string;
  readonly short: string;
}

const LOOKS: Readonly<Record<BadgeKind, Look>> = {
  draft: { tone: 'neutral', dot: 'border-muted', text: 'Draft', short: 'Draft' },
  published: { tone: 'success', dot: 'border-success bg-success', text: 'Published', short: 'Published' },
  'published-draft-pending': {
    tone: 'warning',
    dot: 'border-warning bg-warning-subtle',
    text: 'Published · draft pending',
    short: 'Draft pending',
  },
};

export function StatusBadge({ badge }: { readonly badge: BadgeKind }) {
  const { tone, dot, text, short } = LOOKS[badge];
  return (
    <span title={text} className="flex shrink-0 items-center">
      <span className="sr-only">{text}</span>
      <span aria-hidden className={`mr-1 size-2 rounded-full border-2 @[17rem]:hidden ${dot}`} />
      <span aria-hidden className="hidden @[17rem]:inline-flex @md:hidden">
        <Badge tone={tone}>{short}</Badge>
      </span>
      <span aria-hidden className="hidden @md:inline-flex">
        <Badge tone={tone}>{text}</Badge>
      </span>
    </span>
  );
}
