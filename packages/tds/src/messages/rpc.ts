/**
 * RPC requests: calls of procedures by name or by number, several in a message. [MS-TDS] 2.2.6.6. Every parameter
 * has a name (empty for a positional one), status flags, a TYPE_INFO and a value; a parameter may be by reference
 * (OUTPUT), stand for the procedure's default, or be a table.
 */
import { type ByteReader, wholeReader } from '../bytes/byte-reader.ts';
import { TokenWriter } from '../bytes/token-writer.ts';
import type { Protocol } from '../protocol.ts';
import { ProtocolError } from '../protocol-error.ts';
import { readTypeInfo, valueEncoder, writeTypeInfo } from '../types/registry.ts';
import type { TypeInfo, Value } from '../types/type-info.ts';
import { type AllHeaders, writeAllHeaders } from './all-headers.ts';
import { readRequestHeaders } from './sql-batch.ts';

/** An RPC message. */
export interface RpcRequest {
  readonly headers: AllHeaders;
  readonly calls: readonly RpcCall[];
}

/** One call. */
export interface RpcCall {
  /** A name, up to four parts as the client wrote it, or a ProcId. */
  readonly procedure: string | number;
  readonly withRecompile: boolean;
  /** The client wants no COLMETADATA. */
  readonly noMetadata: boolean;
  /** The client has kept the COLMETADATA of an earlier call. */
  readonly reuseMetadata: boolean;
  readonly parameters: readonly RpcParameter[];
  /** The call must not be executed: the flag NoExec stands behind it. */
  readonly noExecute: boolean;
}

export interface RpcParameter {
  /** With its @, or empty for a positional parameter. */
  readonly name: string;
  /** fByRefValue: an OUTPUT parameter. */
  readonly output: boolean;
  /** fDefaultValue: the procedure's default is wanted; the value is NULL. */
  readonly useDefault: boolean;
  readonly type: TypeInfo;
  readonly value: Value;
}

/** Procedures that are called by number. [MS-TDS] 2.2.6.6 */
export const ProcId = {
  SP_CURSOR: 1,
  SP_CURSOROPEN: 2,
  SP_CURSORPREPARE: 3,
  SP_CURSOREXECUTE: 4,
  SP_CURSORPREPEXEC: 5,
  SP_CURSORUNPREPARE: 6,
  SP_CURSORFETCH: 7,
  SP_CURSOROPTION: 8,
  SP_CURSORCLOSE: 9,
  SP_EXECUTESQL: 10,
  SP_PREPARE: 11,
  SP_EXECUTE: 12,
  SP_PREPEXEC: 13,
  SP_PREPEXECRPC: 14,
  SP_UNPREPARE: 15,
} as const;

const PROC_ID_SWITCH = 0xffff;
const OptionFlag = { WITH_RECOMPILE: 0x01, NO_METADATA: 0x02, REUSE_METADATA: 0x04 } as const;
const StatusFlag = { BY_REF_VALUE: 0x01, DEFAULT_VALUE: 0x02, ENCRYPTED: 0x08 } as const;
/** What stands between calls: BatchFlag, which had another value before TDS 7.2, and NoExecFlag. */
const BATCH_FLAG_7_1 = 0x80;
const BATCH_FLAG = 0xff;
const NO_EXEC_FLAG = 0xfe;

/** A call with no options. */
export function rpcCall(procedure: string | number, parameters: readonly RpcParameter[]): RpcCall {
  return { procedure, withRecompile: false, noMetadata: false, reuseMetadata: false, parameters, noExecute: false };
}

/** An input parameter. */
export function rpcParameter(name: string, type: TypeInfo, value: Value): RpcParameter {
  return { name, output: false, useDefault: false, type, value };
}

