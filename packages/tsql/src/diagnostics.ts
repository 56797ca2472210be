/**
 * What is wrong with a text, in SQL Server's numbers and words. One row per number; the place of a mistake is its token.
 */
import type { Span } from './ast/index.ts';

/** A mistake in a text. Severity 15 is a syntax error: the batch does not run. */
export interface Diagnostic {
  readonly number: number;
  readonly severity: number;
  readonly state: number;
  readonly message: string;
  readonly span: Span;
  /** The 1-based line that SQL Server reports. */
  readonly line: number;
  /** The token that the message names; '' when it names none. */
  readonly near: string;
}

interface Row {
  readonly severity: number;
  readonly state: number;
  /** `%0`, `%1` … stand for the parameters. */
  readonly message: string;
}

/** Messages of the parser; texts and severities as in sys.messages. */
const MESSAGES = {
  102: { severity: 15, state: 1, message: "Incorrect syntax near '%0'." },
  103: { severity: 15, state: 4, message: "The identifier that starts with '%0' is too long. Maximum length is %1." },
  105: { severity: 15, state: 1, message: "Unclosed quotation mark after the character string '%0'." },
  111: { severity: 15, state: 1, message: "'%0' must be the first statement in a query batch." },
  113: { severity: 15, state: 1, message: "Missing end comment mark '*/'." },
  119: {
    severity: 15,
    state: 1,
    message:
      "Must pass parameter number %0 and subsequent parameters as '@name = value'. After the form '@name = value' has been used, all subsequent parameters must be passed in the form '@name = value'.",
  },
  125: { severity: 15, state: 4, message: 'Case expressions may only be nested to level 10.' },
  132: {
    severity: 15,
    state: 1,
    message: "The label '%0' has already been declared. Label names must be unique within a query batch or stored procedure.",
  },
  133: { severity: 15, state: 1, message: "A GOTO statement references the label '%0' but the label has not been declared." },
  135: { severity: 15, state: 1, message: 'Cannot use a BREAK statement outside the scope of a WHILE statement.' },
  136: { severity: 15, state: 1, message: 'Cannot use a CONTINUE statement outside the scope of a WHILE statement.' },
  142: { severity: 15, state: 2, message: "Incorrect syntax for definition of the '%0' constraint." },
  153: { severity: 15, state: 2, message: 'Invalid usage of the option %0 in the FETCH statement.' },
  156: { severity: 15, state: 1, message: "Incorrect syntax near the keyword '%0'." },
  168: { severity: 15, state: 1, message: "The floating point value '%0' is out of the range of computer representation (8 bytes)." },
  173: { severity: 15, state: 1, message: "The definition for column '%0' must include a data type." },
  178: { severity: 15, state: 1, message: 'A RETURN statement with a return value cannot be used in this context.' },
  181: { severity: 15, state: 1, message: 'Cannot use the OUTPUT option in a DECLARE, CREATE AGGREGATE or CREATE FUNCTION statement.' },
  191: {
    severity: 15,
    state: 1,
    message: 'Some part of your SQL statement is nested too deeply. Rewrite the query or break it up into smaller queries.',
  },
  148: { severity: 15, state: 1, message: "Incorrect time syntax in time string '%0' used with WAITFOR." },
  154: { severity: 15, state: 1, message: '%0 is not allowed in %1.' },
  195: { severity: 15, state: 5, message: "'%0' is not a recognized SET option." },
  319: {
    severity: 15,
    state: 1,
    message:
      "Incorrect syntax near the keyword 'with'. If this statement is a common table expression, an xmlnamespaces clause or a change tracking context clause, the previous statement must be terminated with a semicolon.",
  },
  321: {
    severity: 15,
    state: 1,
    message: '"%0" is not a recognized table hints option.',
  },
  343: { severity: 15, state: 1, message: "Unknown object type '%0' used in a CREATE, DROP, or ALTER statement." },
  1007: { severity: 15, state: 1, message: "The number '%0' is out of the range for numeric representation (maximum precision 38)." },
  1034: { severity: 15, state: 1, message: 'Syntax error: Duplicate specification of the action "%0" in the trigger declaration.' },
  1035: { severity: 15, state: 10, message: "Incorrect syntax near '%0', expected '%1'." },
  487: { severity: 16, state: 1, message: 'An invalid option was specified for the statement "%0".' },
  1038: {
    severity: 15,
    state: 4,
    message:
      'An object or column name is missing or empty. For SELECT INTO statements, verify each column has a name. For other statements, look for empty alias names. Aliases defined as "" or [] are not allowed. Change the alias to a valid name.',
  },
  1047: { severity: 15, state: 1, message: 'Conflicting locking hints specified.' },
  1048: { severity: 15, state: 1, message: 'Conflicting cursor options %0 and %1.' },
  1049: { severity: 15, state: 1, message: 'Mixing old and new syntax to specify cursor options is not allowed.' },
  1051: {
    severity: 15,
    state: 1,
    message:
      'Cursor parameters in a stored procedure must be declared with OUTPUT and VARYING options, and they must be specified in the order CURSOR VARYING OUTPUT.',
  },
  1065: {
    severity: 15,
    state: 1,
    message: 'The NOLOCK and READUNCOMMITTED lock hints are not allowed for target tables of INSERT, UPDATE, DELETE or MERGE statements.',
  },
  1069: { severity: 16, state: 1, message: 'Index hints are only allowed in a FROM or OPTION clause.' },
  4145: {
    severity: 15,
    state: 1,
    message: "An expression of non-boolean type specified in a context where a condition is expected, near '%0'.",
  },
  10702: {
    severity: 15,
    state: 1,
    message: 'The WITH CUBE and WITH ROLLUP options are not permitted with a ROLLUP, CUBE, or GROUPING SETS specification.',
  },
  10704: {
    severity: 15,
    state: 1,
    message:
      'To rethrow an error, a THROW statement must be used inside a CATCH block. Insert the THROW statement inside a CATCH block, or add error parameters to the THROW statement.',
  },
  10710: { severity: 15, state: 1, message: "An action of type '%0' is not allowed in the '%1' clause of a MERGE statement." },
  10711: { severity: 15, state: 1, message: "An action of type '%0' is not allowed in the '%1' clause of a MERGE statement." },
  11711: { severity: 15, state: 1, message: "Argument 'AS' cannot be used in an ALTER SEQUENCE statement." },
  13942: { severity: 15, state: 2, message: 'The initial recursive quantifier must be 1: {1, ... }.' },
  13943: {
    severity: 15,
    state: 1,
    message: 'The final recursive quantifier must be greater than the initial recursive quantifier.',
  },
  22104: { severity: 16, state: 1, message: 'A table returned by the CHANGETABLE function must be aliased.' },
  10713: { severity: 15, state: 1, message: 'A MERGE statement must be terminated by a semi-colon (;).' },
} as const satisfies Record<number, Row>;

/** A number that the parser reports. */
export type DiagnosticNumber = keyof typeof MESSAGES;

/** Builds a diagnostic; the first parameter is also its `near`. */
export function diagnostic(number: DiagnosticNumber, span: Span, ...parameters: readonly string[]): Diagnostic {
  const row: Row = MESSAGES[number];
  const message = row.message.replace(/%(\d)/g, (_, index: string) => parameters[Number(index)] ?? '');
  return { number, severity: row.severity, state: row.state, message, span, line: span.line, near: parameters[0] ?? '' };
}
