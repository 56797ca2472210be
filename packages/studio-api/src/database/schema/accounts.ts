/** Who may log in, and who is logged in. */
import { index, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { createdAt, id, time } from './columns.ts';

export const users = pgTable(
  'users',
  {
    id: id(),
    /** In lower case. */
    email: text('email').notNull(),
    name: text('name').notNull(),
    /** Null for somebody who only ever logged in through OpenID Connect. */
    passwordHash: text('password_hash'),
    oidcIssuer: text('oidc_issuer'),
    oidcSubject: text('oidc_subject'),
    createdAt: createdAt(),
    lastLoginAt: time('last_login_at'),
  },
  (table) => [uniqueIndex('users_email').on(table.email), uniqueIndex('users_oidc').on(table.oidcIssuer, table.oidcSubject)],
);

/** A session is found by the hash of what its cookie carries: whoever reads this table cannot use what it says. */
export const sessions = pgTable(
  'sessions',
  {
    idHash: text('id_hash').primaryKey(),
    userId: uuid('user_id').references(() => users.id, { onDelete: 'cascade' }),
    data: jsonb('data').$type<Record<string, unknown>>().notNull(),
    expiresAt: time('expires_at').notNull(),
  },
  (table) => [index('sessions_user').on(table.userId), index('sessions_expiry').on(table.expiresAt)],
);
