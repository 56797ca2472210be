/** Members. */
import { Screen } from '../../shell/screen.tsx';

export function MembersScreen() {
  return <Screen title="Members">{null}</Screen>;
}
