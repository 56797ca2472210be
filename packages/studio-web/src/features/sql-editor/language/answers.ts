/** Answers to an editor's questions about a text. */
import { type CatalogSnapshot, complete, definition, format, hover, signatureHelp } from '@sprocket/tsql';
import type { Answers, Question } from './protocol.ts';

export function answerOf(question: Question, text: string, catalog: CatalogSnapshot): Answers[Question['kind']] {
  switch (question.kind) {
    case 'complete':
      return complete(text, question.offset, catalog);
    case 'hover':
      return hover(text, question.offset, catalog);
    case 'signature':
      return signatureHelp(text, question.offset, catalog);
    case 'definition':
      return definition(text, question.offset, catalog);
    case 'format':
      return formatted(text);
  }
}

function formatted(text: string): string | null {
  const result = format(text);
  return result.diagnostics.some(({ severity }) => severity === 'error') ? null : result.text;
}
