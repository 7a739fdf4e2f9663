import { ReactNode } from 'react';
import { useAppLocation } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import styles from './tab.module.css';

interface Props {
  query: URLSearchParams;
  children: ReactNode;
}

/** A link to another state of the tab. */
export const TabLink = ({ query, children }: Props) => {
  const { pathname } = useAppLocation();
  const text = query.toString();
  return (
    <Link
      href={text ? `${pathname}?${text}` : pathname}
      standalone
      className={styles.link}
    >
      {children}
    </Link>
  );
};
