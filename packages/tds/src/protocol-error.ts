/**
 * The one error that this package raises for input that breaks [MS-TDS]. Bytes come from anybody who can reach
 * the port, so every decoder either returns a value or throws a ProtocolError; nothing else escapes. The gateway
 * closes the connection with the message in its log. A value that cannot be encoded is a mistake of ours, not of
 * the peer, and raises a plain RangeError instead.
 */

/** The peer sent bytes that [MS-TDS] does not allow. */
export class ProtocolError extends Error {
  override readonly name = 'ProtocolError';
}
