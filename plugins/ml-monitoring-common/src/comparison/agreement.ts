import {
  ConfusionCell,
  ConfusionMatrix,
  confusionMatrix,
  Estimate,
} from '../quality/confusion';
import { wilsonInterval } from '../quality/intervals';

/** How often a shadow answers as the stable variant does. @public */
export interface Agreement {
  rate: Estimate;
  /** Agreement beyond what chance gives: Cohen (1960), Educational and Psychological Measurement 20(1). */
  kappa: number;
  /** The stable variant's answers down, the shadow's across. */
  confusion: ConfusionMatrix;
}

/**
 * Agreement of two variants on the same requests; `label` is the answer of
 * the stable variant, `prediction` that of the shadow.
 *
 * @public
 */
export function agreementOf(
  cells: Iterable<ConfusionCell>,
  options: { level?: number } = {},
): Agreement {
  const confusion = confusionMatrix(cells);
  const { counts, rows } = confusion;
  const same = counts.reduce((sum, row, i) => sum + row[i], 0);
  const chance = counts.reduce((sum, row, i) => {
    const down = row.reduce((all, count) => all + count, 0) / rows;
    const across = counts.reduce((all, other) => all + other[i], 0) / rows;
    return sum + down * across;
  }, 0);
  const value = rows > 0 ? same / rows : NaN;
  return {
    rate: { value, interval: wilsonInterval(same, rows, options.level) },
    kappa: chance < 1 ? (value - chance) / (1 - chance) : NaN,
    confusion,
  };
}
