/** What stands in the query of addresses. A value that makes no sense is left out, so an old or mistyped link still opens. */
import { Id } from '@sprocket/studio-contract';
import { z } from 'zod';

const lenient = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined);

/** An address of this application to go back to after login; never another site's. */
export const RedirectSearch = z.object({ redirect: lenient(z.string().regex(/^\/(?![/\\])/)) });

/** The procedure that is open. */
export const EditorSearch = z.object({ procedure: lenient(Id) });
