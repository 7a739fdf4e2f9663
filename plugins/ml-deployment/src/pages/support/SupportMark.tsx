import type { StrategySupport } from '@airworthy/plugin-ml-deployment-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  RemixiconComponentType,
  RiCheckLine,
  RiCloseLine,
  RiRouteLine,
} from '@remixicon/react';
import { mlStrategiesTranslationRef } from '../translation';
import styles from './support.module.css';

const ICONS: Record<StrategySupport['support'], RemixiconComponentType> = {
  native: RiCheckLine,
  beneath: RiRouteLine,
  none: RiCloseLine,
};

/** Whether a target carries a strategy out, as sign and words. */
export const SupportMark = ({ support }: Pick<StrategySupport, 'support'>) => {
  const { t } = useTranslationRef(mlStrategiesTranslationRef);
  const Icon = ICONS[support];
  return (
    <span className={styles.mark} data-support={support}>
      <Icon className={styles.icon} aria-hidden />
      {t(`support.${support}`)}
    </span>
  );
};
