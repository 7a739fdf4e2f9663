import {
  RemixiconComponentType,
  RiAlertFill,
  RiCheckboxCircleFill,
  RiErrorWarningFill,
  RiQuestionLine,
} from '@remixicon/react';
import styles from './StatusBadge.module.css';

/** How something is doing. @public */
export type Status = 'ok' | 'warning' | 'critical' | 'unknown';

const LOOKS: Record<Status, { word: string; Icon: RemixiconComponentType }> = {
  ok: { word: 'OK', Icon: RiCheckboxCircleFill },
  warning: { word: 'Warning', Icon: RiAlertFill },
  critical: { word: 'Critical', Icon: RiErrorWarningFill },
  unknown: { word: 'Unknown', Icon: RiQuestionLine },
};

/** Properties of {@link StatusBadge}. @public */
export interface StatusBadgeProps {
  status: Status;
  /** A word for this case instead of the general one. */
  label?: string;
}

/** A status as icon and word, so that colour is never alone. @public */
export const StatusBadge = ({ status, label }: StatusBadgeProps) => {
  const { word, Icon } = LOOKS[status] ?? LOOKS.unknown;
  return (
    <span className={styles.badge} data-status={status}>
      <Icon className={styles.icon} aria-hidden />
      {label ?? word}
    </span>
  );
};
