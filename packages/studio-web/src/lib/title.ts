/** The title of the browser's tab. */
import { useEffect } from 'react';

export function useTitle(...parts: readonly (string | undefined)[]): void {
  const title = [...parts.filter((part) => part !== undefined && part !== ''), 'Sprocket'].join(' · ');
  useEffect(() => {
    document.title = title;
  }, [title]);
}
