/** A check as somebody judged it by hand. */
export interface CheckRow {
  checkId: string;
  status: string;
  method: string;
  weight: number;
  category: string;
  why: string;
}

/** Rows of a table whose columns are parted by bars. */
export function readTable(text: string): CheckRow[] {
  return text
    .trim()
    .split('\n')
    .map(line => {
      const [checkId, status, method, weight, category, why] = line
        .split('|')
        .map(cell => cell.trim());
      return { checkId, status, method, weight: Number(weight), category, why };
    });
}
