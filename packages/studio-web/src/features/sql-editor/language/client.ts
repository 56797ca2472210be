/**
 * The page's side of the language worker: tells it the texts and their edits, asks it questions, and hands on findings about the newest version.
 *
 * A worker that dies (an endless text, a mistake of ours) takes the squiggles with it but not the text: questions then have no answer, and the next
 * opened document starts a new one.
 */
import type { CatalogSnapshot, LintSeverities } from '@sprocket/tsql';
import type { Answers, Finding, FromWorker, Question, TextChange, ToWorker } from './protocol.ts';

/** The part of a Worker that is used. */
export interface Port {
  postMessage(message: ToWorker): void;
  onmessage: ((event: MessageEvent<FromWorker>) => void) | null;
  terminate(): void;
}

export interface LanguageClient {
  open(document: string, version: number, text: string): void;
  edit(document: string, version: number, changes: readonly TextChange[]): void;
  close(document: string): void;
  setCatalog(catalog: CatalogSnapshot): void;
  setSeverities(severities: LintSeverities): void;
  ask<Kind extends Question['kind']>(question: Extract<Question, { kind: Kind }>): Promise<Answers[Kind] | null>;
  dispose(): void;
}

export interface Findings {
  readonly document: string;
  readonly version: number;
  readonly complete: boolean;
  readonly findings: readonly Finding[];
}

const ANSWER_LIMIT = 10_000;

export function connectLanguage(port: Port, onFindings: (findings: Findings) => void): LanguageClient {
  const waiting = new Map<number, (answer: unknown) => void>();
  let nextId = 1;

  port.onmessage = ({ data }) => {
    if (data.kind === 'findings') return onFindings(data);
    waiting.get(data.id)?.(data.answer);
    waiting.delete(data.id);
  };

  return {
    open: (document, version, text) => port.postMessage({ kind: 'open', document, version, text }),
    edit: (document, version, changes) => port.postMessage({ kind: 'edit', document, version, changes }),
    close: (document) => port.postMessage({ kind: 'close', document }),
    setCatalog: (catalog) => port.postMessage({ kind: 'catalog', catalog }),
    setSeverities: (severities) => port.postMessage({ kind: 'severities', severities }),
    ask<Kind extends Question['kind']>(question: Extract<Question, { kind: Kind }>) {
      const id = nextId++;
      return new Promise<Answers[Kind] | null>((resolve) => {
        waiting.set(id, (answer) => resolve(answer as Answers[Kind]));
        setTimeout(() => waiting.delete(id) && resolve(null), ANSWER_LIMIT);
        port.postMessage({ kind: 'ask', id, question });
      });
    },
    dispose() {
      port.terminate();
      for (const resolve of waiting.values()) resolve(null);
      waiting.clear();
    },
  };
}
