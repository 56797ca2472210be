/** What can go wrong for a client besides errors in answers: no connection, no encryption, a refused login. */

/** The connection could not be made or was lost. */
export class ClientError extends Error {
  override readonly name = 'ClientError';
}
