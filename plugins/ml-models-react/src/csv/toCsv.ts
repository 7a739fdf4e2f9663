import Papa from 'papaparse';

/** A column of a CSV file. @public */
export interface CsvColumn<T> {
  head: string;
  value: (row: T) => string | number | undefined;
}

/**
 * What a spreadsheet would run as a formula when it opens the file. The
 * library's own pattern lets a text of several lines through.
 */
const FORMULA = /^[=+\-@＝＋－＠\t\r\n]/;

// Without it spreadsheets take UTF-8 for the local 8-bit encoding.
const BYTE_ORDER_MARK = '\uFEFF';

/** Writes rows as CSV after RFC 4180; text that a spreadsheet would run is made inert. @public */
export function toCsv<T>(
  columns: readonly CsvColumn<T>[],
  rows: readonly T[],
): string {
  const body = Papa.unparse(
    [
      columns.map(({ head }) => head),
      ...rows.map(row => columns.map(({ value }) => value(row) ?? '')),
    ],
    { escapeFormulae: FORMULA, newline: '\r\n' },
  );
  return `${BYTE_ORDER_MARK}${body}\r\n`;
}
