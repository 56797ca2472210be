/** Settings. */
import { Screen } from '../../shell/screen.tsx';

export function SettingsScreen() {
  return <Screen title="Settings">{null}</Screen>;
}
