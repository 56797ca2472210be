/** Where `prisma generate` finds the schema. It connects to nothing: the program says where the server is. */

import { defineConfig } from 'prisma/config';

export default defineConfig({ schema: 'prisma/schema.prisma' });
