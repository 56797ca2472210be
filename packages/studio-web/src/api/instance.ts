/** The one client of this page, and the dialog that it opens when the session has expired. */
import { createClient } from './client.ts';
import { createLogInAgain } from './log-in-again.ts';

/** Opened by the first call that finds the session expired. */
export const logInAgain = createLogInAgain();

export const { call, stream } = createClient({ fetch: (...request) => fetch(...request), logInAgain: logInAgain.ask });
