/** Activity. */
import { Screen } from '../../shell/screen.tsx';

export function ActivityScreen() {
  return <Screen title="Activity">{null}</Screen>;
}
