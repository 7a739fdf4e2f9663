import fc from 'fast-check';
import Papa from 'papaparse';
import { CsvColumn, toCsv } from './toCsv';

const COLUMNS: CsvColumn<string | number | undefined>[] = [
  { head: 'value', value: value => value },
  { head: 'fixed', value: () => 'x' },
];

const lines = (...values: (string | number | undefined)[]) =>
  toCsv(COLUMNS, values);

describe('toCsv', () => {
  it('writes a head and rows that end in CRLF, after a byte order mark', () => {
    expect(lines('a', 1.5, undefined)).toBe(
      '\uFEFFvalue,fixed\r\na,x\r\n1.5,x\r\n,x\r\n',
    );
  });

  it('quotes commas, quotes and line breaks', () => {
    expect(lines('a,b', 'say "hi"', 'two\nlines')).toBe(
      '\uFEFFvalue,fixed\r\n"a,b",x\r\n"say ""hi""",x\r\n"two\nlines",x\r\n',
    );
  });

  it.each([
    '=HYPERLINK("http://evil.example")',
    '+1+1',
    '-1+cmd',
    '@SUM(A1)',
    '\t=1',
    '=1+1\nand a second line',
    '＝1+1',
  ])('makes %j inert', text => {
    const csv = lines(text);
    const [, [value]] = Papa.parse<string[]>(csv.slice(1)).data;
    expect(value).toBe(`'${text}`);
  });

  it('leaves negative figures figures', () => {
    expect(lines(-0.25)).toContain('\r\n-0.25,x\r\n');
  });

  it('writes a head for no rows', () => {
    expect(lines()).toBe('\uFEFFvalue,fixed\r\n');
  });

  it('loses no text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ minLength: 1, unit: 'binary' }), {
          minLength: 1,
        }),
        values => {
          const { data } = Papa.parse<string[]>(lines(...values).slice(1), {
            newline: '\r\n',
            delimiter: ',',
          });
          const read = data.slice(1, -1).map(([value]) => value);
          expect(read).toEqual(
            values.map(value =>
              /^[=+\-@＝＋－＠\t\r\n]/.test(value) ? `'${value}` : value,
            ),
          );
        },
      ),
    );
  });
});
