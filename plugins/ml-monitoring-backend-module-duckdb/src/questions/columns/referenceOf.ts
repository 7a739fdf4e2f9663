import type { OpenedBaseline } from '../../log/types';
import type { Reference } from './types';

/** The features of a baseline that is compared with. */
export function referenceOf(
  baseline: OpenedBaseline | undefined,
  variant: string | undefined,
): Reference | undefined {
  return (
    baseline && {
      baseline,
      // Training data knows no variants.
      variant: baseline.kind === 'table' ? undefined : variant,
      columns: new Map(
        baseline.log.features.map(column => [column.name, column]),
      ),
    }
  );
}
