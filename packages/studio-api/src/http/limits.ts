/** Limits that a refusal names. */
import { MAX_SQL_LENGTH } from '@sprocket/studio-contract';
import { problem } from './problem.ts';

/** Throws `too-large` for a text over the contract's limit. */
export function checkSqlLength(text: string): void {
  if (text.length <= MAX_SQL_LENGTH) return;
  const [limit, length] = [MAX_SQL_LENGTH, text.length].map((count) => count.toLocaleString('en-US'));
  throw problem('too-large', `The text has ${length} characters; at most ${limit} are allowed.`);
}
