/** The text that a new procedure begins with. */
import { MAX_SQL_LENGTH } from '@sprocket/studio-contract';
import { type ProcedureName, parseProcedure, toCreateOrAlter } from '@sprocket/tsql';
import { quoteName } from '../../environments/quote.ts';
import { problem } from '../../http/problem.ts';

export function skeleton({ schema, name }: ProcedureName): string {
  return `CREATE OR ALTER PROCEDURE ${quoteName({ schema, name })}
AS
BEGIN
    SET NOCOUNT ON;

    SELECT 1 AS Result;
END
`;
}

/** `{{schema}}` and `{{name}}` stand for the new procedure's. */
export function fillTemplate(text: string, { schema, name }: ProcedureName): string {
  return text.replaceAll('{{schema}}', schema).replaceAll('{{name}}', name);
}

/** The text with another name in its header, when the header has the old one. */
export function renamedText(text: string, from: ProcedureName, to: ProcedureName): string {
  const header = parseProcedure(text).header;
  if (header === undefined || !toCreateOrAlter(text, from).ok) return text;
  const { start, end } = header.nameSpan;
  return `${text.slice(0, start)}${quoteName(to)}${text.slice(end)}`;
}

/** Throws `too-large`, which names the limit. */
export function checkLength(text: string): void {
  if (text.length <= MAX_SQL_LENGTH) return;
  const limit = MAX_SQL_LENGTH.toLocaleString('en');
  throw problem('too-large', `A procedure has at most ${limit} characters; this one has ${text.length.toLocaleString('en')}.`);
}
