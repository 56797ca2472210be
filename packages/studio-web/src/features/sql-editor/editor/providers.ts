/**
 * The language worker's answers in Monaco's shapes: completion, hover, signature help, go to definition, format.
 *
 * Providers belong to the language, not to an editor, so they are registered once for the page and look up which client a model belongs to.
 */
import type { CompletionKind, Definition } from '@sprocket/tsql';
import { editor, languages, Range, Uri } from 'monaco-editor/editor';
import type { LanguageClient } from '../language/client.ts';
import { LANGUAGE_ID } from './tsql-grammar.ts';

/** Where a model's questions go; undefined for a model that is not an open text. */
export type ClientOf = (model: editor.ITextModel) => { readonly client: LanguageClient; readonly document: string } | undefined;

type Model = editor.ITextModel;
const Kind = languages.CompletionItemKind;

const KINDS: Readonly<Record<CompletionKind, languages.CompletionItemKind>> = {
  keyword: Kind.Keyword,
  schema: Kind.Module,
  table: Kind.Struct,
  view: Kind.Interface,
  column: Kind.Field,
  procedure: Kind.Method,
  function: Kind.Function,
  variable: Kind.Variable,
  parameter: Kind.Property,
  cte: Kind.Struct,
  'temp-table': Kind.Struct,
  type: Kind.TypeParameter,
  alias: Kind.Reference,
};

/** Registers all of them. What is defined outside the text gets an address that `routineOf` reads. */
export function registerProviders(clientOf: ClientOf): readonly { dispose(): void }[] {
  return [
    languages.registerCompletionItemProvider(LANGUAGE_ID, completion(clientOf)),
    languages.registerHoverProvider(LANGUAGE_ID, hovering(clientOf)),
    languages.registerSignatureHelpProvider(LANGUAGE_ID, signatures(clientOf)),
    languages.registerDefinitionProvider(LANGUAGE_ID, definitions(clientOf)),
    languages.registerDocumentFormattingEditProvider(LANGUAGE_ID, formatting(clientOf)),
  ];
}

function completion(clientOf: ClientOf): languages.CompletionItemProvider {
  return {
    triggerCharacters: ['.', '@', ' '],
    async provideCompletionItems(model, position, context, token) {
      const at = clientOf(model);
      if (at === undefined) return { suggestions: [] };
      const offset = model.getOffsetAt(position);
      const items = (await at.client.ask({ kind: 'complete', document: at.document, offset })) ?? [];
      // A blank asks for what a clause wants next (a table after FROM); keywords would only be in the way of typing.
      const quiet = context.triggerCharacter === ' ';
      if (token.isCancellationRequested) return { suggestions: [] };
      const wanted = quiet ? items.filter(({ kind }) => kind !== 'keyword' && kind !== 'function') : items;
      return {
        suggestions: wanted.map((item) => ({
          label: item.detail === undefined ? item.label : { label: item.label, description: item.detail },
          kind: KINDS[item.kind],
          insertText: item.insertText,
          sortText: item.sortText,
          range: rangeOf(model, item.replace),
          ...(item.documentation === undefined ? {} : { documentation: item.documentation }),
        })),
      };
    },
  };
}

function hovering(clientOf: ClientOf): languages.HoverProvider {
  return {
    async provideHover(model, position) {
      const at = clientOf(model);
      const found = await at?.client.ask({ kind: 'hover', document: at.document, offset: model.getOffsetAt(position) });
      if (found == null) return null;
      const code = { value: `\`\`\`${LANGUAGE_ID}\n${found.code}\n\`\`\`` };
      // Text of comments is text: markdown in it would be somebody else's layout.
      const text = found.text === undefined ? [] : [{ value: escapeMarkdown(found.text) }];
      return { contents: [code, ...text], range: rangeOf(model, found.span) };
    },
  };
}

function signatures(clientOf: ClientOf): languages.SignatureHelpProvider {
  return {
    signatureHelpTriggerCharacters: ['(', ',', ' '],
    signatureHelpRetriggerCharacters: [','],
    async provideSignatureHelp(model, position) {
      const at = clientOf(model);
      const found = await at?.client.ask({ kind: 'signature', document: at.document, offset: model.getOffsetAt(position) });
      if (found == null) return null;
      const { label, parameters, activeParameter, documentation } = found;
      const signature = {
        label,
        parameters: parameters.map((each) => ({ label: each.label, ...(each.documentation ? { documentation: each.documentation } : {}) })),
        ...(documentation === undefined ? {} : { documentation }),
      };
      return {
        value: { signatures: [signature], activeSignature: 0, activeParameter: Math.max(0, activeParameter) },
        dispose: () => undefined,
      };
    },
  };
}

function definitions(clientOf: ClientOf): languages.DefinitionProvider {
  return {
    async provideDefinition(model, position) {
      const at = clientOf(model);
      const found = await at?.client.ask({ kind: 'definition', document: at.document, offset: model.getOffsetAt(position) });
      if (found == null) return null;
      if (found.span !== undefined) return { uri: model.uri, range: rangeOf(model, found.span) };
      return OPENS_ELSEWHERE.has(found.kind) ? { uri: outsideUri(found), range: new Range(1, 1, 1, 1) } : null;
    },
  };
}

const OPENS_ELSEWHERE: ReadonlySet<Definition['kind']> = new Set(['procedure', 'function', 'view']);

function formatting(clientOf: ClientOf): languages.DocumentFormattingEditProvider {
  return {
    displayName: 'T-SQL',
    async provideDocumentFormattingEdits(model) {
      const at = clientOf(model);
      const version = model.getVersionId();
      const text = await at?.client.ask({ kind: 'format', document: at.document });
      if (text == null || model.getVersionId() !== version || text === model.getValue()) return [];
      return [{ range: model.getFullModelRange(), text }];
    },
  };
}

const OUTSIDE = 'sprocket-routine';

/** The address of a routine that is defined outside the text. Monaco looks into it while Ctrl is held over the name, so a small text stands there. */
function outsideUri({ schema, name }: Definition): Uri {
  const uri = Uri.from({ scheme: OUTSIDE, path: `/${encodeURIComponent(schema ?? 'dbo')}/${encodeURIComponent(name)}` });
  if (editor.getModel(uri) === null) editor.createModel(`-- ${schema ?? 'dbo'}.${name}`, LANGUAGE_ID, uri);
  return uri;
}

/** The routine that such an address names. */
export function routineOf(uri: Uri): { readonly schema: string; readonly name: string } | undefined {
  if (uri.scheme !== OUTSIDE) return undefined;
  const [, schema = '', name = ''] = uri.path.split('/').map(decodeURIComponent);
  return { schema, name };
}

function rangeOf(model: Model, { start, end }: { readonly start: number; readonly end: number }): Range {
  const from = model.getPositionAt(start);
  const to = model.getPositionAt(end);
  return new Range(from.lineNumber, from.column, to.lineNumber, to.column);
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!<>|]/g, '\\$&');
}
