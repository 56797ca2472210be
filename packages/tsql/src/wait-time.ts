/** The texts that WAITFOR understands: a time of day or a delay of less than a day. The parser reads those that are written, the engine those in variables. */

const FORM = /^\s*(?:(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:[.:](\d{1,3}))?)?(?:\s*(AM|PM))?)?\s*$/i;

/** `hh:mm[:ss[.mmm]] [AM | PM]` in milliseconds, 0 for nothing; null for anything else. */
export function waitTime(text: string): number | null {
  const match = FORM.exec(text);
  if (match === null) return null;
  const [hours, minutes, seconds] = [match[1], match[2], match[3]].map((part) => Number(part ?? 0)) as [number, number, number];
  const hour = hourOfDay(hours, match[5]?.toUpperCase());
  if (hour === null || minutes > 59 || seconds > 59) return null;
  return ((hour * 60 + minutes) * 60 + seconds) * 1000 + fraction(match[4] ?? '', text);
}

function hourOfDay(hours: number, half: string | undefined): number | null {
  if (half === undefined) return hours > 23 ? null : hours;
  if (hours > 12) return half === 'PM' && hours < 24 ? hours : null;
  return (hours % 12) + (half === 'PM' ? 12 : 0);
}

/** Digits behind a point are decimals, behind a colon milliseconds. */
function fraction(digits: string, text: string): number {
  return Number(text.includes('.') ? digits.padEnd(3, '0') : digits);
}
