import { useMemo } from 'react';
import {
  AdviceAnswers,
  StrategyType,
  adviseStrategy,
  strategyOf,
} from '@airworthy/plugin-ml-deployment-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Accordion,
  AccordionPanel,
  AccordionTrigger,
  Alert,
} from '@backstage/ui';
import { AdviceRanking, ReasonList } from '../../advisor';
import { mlFieldsTranslationRef } from '../translation';
import styles from './strategy.module.css';

interface Props {
  strategy: StrategyType;
  answers: AdviceAnswers;
}

/** Whether the strategy of a template fits, and what speaks against it. */
export const FixedStrategy = ({ strategy, answers }: Props) => {
  const { t } = useTranslationRef(mlFieldsTranslationRef);
  const { ranking } = useMemo(() => adviseStrategy(answers), [answers]);
  const [first] = ranking;
  const ranked = ranking.find(entry => entry.strategy === strategy)!;
  const titles = {
    strategy: strategyOf(strategy).title,
    first: strategyOf(first.strategy).title,
  };
  const verdict = (): ['info' | 'success' | 'warning' | 'danger', string] => {
    if (Object.keys(answers).length === 0) {
      return ['info', t('strategy.fixedAsk', titles)];
    }
    if (!ranked.possible)
      return ['danger', t('strategy.fixedRuledOut', titles)];
    if (ranked === first) return ['success', t('strategy.fixedFirst', titles)];
    return [
      'warning',
      t('strategy.fixedPossible', {
        ...titles,
        rank: String(ranked.rank),
        total: String(ranking.length),
      }),
    ];
  };
  const [status, sentence] = verdict();

  return (
    <div className={styles.section}>
      <Alert role="status" status={status} icon title={sentence} />
      <ReasonList ranked={ranked} />
      <Accordion>
        <AccordionTrigger title={t('strategy.allStrategies')} />
        <AccordionPanel>
          <AdviceRanking answers={answers} selected={strategy} />
        </AccordionPanel>
      </Accordion>
    </div>
  );
};
