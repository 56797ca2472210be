/** The severities of lint rules as they are shown. */
import type { LintSetting } from '@sprocket/studio-contract';

export const SEVERITY_NAMES: Readonly<Record<LintSetting['severity'], string>> = {
  off: 'Off',
  info: 'Information',
  warning: 'Warning',
  error: 'Error',
};
