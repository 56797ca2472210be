/**
 * Whether an environment runs what was deployed. A server keeps the text of a module, but not as it was sent: ALTER becomes CREATE, and OR ALTER
 * becomes blanks. What is compared is what stands before the verb and after the procedure's name.
 */
import { type ProcedureName, parseProcedure, toCreateOrAlter } from '@sprocket/tsql';

export function sameProcedure(a: string, b: string, own: ProcedureName): boolean {
  return a === b || comparable(a, own) === comparable(b, own);
}

function comparable(text: string, own: ProcedureName): string {
  const unified = text.replaceAll('\r\n', '\n');
  const result = toCreateOrAlter(unified, own);
  // A text that names another procedure, or cannot be read, is compared as it stands.
  if (!result.ok) return unified.trim();
  const { sql } = result.deployment;
  const header = parseProcedure(sql).header;
  if (header === undefined) return sql.trim();
  return `${sql.slice(0, header.span.start).trim()}\n${sql.slice(header.nameSpan.end).trim()}`;
}
