/**
 * Colours for T-SQL while it is typed: a Monarch grammar, and the rules of the two themes for its tokens.
 *
 * The reserved words come from the language package; the other words of the grammar are listed here because they are words only by their place.
 * Meaning is not this file's business: the language worker finds mistakes.
 */
import { RESERVED_WORDS } from '@sprocket/tsql';
import type { editor, languages } from 'monaco-editor/editor';

export const LANGUAGE_ID = 'tsql';

const words = (list: string): string[] => list.trim().split(/\s+/);

const MORE_KEYWORDS = words(`
  TRY CATCH THROW OFFSET NEXT ROWS ONLY NOCOUNT XACT_ABORT OUTPUT INSERTED DELETED MATCHED USING APPLY PARTITION RANGE UNBOUNDED PRECEDING FOLLOWING
  ROW RETURNS RETURN READONLY INCLUDE IDENTITY SEQUENCE SYNONYM TYPE GO ENCRYPTION RECOMPILE SCHEMABINDING CALLER SELF OWNER ISOLATION LEVEL SNAPSHOT
  SERIALIZABLE REPEATABLE COMMITTED UNCOMMITTED NOLOCK UPDLOCK ROWLOCK TABLOCK READPAST ANSI_NULLS QUOTED_IDENTIFIER LOCAL GLOBAL FORWARD_ONLY
  FAST_FORWARD STATIC DYNAMIC SCROLL READ_ONLY FIRST LAST PRIOR ABSOLUTE RELATIVE WORK TIES JSON XML PATH AUTO ROOT ELEMENTS DELAY TIME MAXRECURSION
  ROLLUP CUBE GROUPING SETS WITHIN AT ZONE WINDOW`);

const TYPES = words(`
  BIT TINYINT SMALLINT INT BIGINT DECIMAL NUMERIC MONEY SMALLMONEY FLOAT REAL DATE TIME DATETIME DATETIME2 SMALLDATETIME DATETIMEOFFSET CHAR VARCHAR
  NCHAR NVARCHAR TEXT NTEXT BINARY VARBINARY IMAGE UNIQUEIDENTIFIER XML SQL_VARIANT ROWVERSION TIMESTAMP HIERARCHYID GEOGRAPHY GEOMETRY SYSNAME`);

const CONSTANTS = words('NULL TRUE FALSE');

