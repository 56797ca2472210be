/**
 * The language worker attached to the open documents: it hears their edits, and its findings become markers.
 *
 * The catalog and the workspace's lint severities are handed to it as they arrive; until then it knows the grammar alone and invents no unknown names.
 */
import type { CatalogSnapshot, LintSeverities } from '@sprocket/tsql';
import { connectLanguage, type Findings, type LanguageClient, type Port } from '../language/client.ts';
import LanguageWorker from '../language/worker.ts?worker';
import { withProcedure } from '../state/editor-state.ts';
import type { Workbench } from '../state/workbench.ts';
import type { OpenDocument } from './documents.ts';
import { findingMarker, problemsOf } from './markers.ts';
import { editor, MarkerSeverity } from './monaco.ts';
import { registerProviders } from './providers.ts';

export interface Language {
  attach(document: OpenDocument): void;
  detach(document: OpenDocument): void;
  setCatalog(catalog: CatalogSnapshot): void;
  setSeverities(severities: LintSeverities): void;
  dispose(): void;
}

const LANGUAGE_MARKERS = 'language';

export function startLanguage(workbench: Workbench): Language {
  const documents = new Map<string, OpenDocument>();
  const client: LanguageClient = connectLanguage(new LanguageWorker() as Port, (found) => show(documents.get(found.document), found));
  const providers = registerProviders((model) => {
    const document = [...documents.values()].find((each) => each.model === model);
    return document && { client, document: document.id };
  });

  const show = (document: OpenDocument | undefined, { version, complete, findings }: Findings) => {
    if (document === undefined || document.model.getVersionId() !== version) return;
    const markers = findings.map((finding) => findingMarker(document.model, finding));
    // The quick look knows syntax alone: warnings of the last whole look stay until the next one.
    const kept = complete ? [] : editor.getModelMarkers({ owner: LANGUAGE_MARKERS, resource: document.model.uri }).filter(isNoError);
    editor.setModelMarkers(document.model, LANGUAGE_MARKERS, [...markers, ...kept]);
    workbench.store.update((state) => withProcedure(state, 'problems', document.id, problemsOf([...markers, ...kept])));
  };

  return {
    attach(document) {
      const { id, model } = document;
      documents.set(id, document);
      client.open(id, model.getVersionId(), model.getValue());
      model.onDidChangeContent(({ changes, isFlush, isEolChange, versionId }) => {
        if (isFlush || isEolChange) return client.open(id, versionId, model.getValue());
        const edits = changes.map(({ rangeOffset, rangeLength, text }) => ({ offset: rangeOffset, length: rangeLength, text }));
        client.edit(id, versionId, edits);
      });
    },
    detach({ id }) {
      documents.delete(id);
      client.close(id);
    },
    setCatalog: client.setCatalog,
    setSeverities: client.setSeverities,
    dispose() {
      for (const provider of providers) provider.dispose();
      client.dispose();
    },
  };
}

function isNoError(marker: editor.IMarker): boolean {
  return marker.severity !== MarkerSeverity.Error;
}
