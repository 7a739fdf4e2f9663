import { ReactNode } from 'react';
import { Link } from '@backstage/ui';
import type { MonitoringPlace } from '../shared/monitoringPaths';
import { useMonitoring } from './monitoringContext';
import styles from './tab.module.css';

interface Props {
  place: MonitoringPlace;
  children: ReactNode;
}

/** A link to another place of the tab. */
export const PlaceLink = ({ place, children }: Props) => {
  const { hrefOf } = useMonitoring();
  return (
    <Link href={hrefOf(place)} standalone className={styles.link}>
      {children}
    </Link>
  );
};
