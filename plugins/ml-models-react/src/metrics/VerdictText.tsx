import type { MetricComparison } from '@airworthy/plugin-ml-models-common';
import {
  RemixiconComponentType,
  RiArrowRightDownLine,
  RiArrowRightUpLine,
  RiEqualLine,
  RiQuestionLine,
} from '@remixicon/react';
import styles from './metrics.module.css';

type Verdict = MetricComparison['verdict'];

const WORDS: Record<Verdict, string> = {
  better: 'Better',
  worse: 'Worse',
  same: 'Same',
  unknown: 'Unknown',
};

function iconOf(comparison: Props['comparison']): RemixiconComponentType {
  if (comparison.verdict === 'same') return RiEqualLine;
  if (comparison.verdict === 'unknown') return RiQuestionLine;
  return (comparison.difference ?? 0) > 0
    ? RiArrowRightUpLine
    : RiArrowRightDownLine;
}

interface Props {
  comparison: Pick<MetricComparison, 'verdict' | 'difference'>;
}

/** Properties of {@link VerdictText}. @public */
export type VerdictTextProps = Props;

/** Whether a figure got better: the arrow says where it went, the word what that means. @public */
export const VerdictText = ({ comparison }: VerdictTextProps) => {
  const Icon = iconOf(comparison);
  return (
    <span className={styles.verdict} data-verdict={comparison.verdict}>
      <Icon className={styles.icon} aria-hidden />
      {WORDS[comparison.verdict]}
    </span>
  );
};
