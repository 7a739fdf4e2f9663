import type {
  RolloutStanding,
  RolloutVariant,
} from '@airworthy/plugin-ml-deployment-common';
import { TrafficBar, formatPercent } from '@airworthy/plugin-ml-models-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { mlRolloutTranslationRef } from '../translation';
import styles from './standing.module.css';

type Known = RolloutVariant & { version: string; traffic: number };

const isKnown = (variant: RolloutVariant): variant is Known =>
  variant.version !== undefined && variant.traffic !== undefined;

/** The versions that take part with their shares; drawn where all are known. */
export const VariantList = ({ rollout }: { rollout: RolloutStanding }) => {
  const { t } = useTranslationRef(mlRolloutTranslationRef);
  const variants = [rollout.stable, rollout.candidate].filter(
    variant => variant !== undefined,
  );
  if (variants.length === 0) {
    return <Text color="secondary">{t('standing.noVariants')}</Text>;
  }
  if (variants.every(isKnown)) return <TrafficBar variants={variants} />;
  return (
    <ul className={styles.variants}>
      {variants.map(({ name, role, version, traffic }) => (
        <li key={name}>
          {t(`standing.role.${role}`)},{' '}
          {version
            ? t('standing.version', { version })
            : t('standing.versionUnknown')}
          :{' '}
          {traffic === undefined
            ? t('standing.shareUnknown')
            : t(role === 'shadow' ? 'standing.copies' : 'standing.share', {
                share: formatPercent(traffic),
              })}
        </li>
      ))}
    </ul>
  );
};
