/**
 * The one way in which a start fails for a reason that the operator can mend: a wrong setting, a folder that cannot be read, a port in use.
 * The command line prints its message as a single line and ends with status 1; no stack is shown.
 */

/** A start that cannot go on, in one line for the operator. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
}
