import { seriesOf } from '../__testUtils__/series';
import { mainMetric, metricsOf } from './mainMetric';

const auc = (value: number | null) => seriesOf('roc_auc', 'share', () => value);
const labels = seriesOf('label_share', 'share', () => 0);
const estimate = seriesOf('accuracy_estimate', 'share', () => 0.9);

describe('mainMetric', () => {
  it('is the usual one of the task', () => {
    const health = {
      task: 'classification' as const,
      series: [labels, estimate, auc(0.7)],
    };
    expect(mainMetric(health)).toBe('roc_auc');
    expect(metricsOf(health)).toEqual([
      'roc_auc',
      'label_share',
      'accuracy_estimate',
    ]);
  });

  it('is an estimate while no label has arrived', () => {
    expect(
      mainMetric({
        task: 'classification',
        series: [labels, auc(null), estimate],
      }),
    ).toBe('accuracy_estimate');
  });

  it('is the usual one where nothing is known at all', () => {
    expect(mainMetric({ task: 'classification', series: [auc(null)] })).toBe(
      'roc_auc',
    );
    expect(mainMetric({ task: 'other', series: [labels] })).toBeUndefined();
  });
});
