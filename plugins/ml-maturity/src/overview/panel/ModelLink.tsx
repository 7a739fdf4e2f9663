import { ModelBrief } from '@airworthy/plugin-ml-maturity-common';
import { Link } from '@backstage/ui';
import { useMaturityHref } from '../../hooks/useMaturityHref';
import styles from './panel.module.css';

interface Props {
  model: Pick<ModelBrief, 'entityRef' | 'name' | 'title'>;
  /** Query of the tab, such as the check that is meant. */
  query?: string;
}

/** A link to a model's maturity. */
export const ModelLink = ({ model, query }: Props) => {
  const href = useMaturityHref();
  return (
    <Link
      href={href(model.entityRef, query)}
      standalone
      className={styles.link}
      title={model.entityRef}
    >
      <bdi>{model.title ?? model.name}</bdi>
    </Link>
  );
};

/** The query that opens a check in a model's maturity. */
export function checkQuery(checkId: string, rubric?: string): string {
  const query = new URLSearchParams({ view: 'checks', check: checkId });
  if (rubric) query.set('rubric', rubric);
  return query.toString();
}
