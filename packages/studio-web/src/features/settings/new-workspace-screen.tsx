/** New workspace. */
import { Screen } from '../../shell/screen.tsx';

export function NewWorkspaceScreen() {
  return <Screen title="New workspace">{null}</Screen>;
}
