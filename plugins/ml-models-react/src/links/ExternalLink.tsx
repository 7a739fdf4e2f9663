import { ReactNode } from 'react';
import { Link } from '@backstage/ui';
import { RiExternalLinkLine } from '@remixicon/react';
import { safeHref } from '../format/safeHref';
import styles from './ExternalLink.module.css';

/** Properties of {@link ExternalLink}. @public */
export interface ExternalLinkProps {
  /** Where to; an address that is not http or https is shown as text. */
  href: unknown;
  children: ReactNode;
  /** Name for a screen reader where the text alone does not tell the target. */
  'aria-label'?: string;
}

/** A link out of the portal, which opens in a new tab. @public */
export const ExternalLink = (props: ExternalLinkProps) => {
  const href = safeHref(props.href);
  if (!href) return <span className={styles.text}>{props.children}</span>;
  return (
    <Link
      href={href}
      target="_blank"
      rel="noopener noreferrer"
      standalone
      className={styles.link}
      aria-label={props['aria-label']}
    >
      {props.children}
      <RiExternalLinkLine className={styles.icon} aria-hidden />
    </Link>
  );
};
