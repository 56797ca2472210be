/** The API of this installation as the screens use it: calls, queries and errors. */
export { addressOf, type CallInput } from './client.ts';
export { call, logInAgain, stream } from './instance.ts';
export { isProblem, mayPass, messageOf, ProblemError } from './problem-error.ts';
export { keyBelow, keyOf, queryOf } from './queries.ts';
