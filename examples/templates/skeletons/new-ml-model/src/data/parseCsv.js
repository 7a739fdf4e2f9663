/** @typedef {import('../config.js').Column} Column */
/** @typedef {Record<string, string | number | boolean>} Row */

/**
 * A text as the value that its column holds, or undefined where it is none.
 *
 * @param {string} text
 * @param {Column} column
 * @returns {string | number | boolean | undefined}
 */
function toValue(text, { type }) {
  if (text === '') return undefined;
  switch (type) {
    case 'date':
      return text;
    case 'boolean':
      return { true: true, false: false }[text];
    default: {
      const value = Number(text);
      return Number.isNaN(value) ? undefined : value;
    }
  }
}

/**
 * Rows of a CSV file without quotes. What cannot be read is left out of its
 * row, for the data check to find.
 *
 * @param {string} text
 * @param {Record<string, Column>} columns
 * @returns {Row[]}
 */
export function parseCsv(text, columns) {
  const [head, ...lines] = text.trimEnd().split(/\r?\n/);
  const names = head.split(',');
  return lines.map(line => {
    const cells = line.split(',');
    /** @type {Row} */
    const row = {};
    names.forEach((name, i) => {
      const column = columns[name];
      const value = column && toValue(cells[i] ?? '', column);
      if (value !== undefined) row[name] = value;
    });
    return row;
  });
}
