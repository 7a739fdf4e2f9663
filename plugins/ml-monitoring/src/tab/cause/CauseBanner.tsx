import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonIcon, Text } from '@backstage/ui';
import { RiCloseLine } from '@remixicon/react';
import { LocalTime, StatusBadge } from '@airworthy/plugin-ml-models-react';
import { FigureText } from '../../shared/figures/FigureText';
import { unitFor } from '../../shared/figures/formatFigure';
import { mlMonitoringTranslationRef } from '../../translation';
import { limitText } from '../checks/thresholdText';
import { useMonitoring } from '../monitoringContext';
import styles from './cause.module.css';

/** The check that the reader followed here: its figure, limits, when it began, and what was deployed then. */
export const CauseBanner = () => {
  const { t } = useTranslationRef(mlMonitoringTranslationRef);
  const { status, state, change, variants } = useMonitoring();
  const check = status?.checks.find(({ id }) => id === state.check);
  if (!check) return null;
  const unit = unitFor(check.metric, check.unit);
  const limits = limitText(check.threshold, unit, t);
  const deployed = variants
    .filter(({ name }) => !check.variant || name === check.variant)
    .map(({ name, version }) => t('cause.version', { name, version }))
    .join(', ');
  return (
    <aside className={styles.banner} aria-label={t('cause.label')}>
      <StatusBadge status={check.status} />
      <div className={styles.text}>
        <Text as="p" weight="bold">
          {check.title}: <FigureText value={check.value} unit={unit} />
        </Text>
        <Text as="p" variant="body-small">
          {t('cause.window')} <LocalTime value={check.window.from} /> –{' '}
          <LocalTime value={check.window.to} />
          {limits && <>; {limits}</>}
          {'. '}
          {check.since && (
            <>
              {t('cause.began')} <LocalTime value={check.since} /> (
              <LocalTime value={check.since} distance />){'. '}
            </>
          )}
          {deployed && t('cause.deployed', { versions: deployed })}
        </Text>
        {check.reason && (
          <Text as="p" variant="body-small" color="secondary">
            {check.reason}
          </Text>
        )}
      </div>
      <ButtonIcon
        variant="tertiary"
        size="small"
        aria-label={t('cause.close')}
        icon={<RiCloseLine aria-hidden />}
        onPress={() => change({ check: undefined })}
      />
    </aside>
  );
};
