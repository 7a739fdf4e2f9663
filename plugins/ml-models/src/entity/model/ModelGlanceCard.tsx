import {
  ReadableMlModel,
  compareMetrics,
  primaryMetric,
  sortedVersions,
} from '@airworthy/plugin-ml-models-common';
import { MetricFigure, formatDate } from '@airworthy/plugin-ml-models-react';
import { CardMarkdown } from '../modelCard/CardMarkdown';
import {
  EntityInfoCard,
  useEntityRefLink,
} from '@backstage/plugin-catalog-react';
import { Link, Text } from '@backstage/ui';
import { Aliases } from '../versions/Aliases';
import { useMlModel } from './useMlModel';
import styles from './model.module.css';

interface PartProps {
  model: ReadableMlModel;
  href: string;
}

const Purpose = ({ model, href }: PartProps) => {
  const purpose = model.spec.modelCard?.intendedUse?.trim();
  return (
    <section className={styles.purpose} aria-label="Purpose">
      <Text as="h4" variant="body-small" color="secondary">
        What it is for
      </Text>
      {purpose ? (
        <div className={styles.markdown}>
          <CardMarkdown content={purpose.split(/\n\s*\n/)[0]} />
        </div>
      ) : (
        <Text as="p" color="secondary">
          The model card does not say.
        </Text>
      )}
      <Link href={`${href}/model-card`} className={styles.link} standalone>
        Read the model card
      </Link>
    </section>
  );
};

const Newest = ({ model, href }: PartProps) => {
  const [newest, previous] = sortedVersions(model);
  if (!newest) {
    return (
      <section aria-label="Newest version">
        <Text as="h4" variant="body-small" color="secondary">
          Newest version
        </Text>
        <Text as="p">No version is listed yet.</Text>
      </section>
    );
  }
  const metric = primaryMetric(model, newest);
  const comparison =
    metric &&
    previous &&
    compareMetrics(previous, newest).find(
      c =>
        c.name === metric.name &&
        c.dataset === metric.dataset &&
        c.unit === metric.unit &&
        !c.slice,
    );
  return (
    <>
      <section className={styles.newest} aria-label="Newest version">
        <Text as="h4" variant="body-small" color="secondary">
          Newest version
        </Text>
        <Text variant="title-medium" weight="bold" className={styles.version}>
          <bdi>{newest.version}</bdi>
        </Text>
        <Aliases aliases={newest.aliases} />
        {newest.createdAt && (
          <Text variant="body-small" color="secondary">
            {formatDate(newest.createdAt)}
          </Text>
        )}
        <Link href={`${href}/versions`} className={styles.link} standalone>
          {previous ? 'Compare versions' : 'See the version'}
        </Link>
      </section>
      <section aria-label="Main metric">
        {metric ? (
          <MetricFigure metric={metric} comparison={comparison} />
        ) : (
          <>
            <Text as="h4" variant="body-small" color="secondary">
              Main metric
            </Text>
            <Text as="p">unknown</Text>
          </>
        )}
      </section>
    </>
  );
};

/** What a model is for and how good its newest version is. */
export const ModelGlanceCard = () => {
  const model = useMlModel();
  const href = useEntityRefLink()(model);
  return (
    <EntityInfoCard title="At a glance">
      <div className={styles.glance}>
        <Purpose model={model} href={href} />
        <Newest model={model} href={href} />
      </div>
    </EntityInfoCard>
  );
};
