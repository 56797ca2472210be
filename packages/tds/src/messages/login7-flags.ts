/**
 * The flag bytes of LOGIN7, [MS-TDS] 2.2.6.4, as named booleans: a row says which bit of which byte a name is.
 */

/** What a client asks for in LOGIN7. Everything is false by default. */
export type LoginFlags = { readonly [F in LoginFlag]: boolean };
export type LoginFlag = (typeof LOGIN_FLAGS)[number][0];

/** The bytes in the order of the message. */
export type LoginFlagBytes = readonly [optionFlags1: number, optionFlags2: number, typeFlags: number, optionFlags3: number];

const LOGIN_FLAGS = [
  /** fByteOrder: big-endian numbers; no client of this century uses it. */
  ['bigEndian', 0, 0x01],
  /** fChar: EBCDIC. */
  ['ebcdic', 0, 0x02],
  /** fDumpLoad: the client does not need the bulk commands of this connection. */
  ['dumpLoadOff', 0, 0x10],
  /** fUseDB: tell the client when USE changes the database. */
  ['useDbNotify', 0, 0x20],
  /** fDatabase: an unknown initial database is an error. */
  ['initialDatabaseFatal', 0, 0x40],
  /** fSetLang: tell the client when SET LANGUAGE changes the language. */
  ['setLanguageNotify', 0, 0x80],
  /** fLanguage: an unknown initial language is an error. */
  ['initialLanguageFatal', 1, 0x01],
  /** fODBC: an ODBC client, which gets ANSI settings and IMPLICIT_TRANSACTIONS OFF, TEXTSIZE and ROWCOUNT infinite. */
  ['odbc', 1, 0x02],
  /** fIntSecurity: integrated authentication. */
  ['integratedSecurity', 1, 0x80],
  /** fOLEDB: an OLE DB client, treated like ODBC. */
  ['oleDb', 2, 0x10],
  /** fReadOnlyIntent: the client will only read. */
  ['readOnlyIntent', 2, 0x20],
  /** fChangePassword: LOGIN7 carries a new password. */
  ['changePassword', 3, 0x01],
  /** fSendYukonBinaryXML: xml may be sent in its binary form. */
  ['binaryXml', 3, 0x02],
  /** fUserInstance: a user instance is wanted. */
  ['userInstance', 3, 0x04],
  /** fUnknownCollationHandling: the client copes with collations it does not know. */
  ['unknownCollationHandling', 3, 0x08],
  /** fExtension: feature extensions follow. */
  ['extension', 3, 0x10],
] as const;

/** No flag set. */
export const NO_LOGIN_FLAGS: LoginFlags = readLoginFlags([0, 0, 0, 0]);

export function readLoginFlags(bytes: LoginFlagBytes): LoginFlags {
  return Object.fromEntries(LOGIN_FLAGS.map(([flag, byte, mask]) => [flag, (bytes[byte] & mask) !== 0])) as LoginFlags;
}

export function loginFlagBytes(flags: LoginFlags): LoginFlagBytes {
  const bytes: [number, number, number, number] = [0, 0, 0, 0];
  for (const [flag, byte, mask] of LOGIN_FLAGS) if (flags[flag]) bytes[byte] |= mask;
  return bytes;
}
