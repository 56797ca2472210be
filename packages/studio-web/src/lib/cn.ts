/** Joins class names; of two Tailwind classes that set the same property the later one wins, so a caller can override a component's own. */
import { type ClassValue, clsx } from 'clsx';
import { twMerge } from 'tailwind-merge';

export function cn(...classes: readonly ClassValue[]): string {
  return twMerge(clsx(classes));
}
