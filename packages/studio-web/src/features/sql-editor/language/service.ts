/**
 * The language worker without the worker: open texts, and answers about them from `@sprocket/tsql`.
 *
 * Findings come in two steps: the syntax at once, names and rules of good practice when typing has paused. Only the newest version of a text is ever
 * looked at; a version that was overtaken while it waited is passed over.
 */
import { bindAgainst, type CatalogSnapshot, EMPTY_CATALOG, type LintSeverities, lint, type Problem, parseProcedure } from '@sprocket/tsql';
import { answerOf } from './answers.ts';
import { applyChanges, type Finding, type FromWorker, type ToWorker } from './protocol.ts';

/** How long typing has to pause before names and rules are looked at. */
const WHOLE_LOOK_PAUSE = 350;
/** In a long text the syntax too waits for a short pause, so that looking at it never competes with typing for the processor. */
const LONG_TEXT = 50_000;
const LONG_TEXT_PAUSE = 120;

interface OpenText {
  readonly text: string;
  readonly version: number;
  readonly quick: ReturnType<typeof setTimeout> | undefined;
  readonly whole: ReturnType<typeof setTimeout> | undefined;
}

export interface LanguageService {
  receive(message: ToWorker): void;
}

export function createLanguageService(send: (message: FromWorker) => void): LanguageService {
  const texts = new Map<string, OpenText>();
  let catalog: CatalogSnapshot | undefined;
  let severities: LintSeverities = {};

  const report = (document: string, whole: boolean) => {
    const open = texts.get(document);
    if (open === undefined) return;
    const syntax = parseProcedure(open.text).diagnostics.map(finding);
    const findings = whole ? [...syntax, ...lookCloser(open.text, syntax.length === 0)] : syntax;
    send({ kind: 'findings', document, version: open.version, complete: whole, findings });
  };
  const lookCloser = (text: string, sound: boolean): Finding[] => {
    const names = catalog === undefined || !sound ? [] : bindAgainst(text, catalog).map(finding);
    return [...names, ...lint(text, catalog ?? null, severities).map(finding)];
  };
  const set = (document: string, version: number, text: string) => {
    const before = texts.get(document);
    clearTimeout(before?.quick);
    clearTimeout(before?.whole);
    const quick = setTimeout(() => report(document, false), text.length > LONG_TEXT ? LONG_TEXT_PAUSE : 0);
    const whole = setTimeout(() => report(document, true), before === undefined ? 0 : WHOLE_LOOK_PAUSE);
    texts.set(document, { text, version, quick, whole });
  };
  const again = () => {
    for (const document of texts.keys()) report(document, true);
  };

  return {
    receive(message) {
      switch (message.kind) {
        case 'open':
          return set(message.document, message.version, message.text);
        case 'edit':
          return set(message.document, message.version, applyChanges(texts.get(message.document)?.text ?? '', message.changes));
        case 'close':
          return forget(message.document);
        case 'catalog':
          catalog = message.catalog;
          return again();
        case 'severities':
          severities = message.severities;
          return again();
        case 'ask': {
          const text = texts.get(message.question.document)?.text;
          const answer = text === undefined ? null : answerOf(message.question, text, catalog ?? EMPTY_CATALOG);
          return send({ kind: 'answer', id: message.id, answer });
        }
      }
    },
  };

  function forget(document: string): void {
    clearTimeout(texts.get(document)?.quick);
    clearTimeout(texts.get(document)?.whole);
    texts.delete(document);
  }
}

function finding({ code, severity, message, span }: Problem): Finding {
  return { code, severity, message, start: span.start, end: span.end };
}
