import fc from 'fast-check';
import { compareMetrics, metricDirection } from './metrics';

const better = 'higher-is-better';
const worse = 'lower-is-better';

describe('metricDirection', () => {
  it.each([
    ['accuracy', better],
    ['Top-1 accuracy', better],
    ['top1Accuracy', better],
    ['macro F1', better],
    ['F1@0.5', better],
    ['mAP@0.5:0.95', better],
    ['R²', better],
    ['ROUGE-L', better],
    ['pass@1', better],
    ['recall at 1 % FPR', better],
    ['WER', worse],
    ['log_loss', worse],
    ['mean squared error', worse],
    ['Top-5 error', worse],
    ['accuracy loss', worse],
    ['error_ratio', worse],
    ['latency_p95', worse],
    ['tokens per second', better],
    ['throughput of the moon', undefined],
    ['', undefined],
    ['constructor', undefined],
  ])('of %s is %s', (name, direction) => {
    expect(metricDirection({ name })).toBe(direction);
  });

  it('is what the entry says', () => {
    expect(metricDirection({ name: 'accuracy', direction: worse })).toBe(worse);
  });
});

describe('compareMetrics', () => {
  it('holds only the like against each other', () => {
    expect(
      compareMetrics(
        {
          version: '1',
          metrics: [
            { name: 'wer', value: 0.1, dataset: 'clean' },
            { name: 'wer', value: 0.2, dataset: 'other' },
            { name: 'hue', value: 1 },
          ],
        },
        {
          version: '2',
          metrics: [
            { name: 'wer', value: 0.125, dataset: 'clean' },
            { name: 'wer', value: 12, dataset: 'other', unit: 'percent' },
            { name: 'hue', value: 2 },
          ],
        },
      ).map(c => [c.name, c.dataset, c.before, c.after, c.verdict]),
    ).toEqual([
      ['wer', 'clean', 0.1, 0.125, 'worse'],
      ['wer', 'other', undefined, 12, 'unknown'],
      ['hue', undefined, 1, 2, 'unknown'],
      ['wer', 'other', 0.2, undefined, 'unknown'],
    ]);
  });

  const metrics = fc.uniqueArray(
    fc.record({
      name: fc.constantFrom('accuracy', 'wer', 'hue', 'rmse', 'f1'),
      value: fc.double({ noNaN: true, noDefaultInfinity: true }),
    }),
    { selector: m => m.name },
  );

  it('says the opposite the other way round', () => {
    const opposite = {
      better: 'worse',
      worse: 'better',
      same: 'same',
      unknown: 'unknown',
    };
    fc.assert(
      fc.property(metrics, metrics, (a, b) => {
        const one = { version: '1', metrics: a };
        const two = { version: '2', metrics: b };
        const back = new Map(compareMetrics(two, one).map(c => [c.name, c]));
        for (const c of compareMetrics(one, two)) {
          expect(opposite[c.verdict]).toBe(back.get(c.name)?.verdict);
        }
      }),
    );
  });

  it('finds every figure the same in one and the same version', () => {
    fc.assert(
      fc.property(metrics, list => {
        const version = { version: '1', metrics: list };
        const verdicts = compareMetrics(version, version).map(c => c.verdict);
        expect(verdicts).toEqual(list.map(() => 'same'));
      }),
    );
  });
});
