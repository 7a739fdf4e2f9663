import { Request, Response } from 'express';
import Papa from 'papaparse';

/** A column of a CSV file. */
export interface CsvColumn<T> {
  head: string;
  value: (row: T) => string | number | boolean | null | undefined;
}

// What a spreadsheet would run as a formula when it opens the file. The
// library's own pattern lets a text of several lines through.
const FORMULA = /^[=+\-@＝＋－＠\t\r\n]/;
// Without it spreadsheets take UTF-8 for the local 8-bit encoding.
const BYTE_ORDER_MARK = '\uFEFF';

/** Rows as CSV after RFC 4180; text that a spreadsheet would run is made inert. */
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

/** Whether the caller asks for CSV: by `format`, else by what it accepts. */
export function wantsCsv(
  request: Request,
  format: 'json' | 'csv' | undefined,
): boolean {
  if (format) return format === 'csv';
  return request.accepts(['application/json', 'text/csv']) === 'text/csv';
}

/** Answers with a CSV file. */
export function sendCsv(response: Response, name: string, text: string): void {
  response
    .type('text/csv; charset=utf-8')
    .set('Content-Disposition', `attachment; filename="${name}.csv"`)
    .send(text);
}
