import type { MlDeploymentVariant } from '@airworthy/plugin-ml-models-common';
import { Text } from '@backstage/ui';
import { formatPercent } from '../format/numbers';
import { ROLE_TITLES, describeTraffic } from './describeTraffic';
import styles from './TrafficBar.module.css';

/** Properties of {@link TrafficBar}. @public */
export interface TrafficBarProps {
  variants: readonly MlDeploymentVariant[];
}

/**
 * How requests are split between the versions behind an endpoint. A shadow
 * answers nobody, so it has a bar of its own below.
 *
 * @public
 */
export const TrafficBar = ({ variants }: TrafficBarProps) => {
  const live = variants.filter(v => v.role !== 'shadow');
  const shadows = variants.filter(v => v.role === 'shadow');
  if (variants.length === 0) {
    return <Text color="secondary">Traffic unknown: no variants listed.</Text>;
  }
  return (
    <div className={styles.root}>
      <div
        role="img"
        aria-label={describeTraffic(variants)}
        className={styles.bars}
      >
        <div className={styles.bar}>
          {live
            .filter(v => v.traffic > 0)
            .map(v => (
              <div
                key={v.name}
                className={styles.segment}
                data-role={v.role}
                style={{ flexGrow: v.traffic }}
              />
            ))}
        </div>
        {shadows.map(v => (
          <div key={v.name} className={styles.shadowBar}>
            <div
              className={styles.segment}
              data-role="shadow"
              style={{ width: `${v.traffic}%` }}
            />
          </div>
        ))}
      </div>
      <ul className={styles.legend}>
        {variants.map(v => (
          <li key={v.name} className={styles.entry}>
            <span className={styles.swatch} data-role={v.role} aria-hidden />
            <span className={styles.share}>{formatPercent(v.traffic)}</span>
            <span className={styles.name}>
              {ROLE_TITLES[v.role]}, version <bdi>{v.version}</bdi>
              {v.role === 'shadow' && ' (copies only)'}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
};
