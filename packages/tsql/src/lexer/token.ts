/** What the lexer hands to the parser: flat tokens with their text already unescaped. */

/** A token's class. `unclosed` is a quote without its end, which no rule accepts. `doubleQuoted` is a name or a string, which the parser decides by the QUOTED_IDENTIFIER setting at that place. */
export type TokenType =
  | 'word'
  | 'keyword'
  | 'quotedName'
  | 'doubleQuoted'
  | 'string'
  | 'unicodeString'
  | 'integer'
  | 'decimal'
  | 'float'
  | 'money'
  | 'binary'
  | 'variable'
  | 'sign'
  | 'unclosed'
  | 'end';

export interface Token {
  readonly type: TokenType;
  /** Words and numbers as written; strings and quoted names without their quotes and doubled quotes; binary without 0x. */
  readonly text: string;
  /** What the parser compares: the word in upper case, the sign itself, '' for everything else. */
  readonly key: string;
  /** UTF-16 offsets into the batch. */
  readonly start: number;
  readonly end: number;
  /** 1-based line of the first character. */
  readonly line: number;
}
