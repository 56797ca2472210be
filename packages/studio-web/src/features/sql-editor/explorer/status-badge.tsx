/** How a procedure stands, as a badge. The whole words appear where there is room for them; the tooltip always has them. */
import type { Badge as BadgeKind } from '@sprocket/studio-contract';
import { Badge, type Tone } from '../../../ui/index.ts';

const LOOKS: Readonly<Record<BadgeKind, { readonly tone: Tone; readonly text: string; readonly short: string }>> = {
  draft: { tone: 'neutral', text: 'Draft', short: 'Draft' },
  published: { tone: 'success', text: 'Published', short: 'Published' },
  'published-draft-pending': { tone: 'warning', text: 'Published · draft pending', short: 'Draft pending' },
};

export function StatusBadge({ badge, className }: { readonly badge: BadgeKind; readonly className?: string }) {
  const { tone, text, short } = LOOKS[badge];
  if (short === text)
    return (
      <Badge tone={tone} {...(className === undefined ? {} : { className })}>
        {text}
      </Badge>
    );
  return (
    <Badge tone={tone} {...(className === undefined ? {} : { className })}>
      <span title={text}>
        <span className="@md:hidden" aria-hidden>
          {short}
        </span>
        <span className="sr-only @md:not-sr-only">{text}</span>
      </span>
    </Badge>
  );
}