export const configuration: languages.LanguageConfiguration = {
  comments: { lineComment: '--', blockComment: ['/*', '*/'] },
  // Square brackets quote names; they do not nest and are not matched.
  brackets: [['(', ')']],
  autoClosingPairs: [
    { open: '(', close: ')' },
    { open: '[', close: ']', notIn: ['string', 'comment'] },
    { open: "'", close: "'", notIn: ['string', 'comment'] },
  ],
  surroundingPairs: [
    { open: '(', close: ')' },
    { open: '[', close: ']' },
    { open: "'", close: "'" },
    { open: '"', close: '"' },
  ],
  wordPattern: /(?:@@?|##?)?[\p{L}_][\p{L}\p{N}_@#$]*|@@?[\p{L}_]?|\d+(?:\.\d+)?/u,
  indentationRules: {
    increaseIndentPattern: /^\s*(?:BEGIN|BEGIN\s+(?:TRY|CATCH|TRAN|TRANSACTION)|ELSE|.*\()\s*$/i,
    decreaseIndentPattern: /^\s*(?:END(?:\s+(?:TRY|CATCH))?\b|\))/i,
  },
  folding: { markers: { start: /^\s*--\s*#?region\b/i, end: /^\s*--\s*#?endregion\b/i } },
};

export const grammar: languages.IMonarchLanguage = {
  defaultToken: '',
  tokenPostfix: '.tsql',
  ignoreCase: true,
  // The rules below are rebuilt as regular expressions with this flag; without it \p{L} means nothing.
  unicode: true,
  keywords: [...RESERVED_WORDS, ...MORE_KEYWORDS].filter((word) => !CONSTANTS.includes(word)),
  types: TYPES,
  constants: CONSTANTS,
  brackets: [{ open: '(', close: ')', token: 'delimiter.parenthesis' }],
  tokenizer: {
    root: [
      [/\s+/, 'white'],
      [/--.*$/, 'comment'],
      [/\/\*/, 'comment', '@comment'],
      [/N?'/, 'string', '@string'],
      [/\[/, 'identifier.quote', '@bracketed'],
      [/"/, 'identifier.quote', '@quoted'],
      [/0x[0-9a-f]*/, 'number.hex'],
      [/[$£€]?\d+(?:\.\d*)?(?:e[+-]?\d+)?|\.\d+(?:e[+-]?\d+)?/, 'number'],
      [/@@[\w$#@]+/, 'predefined'],
      [/@[\w$#@]*/, 'variable'],
      [/##?[\w$#@]+/, 'identifier.temporary'],
      [/[\p{L}_][\p{L}\p{N}_@$#]*(?=\s*\()/u, { cases: { '@keywords': 'keyword', '@types': 'type', '@default': 'predefined' } }],
      [
        /[\p{L}_][\p{L}\p{N}_@$#]*/u,
        { cases: { '@constants': 'constant', '@types': 'type', '@keywords': 'keyword', '@default': 'identifier' } },
      ],
      [/[()]/, '@brackets'],
      [/[;,.]/, 'delimiter'],
      [/[<>=!%&+\-*/|~^]+/, 'operator'],
    ],
    // Comments of T-SQL nest.
    comment: [
      [/[^/*]+/, 'comment'],
      [/\/\*/, 'comment', '@push'],
      [/\*\//, 'comment', '@pop'],
      [/./, 'comment'],
    ],
    string: [
      [/[^']+/, 'string'],
      [/''/, 'string.escape'],
      [/'/, 'string', '@pop'],
    ],
    bracketed: [
      [/[^\]]+/, 'identifier'],
      [/\]\]/, 'identifier'],
      [/\]/, 'identifier.quote', '@pop'],
    ],
    quoted: [
      [/[^"]+/, 'identifier'],
      [/""/, 'identifier'],
      [/"/, 'identifier.quote', '@pop'],
    ],
  },
};

/** The light theme is Monaco's `vs`; only what `vs` leaves black or too pale gets a colour with a contrast of 4.5:1 and more, also where a comparison lies behind it. */
export const lightTheme: editor.IStandaloneThemeData = {
  base: 'vs',
  inherit: true,
  rules: [
    { token: 'predefined.tsql', foreground: '8A2A8A' },
    { token: 'variable.tsql', foreground: '7A4A00' },
    { token: 'type.tsql', foreground: '095E5E' },
    { token: 'comment.tsql', foreground: '0B640B' },
    { token: 'constant.tsql', foreground: '0000FF' },
    { token: 'identifier.temporary.tsql', foreground: '5A3E9B' },
    { token: 'operator.tsql', foreground: '4A5563' },
    { token: 'number.tsql', foreground: '06583A' },
  ],
  colors: {
    'editor.background': '#FFFFFF',
    'editorBracketHighlight.foreground1': '#0431FA',
    'editorBracketHighlight.foreground2': '#1F6F1F',
    'editorBracketHighlight.foreground3': '#7B3814',
    'editorLineNumber.foreground': '#5F6B7A',
    'editorGutter.background': '#FFFFFF',
    'editorLineNumber.activeForeground': '#1B1F24',
  },
};

export const darkTheme: editor.IStandaloneThemeData = {
  base: 'vs-dark',
  inherit: true,
  rules: [
    { token: 'predefined.tsql', foreground: 'DCA8E8' },
    { token: 'variable.tsql', foreground: '9CDCFE' },
    { token: 'type.tsql', foreground: '4EC9B0' },
    { token: 'constant.tsql', foreground: '569CD6' },
    { token: 'identifier.temporary.tsql', foreground: 'C8B6F2' },
    { token: 'comment.tsql', foreground: '85B374' },
  ],
  colors: {
    'editor.background': '#1E1F22',
    'editorGutter.background': '#1E1F22',
    'editorLineNumber.foreground': '#8D949F',
    'editorLineNumber.activeForeground': '#E4E6EA',
    // Lighter than Monaco's own: keywords on a changed text keep a contrast of 4.5.
    'diffEditor.insertedTextBackground': '#2EA0431A',
    'diffEditor.insertedLineBackground': '#2EA04314',
    'diffEditor.removedTextBackground': '#F851491A',
    'diffEditor.removedLineBackground': '#F8514914',
  },
};
