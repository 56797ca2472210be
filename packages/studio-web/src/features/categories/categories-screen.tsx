/** Categories. */
import { Screen } from '../../shell/screen.tsx';

export function CategoriesScreen() {
  return <Screen title="Categories">{null}</Screen>;
}
