/** The SQL Editor of a workspace. */
export function SqlEditorScreen() {
  return <main className="h-full">SQL Editor</main>;
}
