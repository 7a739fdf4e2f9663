import type { Strategy } from '@airworthy/plugin-ml-deployment-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { TrafficDiagram } from '../../diagram/TrafficDiagram';
import { STRATEGY_FRAMES } from '../../diagram/frames';
import { metricTitle } from '../../shared/format/metricTitle';
import { mlStrategiesTranslationRef } from '../translation';
import styles from './strategies.module.css';

/** The phases of a strategy, each with who is answered by which version. */
export const PhaseFrames = ({ strategy }: { strategy: Strategy }) => {
  const { t } = useTranslationRef(mlStrategiesTranslationRef);
  const frames = STRATEGY_FRAMES[strategy.type];
  return (
    <ol className={styles.phases}>
      {strategy.phases.map((phase, i) => (
        <li key={phase.name} className={styles.phase}>
          <Text as="h4" variant="body-medium" weight="bold">
            {t('strategies.phase', {
              number: String(i + 1),
              name: phase.name,
            })}
          </Text>
          <TrafficDiagram frame={frames[i]} />
          <Text as="p">
            {t('strategies.gets', { what: phase.candidate })} {phase.what}
          </Text>
          <Text as="p" variant="body-small" color="secondary">
            {t('strategies.watch')}: {phase.watch.map(metricTitle).join(', ')}
          </Text>
        </li>
      ))}
    </ol>
  );
};
