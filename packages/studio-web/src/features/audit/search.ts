/** The filters of the audit and of the activity, as they stand in the address. A value that makes no sense is left out. */
import { ActivityKind, ExecutionStatus, Id, Time } from '@sprocket/studio-contract';
import { z } from 'zod';

const lenient = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined);

const common = { procedure: lenient(Id), actor: lenient(Id), from: lenient(Time), to: lenient(Time) };

export const AuditSearch = z.object({ ...common, status: lenient(ExecutionStatus) });
export type AuditSearch = z.infer<typeof AuditSearch>;

export const ActivitySearch = z.object({ ...common, kind: lenient(ActivityKind) });
export type ActivitySearch = z.infer<typeof ActivitySearch>;
export type CommonSearch = Pick<AuditSearch, keyof typeof common>;

/** The day that a date field shows for a moment of the filter, in the person's time zone. */
export function dayOf(time: string | undefined): string {
  if (time === undefined) return '';
  const date = new Date(time);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The first moment of a day that was picked. */
export const startOfDay = (day: string): string | undefined => momentOf(day, 'T00:00:00.000');

/** Its last moment. */
export const endOfDay = (day: string): string | undefined => momentOf(day, 'T23:59:59.999');

function momentOf(day: string, time: string): string | undefined {
  const date = new Date(day + time);
  return day === '' || Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}