/** Writes the payload of an RPC message. */
export function encodeRpc(request: RpcRequest, protocol: Protocol): Uint8Array {
  const w = new TokenWriter(1024);
  if (protocol.tds72) writeAllHeaders(w, request.headers);
  request.calls.forEach((call, index) => {
    writeCall(w, call, protocol);
    if (call.noExecute) w.byte(NO_EXEC_FLAG);
    else if (index < request.calls.length - 1) w.byte(protocol.tds72 ? BATCH_FLAG : BATCH_FLAG_7_1);
  });
  return w.toBytes();
}

/** Reads the payload of an RPC message. */
export function decodeRpc(payload: Uint8Array, protocol: Protocol): RpcRequest {
  const r = wholeReader(payload, 'RPC');
  const headers = readRequestHeaders(r, protocol);
  const calls: RpcCall[] = [];
  while (r.remaining > 0) calls.push(readCall(r, protocol));
  if (calls.length === 0) throw new ProtocolError('An RPC message without a call');
  return { headers, calls };
}

function writeCall(w: TokenWriter, call: RpcCall, protocol: Protocol): void {
  writeProcedure(w, call.procedure);
  w.ushort(
    (call.withRecompile ? OptionFlag.WITH_RECOMPILE : 0) |
      (call.noMetadata ? OptionFlag.NO_METADATA : 0) |
      (call.reuseMetadata ? OptionFlag.REUSE_METADATA : 0),
  );
  for (const parameter of call.parameters) writeParameter(w, parameter, protocol);
}

function writeProcedure(w: TokenWriter, procedure: string | number): void {
  if (typeof procedure === 'string') w.usVarChar(procedure);
  else {
    w.ushort(PROC_ID_SWITCH);
    w.ushort(procedure);
  }
}

function writeParameter(w: TokenWriter, parameter: RpcParameter, protocol: Protocol): void {
  w.bVarChar(parameter.name);
  w.byte((parameter.output ? StatusFlag.BY_REF_VALUE : 0) | (parameter.useDefault ? StatusFlag.DEFAULT_VALUE : 0));
  writeTypeInfo(w, parameter.type, protocol, 'parameter');
  valueEncoder(parameter.type, protocol, 'parameter')(w, parameter.value);
}

function readCall(r: ByteReader, protocol: Protocol): RpcCall {
  const procedure = readProcedure(r);
  const options = r.ushort();
  const parameters: RpcParameter[] = [];
  while (r.remaining > 0 && !isSeparator(r.peek(), protocol)) parameters.push(readParameter(r, protocol));
  const noExecute = r.remaining > 0 && r.byte() === NO_EXEC_FLAG;
  return {
    procedure,
    withRecompile: (options & OptionFlag.WITH_RECOMPILE) !== 0,
    noMetadata: (options & OptionFlag.NO_METADATA) !== 0,
    reuseMetadata: (options & OptionFlag.REUSE_METADATA) !== 0,
    parameters,
    noExecute,
  };
}

function readProcedure(r: ByteReader): string | number {
  const length = r.ushort();
  return length === PROC_ID_SWITCH ? r.ushort() : r.unicode(length);
}

/** A parameter starts with the length of its name, at most 128, so larger values are free for separators. */
function isSeparator(byte: number, protocol: Protocol): boolean {
  return byte === BATCH_FLAG || byte === NO_EXEC_FLAG || (byte === BATCH_FLAG_7_1 && !protocol.tds72);
}

function readParameter(r: ByteReader, protocol: Protocol): RpcParameter {
  const name = r.bVarChar();
  const status = r.byte();
  if ((status & StatusFlag.ENCRYPTED) !== 0) throw new ProtocolError('An encrypted parameter, which was not negotiated');
  const { type, decode } = readTypeInfo(r, protocol, 'parameter');
  const value = decode(r);
  return {
    name,
    output: (status & StatusFlag.BY_REF_VALUE) !== 0,
    useDefault: (status & StatusFlag.DEFAULT_VALUE) !== 0,
    type,
    value,
  };
}
