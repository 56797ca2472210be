/** The errors that we raise, by SQL Server's number. `state` is 1 and `class` is 'statement' where a row does not say otherwise. */

/** What an uncaught error ends. */
export type ErrorClass = 'statement' | 'batch' | 'transaction' | 'connection';

export interface ErrorRow {
  readonly severity: number;
  readonly state?: number;
  /** 'batch' ends the batch, 'transaction' also rolls back, 'connection' closes the session. */
  readonly class?: ErrorClass;
  readonly text: string;
}

export const ERRORS: Readonly<Record<number, ErrorRow>> = {
  102: { severity: 15, class: 'batch', text: "Incorrect syntax near '%.*ls'." },
  134: { severity: 15, class: 'batch', text: "The variable name '%.*ls' has already been declared. Variable names must be unique within a query batch or stored procedure." },
  137: { severity: 15, class: 'batch', text: 'Must declare the scalar variable "%.*ls".' },
  201: { severity: 16, state: 4, class: 'statement', text: "Procedure or function '%.*ls' expects parameter '%.*ls', which was not supplied." },
  207: { severity: 16, class: 'batch', text: "Invalid column name '%.*ls'." },
  208: { severity: 16, class: 'batch', text: "Invalid object name '%.*ls'." },
  209: { severity: 16, class: 'batch', text: "Ambiguous column name '%.*ls'." },
  220: { severity: 16, text: 'Arithmetic overflow error for data type %ls, value = %ld.' },
  241: { severity: 16, class: 'transaction', text: 'Conversion failed when converting date and/or time from character string.' },
  245: { severity: 16, class: 'transaction', text: "Conversion failed when converting the %ls value '%.*ls' to data type %ls." },
  515: { severity: 16, state: 2, text: "Cannot insert the value NULL into column '%.*ls', table '%.*ls'; column does not allow nulls. %ls fails." },
  547: { severity: 16, state: 0, text: 'The %ls statement conflicted with the %ls constraint "%.*ls". The conflict occurred in database "%.*ls", table "%.*ls"%ls%.*ls%ls.' },
  2601: { severity: 14, text: "Cannot insert duplicate key row in object '%.*ls' with unique index '%.*ls'. The duplicate key value is %ls." },
  2627: { severity: 14, text: "Violation of %ls constraint '%.*ls'. Cannot insert duplicate key in object '%.*ls'. The duplicate key value is %ls." },
  2628: { severity: 16, text: "String or binary data would be truncated in table '%.*ls', column '%.*ls'. Truncated value: '%.*ls'." },
  2812: { severity: 16, state: 62, text: "Could not find stored procedure '%.*ls'." },
  3609: { severity: 16, class: 'batch', text: 'The transaction ended in the trigger. The batch has been aborted.' },
  8114: { severity: 16, state: 5, class: 'transaction', text: 'Error converting data type %ls to %ls.' },
  8115: { severity: 16, state: 2, text: 'Arithmetic overflow error converting %ls to data type %ls.' },
  8134: { severity: 16, text: 'Divide by zero error encountered.' },
  40510: { severity: 16, class: 'batch', text: "Statement '%.*ls' is not supported in this version of Sprocket." },
};
