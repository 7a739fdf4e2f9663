import { strategyOf, targetsFor } from '@airworthy/plugin-ml-deployment-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Container, Text } from '@backstage/ui';
import { AdviceQuestions, AdviceRanking } from '../../advisor';
import { Panel } from '../../shared/panel/Panel';
import { SupportList } from '../support/SupportList';
import { mlStrategiesTranslationRef } from '../translation';
import { AdviceActions } from './AdviceActions';
import { useAdvice } from './useAdvice';
import pageStyles from '../page.module.css';
import styles from './advisor.module.css';

/** Questions, and the strategies ranked by the answers. */
export const AdvisorPage = () => {
  const { t } = useTranslationRef(mlStrategiesTranslationRef);
  const { answers, selected, answer, select } = useAdvice();
  return (
    <Container>
      <div className={pageStyles.root}>
        <header>
          <Text as="h2" variant="title-small" weight="bold">
            {t('advisor.title')}
          </Text>
          <Text as="p" color="secondary" className={styles.about}>
            {t('advisor.about')}
          </Text>
        </header>
        <div className={styles.columns}>
          <Panel title={t('advisor.questions')}>
            <AdviceQuestions value={answers} onChange={answer} />
          </Panel>
          <div className={styles.advice}>
            <Panel title={t('advisor.advice')}>
              <AdviceRanking
                answers={answers}
                selected={selected}
                onSelect={select}
              />
              <AdviceActions
                answers={answers}
                strategy={selected}
                onClear={() => answer({})}
              />
            </Panel>
            <Panel
              title={t('advisor.targets', {
                title: strategyOf(selected).title,
              })}
            >
              <SupportList key={selected} pairs={targetsFor(selected)} />
            </Panel>
          </div>
        </div>
      </div>
    </Container>
  );
};
