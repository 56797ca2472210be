/**
 * What a style of CONVERT asks of text that is to become a date: the order of a numeric date and the width of its year. Styles that show the month
 * by name refuse numeric dates with separators.
 */

import type { DateFormat } from '../../environment.ts';

export interface InputStyle {
  readonly style: number;
  /** Undefined where dates with separators are refused. */
  readonly order?: DateFormat;
  /** Digits of the year of such a date. */
  readonly yearDigits?: 2 | 4;
  /** The date is of the Islamic calendar. */
  readonly hijri?: true;
}

const numeric = (order: DateFormat, yearDigits: 2 | 4, ...styles: readonly number[]): readonly InputStyle[] =>
  styles.map((style) => ({ style, order, yearDigits }));

const named = (...styles: readonly number[]): readonly InputStyle[] => styles.map((style) => ({ style }));

const SHARED: readonly InputStyle[] = [
  ...numeric('mdy', 2, 1, 10),
  ...numeric('mdy', 4, 101, 110),
  ...numeric('dmy', 2, 3, 4, 5),
  ...numeric('dmy', 4, 103, 104, 105),
  ...numeric('ymd', 2, 2, 11),
  ...numeric('ymd', 4, 102, 111, 20, 21, 120, 121, 126, 127),
  ...named(6, 7, 8, 9, 12, 13, 14, 24, 100, 106, 107, 108, 109, 112, 113, 114),
  { style: 131, order: 'dmy', yearDigits: 4, hijri: true },
];

const byStyle = (styles: readonly InputStyle[]): ReadonlyMap<number, InputStyle> => new Map(styles.map((style) => [style.style, style]));

const LEGACY = byStyle([...SHARED, ...named(22, 23, 25), { style: 130, order: 'dmy', yearDigits: 4, hijri: true }]);
const MODERN = byStyle([...SHARED, ...numeric('mdy', 2, 22), ...numeric('ymd', 4, 23, 25), ...named(130)]);

/** What the style asks for; undefined for a number that is no style, which datetime and smalldatetime take as one without separators. */
export function inputStyle(style: number, legacy: boolean): InputStyle | undefined {
  return legacy ? (LEGACY.get(style) ?? { style }) : MODERN.get(style);
}
