/** Columns that many tables share: how an id, a point in time and a reference to a workspace are stored. */
import { timestamp, uuid } from 'drizzle-orm/pg-core';

export const id = () => uuid('id').primaryKey().defaultRandom();

/** To the millisecond, as the contract prints it, so that a cursor made from a printed time finds its row again. */
export const time = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });

export const createdAt = () => time('created_at').notNull().defaultNow();
export const updatedAt = () => time('updated_at').notNull().defaultNow();
