import type { HealthCheck } from '@airworthy/plugin-ml-monitoring-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Text } from '@backstage/ui';
import { RiNotificationOffLine } from '@remixicon/react';
import { LocalTime, StatusBadge } from '@airworthy/plugin-ml-models-react';
import { FigureText } from '../../shared/figures/FigureText';
import { unitFor } from '../../shared/figures/formatFigure';
import { checkTarget } from '../../shared/status/checkTarget';
import { mlMonitoringTranslationRef } from '../../translation';
import { useMonitoring } from '../monitoringContext';
import { PlaceLink } from '../PlaceLink';
import { isMutedNow } from './isMutedNow';
import { limitText } from './thresholdText';
import styles from './checks.module.css';

interface Props {
  check: HealthCheck;
  mayMute: boolean;
}

/** A check: how it stands, its figure and limits, since when; its title leads to the cause. */
export const CheckRow = ({ check, mayMute }: Props) => {
  const { t } = useTranslationRef(mlMonitoringTranslationRef);
  const { onMute } = useMonitoring();
  const unit = unitFor(check.metric, check.unit);
  const limits = limitText(check.threshold, unit, t);
  const isMuted = isMutedNow(check);
  return (
    <li className={styles.check} data-muted={isMuted || undefined}>
      <span className={styles.badge}>
        <StatusBadge status={check.status} />
      </span>
      <span className={styles.what}>
        <PlaceLink place={checkTarget(check)}>{check.title}</PlaceLink>
        <Text as="span" variant="body-small" color="secondary">
          {[
            t(`group.${check.group}`),
            ...(check.variant
              ? [t('check.variant', { name: check.variant })]
              : []),
            ...(limits ? [limits] : []),
            ...(check.threshold
              ? [t(`check.origin.${check.threshold.origin}`)]
              : []),
          ].join(' · ')}
          {isMuted && check.mutedUntil && (
            <>
              {' · '}
              {t('check.mutedUntil')} <LocalTime value={check.mutedUntil} />
            </>
          )}
        </Text>
        {check.reason && (
          <Text as="span" variant="body-small" color="secondary">
            {check.reason}
          </Text>
        )}
      </span>
      <span className={styles.value}>
        <FigureText value={check.value} unit={unit} />
        {check.since && (
          <Text as="span" variant="body-small" color="secondary">
            {t('status.since')} <LocalTime value={check.since} distance />
          </Text>
        )}
      </span>
      <Button
        size="small"
        variant="tertiary"
        iconStart={<RiNotificationOffLine aria-hidden />}
        isDisabled={!mayMute}
        aria-label={t(isMuted ? 'mute.changeOf' : 'mute.of', {
          title: check.title,
        })}
        onPress={() => onMute(check.id)}
      >
        {t(isMuted ? 'mute.muted' : 'mute.start')}
      </Button>
    </li>
  );
};
