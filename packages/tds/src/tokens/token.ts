/**
 * Every token of an answer as data, [MS-TDS] 2.2.7. The fields are the specification's; token numbers, lengths and
 * what differs between versions are left to the codecs.
 */
import type { Collation } from '../collation/collation.ts';
import type { TypeInfo, Value } from '../types/type-info.ts';
import type { Column } from './column.ts';

export type Token =
  | ColMetadata
  | Row
  | ServerMessage
  | Done
  | LoginAck
  | EnvChange
  | ReturnStatus
  | ReturnValue
  | Order
  | TabName
  | ColInfo
  | FeatureExtAck
  | SessionState
  | Sspi;

/** The columns of the rows that follow; null says that they are the ones sent before. */
export interface ColMetadata {
  readonly kind: 'COLMETADATA';
  readonly columns: readonly Column[] | null;
}

/** A row. NBCROW lists the NULLs in a bitmap. */
export interface Row {
  readonly kind: 'ROW' | 'NBCROW';
  readonly values: readonly Value[];
}

/** An error, or a message of severity 10 or less. */
export interface ServerMessage {
  readonly kind: 'ERROR' | 'INFO';
  readonly number: number;
  readonly state: number;
  /** Severity. */
  readonly class: number;
  readonly message: string;
  readonly serverName: string;
  /** Empty outside procedures. */
  readonly procName: string;
  readonly lineNumber: number;
}

/** The end of a statement (DONE, DONEINPROC) or of a procedure (DONEPROC). */
export interface Done {
  readonly kind: 'DONE' | 'DONEPROC' | 'DONEINPROC';
  /** DoneStatus bits. */
  readonly status: number;
  /** A CurCmd. */
  readonly curCmd: number;
  readonly rowCount: number;
}

export interface LoginAck {
  readonly kind: 'LOGINACK';
  /** A TdsVersion as LOGIN7 writes it. */
  readonly tdsVersion: number;
  readonly progName: string;
  /** Major, minor and build. */
  readonly progVersion: readonly [major: number, minor: number, build: number];
}

/** A change of the session's environment. */
export type EnvChange = EnvText | EnvCollation | EnvTransaction | EnvBytes | EnvReset | EnvRouting;

export interface EnvText {
  readonly kind: 'ENVCHANGE';
  readonly type:
    | 'database'
    | 'language'
    | 'characterSet'
    | 'packetSize'
    | 'unicodeLocale'
    | 'unicodeComparison'
    | 'mirroringPartner'
    | 'userInstance';
  readonly newValue: string;
  readonly oldValue: string;
}

export interface EnvCollation {
  readonly kind: 'ENVCHANGE';
  readonly type: 'collation';
  readonly newValue: Collation | null;
  readonly oldValue: Collation | null;
}

/** Transaction descriptors; null where there is no transaction. */
export interface EnvTransaction {
  readonly kind: 'ENVCHANGE';
  readonly type:
    | 'beginTransaction'
    | 'commitTransaction'
    | 'rollbackTransaction'
    | 'enlistTransaction'
    | 'defectTransaction'
    | 'transactionEnded';
  readonly newValue: bigint | null;
  readonly oldValue: bigint | null;
}

export interface EnvBytes {
  readonly kind: 'ENVCHANGE';
  readonly type: 'promoteTransaction' | 'transactionManagerAddress';
  readonly newValue: Uint8Array;
}

/** The connection was reset as a packet header asked. */
export interface EnvReset {
  readonly kind: 'ENVCHANGE';
  readonly type: 'resetConnection';
}

/** The client must connect to another server. */
export interface EnvRouting {
  readonly kind: 'ENVCHANGE';
  readonly type: 'routing';
  readonly protocol: number;
  readonly port: number;
  readonly server: string;
}

export interface ReturnStatus {
  readonly kind: 'RETURNSTATUS';
  readonly value: number;
}

/** An OUTPUT parameter or the value of a function. */
export interface ReturnValue {
  readonly kind: 'RETURNVALUE';
  /** The parameter's position in the call, from 0. */
  readonly ordinal: number;
  readonly name: string;
  readonly origin: 'parameter' | 'function';
  readonly userType: number;
  /** ColumnFlag bits. */
  readonly flags: number;
  readonly type: TypeInfo;
  readonly value: Value;
}

/** Ordinals (from 1) of the columns that the rows are ordered by. */
export interface Order {
  readonly kind: 'ORDER';
  readonly columns: readonly number[];
}

/** The tables of a browsable result, each in its parts. */
export interface TabName {
  readonly kind: 'TABNAME';
  readonly tables: readonly (readonly string[])[];
}

/** Where the columns of a browsable result come from. */
export interface ColInfo {
  readonly kind: 'COLINFO';
  readonly columns: readonly ColInfoColumn[];
}

export interface ColInfoColumn {
  /** Ordinal of the column, from 1. */
  readonly column: number;
  /** Ordinal of its table in TABNAME, from 1; 0 for an expression. */
  readonly table: number;
  /** ColInfoStatus bits other than DIFFERENT_NAME. */
  readonly status: number;
  /** The column's name in the table where it has another one in the result; otherwise null. */
  readonly baseName: string | null;
}

/** The features of LOGIN7 that the server takes up. */
export interface FeatureExtAck {
  readonly kind: 'FEATUREEXTACK';
  readonly features: readonly Feature[];
}

/** A feature extension with its data, in LOGIN7 and FEATUREEXTACK. */
export interface Feature {
  /** A FeatureId. */
  readonly id: number;
  readonly data: Uint8Array;
}

/** Session state for recovery of broken connections. */
export interface SessionState {
  readonly kind: 'SESSIONSTATE';
  readonly sequence: number;
  readonly recoverable: boolean;
  readonly states: readonly { readonly id: number; readonly value: Uint8Array }[];
}

/** Data of an integrated authentication. */
export interface Sspi {
  readonly kind: 'SSPI';
  readonly data: Uint8Array;
}
