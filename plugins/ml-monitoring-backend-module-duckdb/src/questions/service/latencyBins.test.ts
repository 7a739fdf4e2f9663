import fc from 'fast-check';
import { BIN_ERROR, readBins } from './latencyBins';

/** As the SQL puts them. */
const binOf = (latency: number) =>
  latency === 0 ? -1_000_000 : Math.ceil(Math.log(latency) * 100);

const row = (bucket: number, latencies: number[]) => {
  const counts = new Map<number, number>();
  for (const latency of latencies) {
    const bin = binOf(latency);
    counts.set(bin, (counts.get(bin) ?? 0) + 1);
  }
  return {
    variant: 'stable',
    version: '1',
    bucket,
    requests: latencies.length + 1,
    errors: 1,
    told: 2,
    freshAt: `2026-03-0${bucket}T00:00:00.000Z`,
    bins: [...counts.keys(), null, -2_000_000],
    counts: [...counts.values(), 1, 3],
  };
};

describe('readBins', () => {
  it('tells quantiles of parts and of the whole within its error', () => {
    const latency = fc.double({ min: 1e-3, max: 1e6, noNaN: true });
    const list = fc.array(latency, { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(list, list, (first, second) => {
        const rows = readBins([row(1, first), row(2, second)]);
        const check = (index: number, latencies: number[]) => {
          const sorted = [...latencies].sort((a, b) => a - b);
          (['p50', 'p95', 'p99'] as const).forEach((name, i) => {
            const p = [0.5, 0.95, 0.99][i];
            const ranked = sorted[Math.floor(p * (sorted.length - 1))];
            expect(
              Math.abs(rows[index][name]! / ranked - 1),
            ).toBeLessThanOrEqual(BIN_ERROR);
          });
        };
        check(0, first);
        check(1, second);
        check(2, [...first, ...second]);
        expect(rows[2]).toMatchObject({
          bucket: null,
          requests: first.length + second.length + 2,
          errors: 2,
          told: 4,
          odd: 6,
          freshAt: '2026-03-02T00:00:00.000Z',
        });
      }),
    );
  });

  it('knows no quantile without latencies, and a latency of zero', () => {
    expect(readBins([row(1, [])])[0]).toMatchObject({ p50: null, p99: null });
    expect(readBins([row(1, [0, 0, 0])])[0]).toMatchObject({ p50: 0, p99: 0 });
  });
});
