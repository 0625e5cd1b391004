/** Lines of a text, those that are null left out. */
export function sparse(lines: readonly (string | null)[]): string {
  return lines.filter((line) => line !== null).join('\n');
}
