/** Environments. */
import { Screen } from '../../shell/screen.tsx';

export function EnvironmentsScreen() {
  return <Screen title="Environments">{null}</Screen>;
}
