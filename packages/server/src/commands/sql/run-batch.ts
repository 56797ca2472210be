/** Runs one batch for `sprocket sql`: result sets to the output, messages as sqlcmd words them, and the worst severity as the result. */

import type { ServerMessage, Token } from '@sprocket/tds';
import { DoneStatus } from '@sprocket/tds';
import type { TdsClient } from '../../client/tds-client.ts';
import type { Format } from './formats.ts';

/** Where text goes. Messages are kept apart from results where the two are different streams. */
export interface Screen {
  readonly results: (text: string) => void;
  readonly messages: (text: string) => void;
}

export interface RunOptions {
  readonly format: Format;
  /** Print "(n rows affected)" after statements. */
  readonly counts: boolean;
  readonly screen: Screen;
}

/** The highest severity of the batch's messages. */
export async function runBatch(client: TdsClient, text: string, options: RunOptions): Promise<number> {
  const run = { severity: 0, inResult: false };
  for await (const token of client.batch(text)) show(token, run, options);
  return run.severity;
}

interface Run {
  severity: number;
  inResult: boolean;
}

function show(token: Token, run: Run, { format, counts, screen }: RunOptions): void {
  switch (token.kind) {
    case 'COLMETADATA':
      closeResult(run, format, screen);
      run.inResult = true;
      return screen.results(format.begin(token.columns ?? []));
    case 'ROW':
    case 'NBCROW':
      return screen.results(format.row(token.values));
    case 'DONE':
    case 'DONEPROC':
    case 'DONEINPROC':
      closeResult(run, format, screen);
      if (counts && (token.status & DoneStatus.COUNT) !== 0)
        screen.results(`\n(${token.rowCount} ${token.rowCount === 1 ? 'row' : 'rows'} affected)\n`);
      return;
    case 'ERROR':
    case 'INFO':
      closeResult(run, format, screen);
      run.severity = Math.max(run.severity, token.class);
      return screen.messages(messageText(token));
    default:
      return;
  }
}

function closeResult(run: Run, format: Format, screen: Screen): void {
  if (run.inResult) screen.results(format.end());
  run.inResult = false;
}

/** PRINT shows its text alone, everything else its number and place too. */
function messageText({ number, class: severity, state, message, serverName, procName, lineNumber }: ServerMessage): string {
  if (severity === 0 && number === 0) return `${message}\n`;
  if (number === CHANGED_DATABASE || number === CHANGED_LANGUAGE) return `${message}\n`;
  const procedure = procName === '' ? '' : `, Procedure ${procName}`;
  return `Msg ${number}, Level ${severity}, State ${state}, Server ${serverName}${procedure}, Line ${lineNumber}\n${message}\n`;
}

const CHANGED_DATABASE = 5701;
const CHANGED_LANGUAGE = 5703;
