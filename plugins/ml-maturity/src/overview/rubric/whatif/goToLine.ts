/** Puts the caret of a field on a place of its text, and shows it. */
export function goToLine(
  area: HTMLTextAreaElement,
  line: number,
  column = 1,
): void {
  const lines = area.value.split('\n');
  const index = Math.min(Math.max(line, 1), lines.length) - 1;
  const start = lines.slice(0, index).reduce((sum, l) => sum + l.length + 1, 0);
  area.focus();
  area.setSelectionRange(
    start + Math.min(column - 1, lines[index].length),
    start + lines[index].length,
  );
  // Browsers do not scroll to a selection that a script sets.
  area.scrollTop = (area.scrollHeight / lines.length) * Math.max(index - 3, 0);
}
