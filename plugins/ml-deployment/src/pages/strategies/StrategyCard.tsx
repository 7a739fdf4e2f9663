import { useId } from 'react';
import type { Strategy } from '@airworthy/plugin-ml-deployment-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Box, Link, Text } from '@backstage/ui';
import { TrafficDiagram } from '../../diagram/TrafficDiagram';
import { tellingFrame } from '../../diagram/frames';
import { mlStrategiesTranslationRef } from '../translation';
import { useWayBack } from './useWayBack';
import pageStyles from '../page.module.css';
import styles from './strategies.module.css';

interface Props {
  strategy: Strategy;
  href: string;
}

/** A strategy at a glance. */
export const StrategyCard = ({ strategy, href }: Props) => {
  const { t } = useTranslationRef(mlStrategiesTranslationRef);
  const wayBack = useWayBack();
  const id = useId();
  return (
    <Box as="li" bg="neutral" aria-labelledby={id} className={styles.card}>
      <Text as="h2" variant="title-x-small" weight="bold" id={id}>
        {strategy.title}
      </Text>
      <TrafficDiagram frame={tellingFrame(strategy.type)} />
      <Text as="p" className={styles.summary}>
        {strategy.summary}
      </Text>
      <dl className={styles.terms}>
        <dt>{t('strategies.usersSee')}</dt>
        <dd>{strategy.usersSee}</dd>
        <dt>{t('strategies.back')}</dt>
        <dd>{wayBack(strategy)}</dd>
      </dl>
      <Link href={href} standalone className={pageStyles.link}>
        {t('strategies.open', { title: strategy.title })}
      </Link>
    </Box>
  );
};
