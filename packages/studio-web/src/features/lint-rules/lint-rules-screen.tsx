/** Lint rules. */
import { Screen } from '../../shell/screen.tsx';

export function LintRulesScreen() {
  return <Screen title="Lint rules">{null}</Screen>;
}
