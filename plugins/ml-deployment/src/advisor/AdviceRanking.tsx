import {
  AdviceAnswers,
  StrategyType,
  adviseStrategy,
} from '@airworthy/plugin-ml-deployment-common';
import { useMemo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RadioGroup } from '@backstage/ui';
import { AdviceChanges } from './AdviceChanges';
import { AdviceSummary } from './AdviceSummary';
import { RankedRow } from './RankedRow';
import { mlAdvisorTranslationRef } from './translation';
import styles from './AdviceRanking.module.css';

export interface AdviceRankingProps {
  answers: AdviceAnswers;
  selected?: StrategyType;
  /** Makes the ranking a choice. */
  onSelect?: (strategy: StrategyType) => void;
  isDisabled?: boolean;
}

/** Every strategy with its reasons, best first, and what would change that. */
export const AdviceRanking = (props: AdviceRankingProps) => {
  const { answers, selected, onSelect, isDisabled } = props;
  const { t } = useTranslationRef(mlAdvisorTranslationRef);
  const advice = useMemo(() => adviseStrategy(answers), [answers]);
  const rows = advice.ranking.map(ranked => (
    <RankedRow
      key={ranked.strategy}
      ranked={ranked}
      isSelected={ranked.strategy === selected}
      isChoice={onSelect !== undefined}
    />
  ));
  return (
    <div className={styles.root}>
      <AdviceSummary advice={advice} />
      {onSelect ? (
        <RadioGroup
          aria-label={t('ranking.choose')}
          className={styles.choice}
          value={selected ?? null}
          onChange={value => onSelect(value as StrategyType)}
          isDisabled={isDisabled}
        >
          <div className={styles.list}>{rows}</div>
        </RadioGroup>
      ) : (
        <ol className={styles.list} aria-label={t('ranking.label')}>
          {rows}
        </ol>
      )}
      <AdviceChanges advice={advice} />
    </div>
  );
};
