import {
  RemixiconComponentType,
  RiArchiveLine,
  RiCircleLine,
  RiDeleteBin2Line,
  RiFlaskLine,
  RiPlaneLine,
  RiRoadMapLine,
} from '@remixicon/react';
import styles from './StatusBadge.module.css';

interface Look {
  word: string;
  tone?: 'ok' | 'info' | 'warning';
  Icon: RemixiconComponentType;
}

const LOOKS: Readonly<Record<string, Look>> = {
  experimental: { word: 'Experimental', Icon: RiFlaskLine },
  staging: { word: 'Staging', tone: 'info', Icon: RiRoadMapLine },
  production: { word: 'Production', tone: 'ok', Icon: RiPlaneLine },
  deprecated: { word: 'Deprecated', tone: 'warning', Icon: RiArchiveLine },
  retired: { word: 'Retired', Icon: RiDeleteBin2Line },
};

/** Properties of {@link LifecycleBadge}. @public */
export interface LifecycleBadgeProps {
  /** As the entity says it; one that is not known is shown as it is. */
  lifecycle: string;
}

/** Where a model or deployment stands, as icon and word. @public */
export const LifecycleBadge = ({ lifecycle }: LifecycleBadgeProps) => {
  const { word, tone, Icon }: Look = Object.hasOwn(LOOKS, lifecycle)
    ? LOOKS[lifecycle]
    : { word: lifecycle, Icon: RiCircleLine };
  return (
    <span className={styles.badge} data-status={tone}>
      <Icon className={styles.icon} aria-hidden />
      {word}
    </span>
  );
};
