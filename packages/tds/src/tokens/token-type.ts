/**
 * The numbers of the tokens in an answer, [MS-TDS] 2.2.7, and of the status bits and commands that DONE tokens
 * carry.
 */

/** [MS-TDS] 2.2.4.2 and 2.2.7 */
export const TokenType = {
  COLMETADATA: 0x81,
  COLINFO: 0xa5,
  DONE: 0xfd,
  DONEINPROC: 0xff,
  DONEPROC: 0xfe,
  ENVCHANGE: 0xe3,
  ERROR: 0xaa,
  FEATUREEXTACK: 0xae,
  INFO: 0xab,
  LOGINACK: 0xad,
  NBCROW: 0xd2,
  ORDER: 0xa9,
  RETURNSTATUS: 0x79,
  RETURNVALUE: 0xac,
  ROW: 0xd1,
  SESSIONSTATE: 0xe4,
  SSPI: 0xed,
  TABNAME: 0xa4,
} as const;

/** Status bits of DONE, DONEPROC and DONEINPROC. [MS-TDS] 2.2.7.6 */
export const DoneStatus = {
  FINAL: 0x0000,
  /** Another result of the same request follows. */
  MORE: 0x0001,
  ERROR: 0x0002,
  /** A transaction is in progress. */
  INXACT: 0x0004,
  /** The row count is valid. */
  COUNT: 0x0010,
  /** Acknowledges an attention. */
  ATTN: 0x0020,
  /** The request ended with an error that discards its results. */
  SRVERROR: 0x0100,
} as const;

/** CurCmd of DONE tokens: the kind of statement that ended. [MS-TDS] leaves the values to the server; these are SQL Server's. */
export const CurCmd = {
  NONE: 0x0000,
  SELECT: 0x00c1,
  INSERT: 0x00c3,
  DELETE: 0x00c4,
  UPDATE: 0x00c5,
  BEGIN_TRANSACTION: 0x00d4,
  COMMIT_TRANSACTION: 0x00d5,
  ROLLBACK_TRANSACTION: 0x00d2,
  EXECUTE: 0x00e0,
  MERGE: 0x0117,
} as const;
