/** What `If-Match` names: a version of a record. One that was never written, such as an obligation nobody has answered yet, has none. */
export function tag(version: number | undefined): string | undefined {
  return version ? `"${version}"` : undefined;
}
