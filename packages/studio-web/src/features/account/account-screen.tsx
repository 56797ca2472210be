/** Account. */
import { Screen } from '../../shell/screen.tsx';

export function AccountScreen() {
  return <Screen title="Account">{null}</Screen>;
}
