/** A table in plain text: columns of one width, numbers to the right. Read aloud, each row is a line. */

const NUMBER = /^[+−-]?[\d.,]+(?: ?%)?(?: ± [\d.]+)?$|^–$/;

export function tableText(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const all = [columns, ...rows];
  const widths = columns.map((_, c) => Math.max(...all.map((row) => (row[c] ?? '').length)));
  const right = columns.map(
    (_, c) => rows.length > 0 && rows.every((row) => NUMBER.test(row[c] ?? '–')),
  );
  return all
    .map((row) =>
      columns
        .map((_, c) => {
          const cell = row[c] ?? '';
          return right[c] === true ? cell.padStart(widths[c]!) : cell.padEnd(widths[c]!);
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** `−4.2`, `+0.3`: a sign always, so that the direction is heard. */
export function signed(value: number, digits = 1): string {
  const text = Math.abs(value).toFixed(digits);
  return `${value < 0 && Number(text) !== 0 ? '−' : '+'}${text}`;
}
