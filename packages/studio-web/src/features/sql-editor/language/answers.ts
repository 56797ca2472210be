/** Answers to an editor's questions about a text. */
import { type CatalogSnapshot, complete, definition, hover, signatureHelp } from '@sprocket/tsql';
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
      return null;
  }
}
