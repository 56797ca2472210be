/** For `drizzle-kit generate`, run in this folder after a change of a table: it writes the next migration. */
import { defineConfig } from 'drizzle-kit';

export default defineConfig({ dialect: 'postgresql', schema: './src/database/schema/schema.ts', out: './drizzle' });
