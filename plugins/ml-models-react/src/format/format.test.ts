/* eslint-disable no-script-url -- what must not become a link */
import {
  formatBytes,
  formatCount,
  formatDate,
  formatDateTime,
  formatDifference,
  formatDuration,
  formatMetricValue,
  formatNumber,
  safeHref,
} from '.';

describe('numbers', () => {
  it.each([
    [0, '0'],
    [0.91324, '0.9132'],
    [12.3456, '12.35'],
    [-3.5, '−3.5'],
    [1234.56, '1,234.6'],
    [1234567.8, '1,234,568'],
    [0.00001234, '1.23e-5'],
    [-2e20, '−2.00e+20'],
    [NaN, 'NaN'],
  ])('shows %p as %p', (value, text) => {
    expect(formatNumber(value)).toBe(text);
  });

  it.each([
    [66_362_880, '66.4 million'],
    [7_615_616_512, '7.62 billion'],
    [842, '842'],
  ])('counts %p as %p', (value, text) => {
    expect(formatCount(value)).toBe(text);
  });

  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [999_999, '1 MB'],
    [13_494_123, '13.5 MB'],
    [9_663_676_416, '9.66 GB'],
    [5e18, '5,000 PB'],
  ])('sizes %p as %p', (value, text) => {
    expect(formatBytes(value)).toBe(text);
  });
});

describe('metrics', () => {
  it.each([
    [{ value: 0.912 }, '0.912'],
    [{ value: 91.2, unit: 'percent' }, '91.2%'],
    [{ value: 12.5, unit: 'ms' }, '12.5 ms'],
    [{ value: 2_000_000, unit: 'bytes' }, '2 MB'],
  ])('shows %p as %p', (metric, text) => {
    expect(formatMetricValue(metric)).toBe(text);
  });

  it('shows a difference with its sign and without the noise of floats', () => {
    expect(formatDifference(0.93 - 0.91)).toBe('+0.02');
    expect(formatDifference(-0.00003)).toBe('−3.00e-5');
    expect(formatDifference(0)).toBe('0');
    expect(formatDifference(1.5, 'percent')).toBe('+1.5 percentage points');
    expect(formatDifference(-4, 'ms')).toBe('−4 ms');
  });
});

describe('dates', () => {
  it('shows moments in UTC', () => {
    expect(formatDate('2026-03-01T23:59:00Z')).toBe('1 Mar 2026');
    expect(formatDateTime('2026-03-01T00:05:00Z')).toBe(
      '1 Mar 2026, 00:05 UTC',
    );
  });

  it('shows what it cannot read as it is', () => {
    expect(formatDate('soon')).toBe('soon');
    expect(formatDuration('a while')).toBe('a while');
  });

  it.each([
    ['PT1H', '1 hour'],
    ['P7D', '7 days'],
    ['P1DT12H30M', '1 day 12 hours 30 minutes'],
    ['PT0.5S', '0.5 seconds'],
  ])('shows the duration %p as %p', (duration, text) => {
    expect(formatDuration(duration)).toBe(text);
  });
});

describe('safeHref', () => {
  it.each([
    'javascript:alert(1)',
    ' JaVaScript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    '//evil.example/x',
    '/catalog',
    'https://user:secret@models.example',
    '',
    null,
    {},
  ])('refuses %p', value => {
    expect(safeHref(value)).toBeUndefined();
  });

  it('takes addresses of the web', () => {
    expect(safeHref('https://models.example/a?b#c')).toBe(
      'https://models.example/a?b#c',
    );
  });
});
