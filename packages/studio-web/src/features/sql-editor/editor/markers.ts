/** Findings as Monaco's markers: those of the language worker by offsets, those of the API by line and column. */
import type { SqlDiagnostic } from '@sprocket/studio-contract';
import type { Finding } from '../language/protocol.ts';
import type { LiveProblems } from '../state/editor-state.ts';
import { type editor, MarkerSeverity } from './monaco.ts';

type Severity = Finding['severity'];

const SEVERITIES: Readonly<Record<Severity, MarkerSeverity>> = {
  error: MarkerSeverity.Error,
  warning: MarkerSeverity.Warning,
  info: MarkerSeverity.Info,
};

export function findingMarker(model: editor.ITextModel, finding: Finding): editor.IMarkerData {
  const from = model.getPositionAt(finding.start);
  const to = model.getPositionAt(Math.max(finding.end, finding.start + 1));
  return {
    severity: SEVERITIES[finding.severity],
    message: finding.message,
    code: finding.code,
    startLineNumber: from.lineNumber,
    startColumn: from.column,
    endLineNumber: to.lineNumber,
    endColumn: to.column,
  };
}

/** Without a column the whole line is marked; without a line, the first. */
export function diagnosticMarker(model: editor.ITextModel, found: SqlDiagnostic, severity: Severity): editor.IMarkerData {
  const line = Math.min(Math.max(found.line ?? 1, 1), model.getLineCount());
  const column = found.column ?? Math.max(1, model.getLineFirstNonWhitespaceColumn(line));
  const near = found.near === undefined ? undefined : model.getLineContent(line).indexOf(found.near, column - 1);
  const start = found.column === undefined && near !== undefined && near >= 0 ? near + 1 : column;
  const end = found.near !== undefined && near !== undefined && near >= 0 ? start + found.near.length : model.getLineMaxColumn(line);
  return {
    severity: SEVERITIES[severity],
    message: found.message,
    ...(found.code === undefined ? {} : { code: found.code }),
    startLineNumber: line,
    startColumn: start,
    endLineNumber: found.endLine ?? line,
    endColumn: found.endColumn ?? Math.max(end, start + 1),
  };
}

/** What the status bar says about findings: how many, and where the first is. */
export function problemsOf(markers: readonly editor.IMarkerData[]): LiveProblems {
  const of = (severity: MarkerSeverity) => markers.filter((marker) => marker.severity === severity);
  const errors = of(MarkerSeverity.Error);
  const warnings = of(MarkerSeverity.Warning);
  const [first] = [...(errors.length > 0 ? errors : warnings)].sort(
    (a, b) => a.startLineNumber - b.startLineNumber || a.startColumn - b.startColumn,
  );
  return {
    errors: errors.length,
    warnings: warnings.length,
    first: first && { line: first.startLineNumber, column: first.startColumn },
  };
}
