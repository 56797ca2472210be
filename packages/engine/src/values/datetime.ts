/**
 * Calendar mathematics and the parts of dates, used by conversions and by the date functions alike: day numbers and civil dates, weeks, one shape
 * (`Moment`) for all date and time types, adding and counting date parts, month and day names. Time zones are not known here, only offsets.
 */

export * from './datetime/calendar.ts';
export * from './datetime/languages.ts';
export * from './datetime/limits.ts';
export * from './datetime/moment.ts';
export * from './datetime/parts.ts';
