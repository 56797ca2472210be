/** Stands for the tests on a real PostgreSQL where none is installed, so that the summary names what was passed over. */
import { test } from 'vitest';

test.skip('the API on a real PostgreSQL: /usr/lib/postgresql is missing', () => {});
