import fc from 'fast-check';
import {
  labelName,
  matcher,
  oneOf,
  quoted,
  regexOf,
  selectorOf,
} from './escape';
import { MOST_POINTS, gridOf } from './grid';
import { duration, parseTemplate, renderQuery } from './template';

/**
 * Reads what `quoted` wrote by the rules of PromQL's double-quoted strings,
 * one character at a time; the rest is what would be read as PromQL.
 */
function unquote(text: string): { value: string; rest: string } {
  const escapes: Record<string, string> = { n: '\n', '"': '"', '\\': '\\' };
  let value = '';
  for (let i = 1; i < text.length; i++) {
    if (text[i] === '"') return { value, rest: text.slice(i + 1) };
    if (text[i] === '\n') throw new Error('a line ends within the string');
    if (text[i] !== '\\') {
      value += text[i];
      continue;
    }
    i++;
    if (!(text[i] in escapes)) throw new Error(`no escape: ${text[i]}`);
    value += escapes[text[i]];
  }
  throw new Error('no end');
}

const anyText = fc.string({ unit: 'binary', maxLength: 60 });
const hostile = fc.oneof(
  anyText,
  fc
    .array(fc.constantFrom('"', '\\', '\n', '}', '{', ',', '=~', 'x', '{{by}}'))
    .map(parts => parts.join('')),
);

describe('label values', () => {
  it('are read back as they were, with nothing left over', () => {
    fc.assert(
      fc.property(hostile, value => {
        expect(unquote(quoted(value))).toEqual({ value, rest: '' });
      }),
    );
  });

  it('cannot end their selector', () => {
    expect(selectorOf({ model: '"} or some_metric{zzz="' })).toBe(
      'model="\\"} or some_metric{zzz=\\""',
    );
  });

  it('match just themselves as a regular expression', () => {
    fc.assert(
      fc.property(hostile, hostile, (value, other) => {
        const pattern = new RegExp(`^(?:${regexOf(value)})$`);
        expect(pattern.test(value)).toBe(true);
        expect(pattern.test(other)).toBe(value === other);
      }),
    );
    expect(oneOf('version', ['1.0', 'a|b'])).toBe('version=~"1\\\\.0|a\\\\|b"');
    expect(oneOf('version', ['1.0'])).toBe('version="1.0"');
  });
});

describe('label names', () => {
  it.each(['model', '_x', 'a1_B'])('may be %s', name => {
    expect(matcher(name, '!=', 'x')).toBe(`${name}!="x"`);
  });

  it('are refused where they are anything else', () => {
    fc.assert(
      fc.property(hostile, name => {
        fc.pre(!/^[a-zA-Z_][a-zA-Z0-9_]*$/.test(name));
        expect(() => labelName(name)).toThrow(
          /expected a Prometheus label name/,
        );
      }),
    );
    expect(() => labelName('model\n')).toThrow();
  });
});

describe('queries with places', () => {
  const values = {
    selector: selectorOf({ model: 'a{{by}}"b' }),
    windowSeconds: 3600,
    stepSeconds: 60,
    by: ['version'],
    variantLabel: 'version',
    quantile: 0.95,
  };
  const render = (text: string) => renderQuery(parseTemplate(text), values);

  it('are filled in, and what is filled in is not looked at again', () => {
    expect(
      render(
        'histogram_quantile({{quantile}}, sum by (le, {{ by }}) (rate(x_bucket{ok="{", {{selector}}}[{{window}}]))) # '.replace(
          ' # ',
          '',
        ),
      ),
    ).toBe(
      'histogram_quantile(0.95, sum by (le, version) (rate(x_bucket{ok="{", model="a{{by}}\\"b"}[3600s])))',
    );
    expect(render('x{{{selector}}}[{{step}}]')).toBe(
      'x{model="a{{by}}\\"b"}[60s]',
    );
    expect(
      render('label_replace(x, "{{variantLabel}}", "$1", "y", "(.*)")'),
    ).toBe('label_replace(x, "version", "$1", "y", "(.*)")');
  });

  it.each([
    ['x{model="{{selector}}"}', /expected no {{selector}} within quotes/],
    ["x{model='{{by}}'}", /expected no {{by}} within quotes/],
    ['x{model=`\\{{selector}}`}', /expected no {{selector}} within quotes/],
    ['x{y="\\"{{selector}}\\""}', /expected no {{selector}} within quotes/],
    ['x * {{selector}}', /between the braces of a metric/],
    ['x{ {{model}} }', /expected one of {{selector}}, .*, was {{model}}/],
    ['x{ {{a b}} }', /expected the name of a place, was {{a b}}/],
    ['x{ {{selector}} } # }', /expected no comment/],
    ['x{ {{selector}}', /expected as many { as }/],
    ['x{y="}', /a string that begins with " has no end/],
  ])('are refused where a value could be read as PromQL: %s', (text, why) => {
    expect(() => parseTemplate(text)).toThrow(why);
  });

  it.each<[string, object]>([
    ['sum by ({{by}}) (x)', { by: ['version', 'a) (x) or (y'] }],
    ['sum by ({{variantLabel}}) (x)', { variantLabel: 'a) (x) or (y' }],
    ['label_replace(x, "{{variantLabel}}", "", "", "")', { variantLabel: '"' }],
  ])('take nothing but names for the names in %s', (text, more) => {
    expect(() =>
      renderQuery(parseTemplate(text), { ...values, ...more }),
    ).toThrow(/expected a Prometheus label name/);
  });

  it('write spans without fractions', () => {
    expect([0.25, 1, 90, 3600].map(duration)).toEqual([
      '250ms',
      '1s',
      '90s',
      '3600s',
    ]);
  });
});

describe('steps', () => {
  const hour = (hours: number) => ({
    from: '2026-03-01T00:00:07Z',
    to: new Date(
      Date.parse('2026-03-01T00:00:07Z') + hours * 3_600_000,
    ).toISOString(),
  });
  const options = { maxPoints: 100, scrapeIntervalSeconds: 30 };

  it.each([
    [1, 60, 120],
    [24, 900, 900],
    [24 * 90, 86_400, 86_400],
  ])('of a window of %d hours are %d seconds', (hours, step, rateWindow) => {
    expect(gridOf(hour(hours), options)).toMatchObject({ step, rateWindow });
  });

  it('stay below what is asked for and what Prometheus answers', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 60, max: 5 * 366 * 86_400 }),
        fc.integer({ min: 1, max: 100_000 }),
        fc.integer({ min: 0, max: 2_000_000_000 }),
        fc.constantFrom(0.5, 1, 15, 30, 60),
        (span, maxPoints, from, scrapeIntervalSeconds) => {
          const { start, end, step, rateWindow } = gridOf(
            {
              from: new Date(from * 1000).toISOString(),
              to: new Date((from + span) * 1000).toISOString(),
            },
            { maxPoints, scrapeIntervalSeconds },
          );
          const points = (end - start) / step + 1;
          expect(Number.isInteger(points)).toBe(true);
          expect(points).toBeGreaterThanOrEqual(1);
          expect(points).toBeLessThanOrEqual(Math.min(maxPoints, MOST_POINTS));
          expect(end).toBeLessThanOrEqual(from + span);
          // All but the point of a window shorter than a step are within it.
          expect(points === 1 || start - step >= from).toBe(true);
          expect(rateWindow).toBeGreaterThanOrEqual(step);
          expect(rateWindow).toBeGreaterThanOrEqual(4 * scrapeIntervalSeconds);
        },
      ),
    );
  });
});
