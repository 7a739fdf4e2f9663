import {
  useEntityPresentation,
  useEntityRefLink,
} from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import styles from './cells.module.css';

interface Props {
  /** A whole reference. */
  entityRef: string;
  defaultKind: string;
  /** Its title where the page knows it already. */
  title?: string;
}

const TitledLink = ({
  entityRef,
  title,
}: {
  entityRef: string;
  title: string;
}) => {
  const linkTo = useEntityRefLink();
  return (
    <Link
      href={linkTo(entityRef)}
      standalone
      title={title}
      className={styles.clamped}
    >
      <bdi>{title}</bdi>
    </Link>
  );
};

const PresentedLink = ({ entityRef, defaultKind }: Omit<Props, 'title'>) => {
  const { primaryTitle } = useEntityPresentation(entityRef, { defaultKind });
  return <TitledLink entityRef={entityRef} title={primaryTitle} />;
};

/** A link to an entity's page by its title. */
export const EntityLink = ({ entityRef, defaultKind, title }: Props) =>
  title ? (
    <TitledLink entityRef={entityRef} title={title} />
  ) : (
    <PresentedLink entityRef={entityRef} defaultKind={defaultKind} />
  );
