import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { mlMaturityTranslationRef } from '../translation';
import { CENTRE, RADII } from './measures';
import styles from './wheel.module.css';

interface Props {
  done: number;
  total: number;
  track?: string;
}

/** The middle of the wheel: how far the journey is. */
export const WheelHub = ({ done, total, track }: Props) => {
  const { t } = useTranslationRef(mlMaturityTranslationRef);
  return (
    <g aria-hidden>
      <circle cx={CENTRE} cy={CENTRE} r={RADII.hub} className={styles.hub} />
      <text x={CENTRE} y={CENTRE - 4} className={styles.figure}>
        {done}
        <tspan className={styles.of} dx="4">
          / {total}
        </tspan>
      </text>
      <text x={CENTRE} y={CENTRE + 22} className={styles.caption}>
        {t('wheel.stepsDone')}
      </text>
      {track && (
        <text x={CENTRE} y={CENTRE + 44} className={styles.trackName}>
          {track}
        </text>
      )}
    </g>
  );
};
