/** Copies a text and remembers for a moment that it did, so that a button can say so. */
import { useEffect, useState } from 'react';

export function useCopy(): { readonly copied: boolean; readonly copy: (text: string) => Promise<void> } {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async (text: string) => {
    await copyText(text);
    setCopied(true);
  };
  return { copied, copy };
}

/** Puts a text on the clipboard. Over plain HTTP, browsers offer only the old way, by a selection. */
export async function copyText(text: string): Promise<void> {
  // The type promises it, a page that came over plain HTTP lacks it.
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (clipboard !== undefined) return clipboard.writeText(text);
  const area = document.createElement('textarea');
  area.value = text;
  document.body.append(area);
  area.select();
  document.execCommand('copy');
  area.remove();
}
