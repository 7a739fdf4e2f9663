import {
  Discovery,
  SourceResult,
} from '@airworthy/plugin-ml-monitoring-common';
import { formatCount, formatDateTime } from '@airworthy/plugin-ml-models-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { Alert, Text } from '@backstage/ui';
import { FoundColumns } from './FoundColumns';
import { FoundMetrics } from './FoundMetrics';
import { mlSetupTranslationRef } from './translation';
import styles from './setup.module.css';

const Found = ({ found }: { found: Discovery }) => {
  const { t } = useTranslationRef(mlSetupTranslationRef);
  const remarks = [
    t('found.rows', { rows: formatCount(found.rowsRead) }),
    found.freshAt
      ? t('found.fresh', { time: formatDateTime(found.freshAt) })
      : undefined,
  ].filter(Boolean);
  return (
    <div className={styles.found}>
      <Text as="h4" weight="bold" className={styles.location}>
        {found.location}
      </Text>
      <Text as="p" variant="body-small" color="secondary">
        {remarks.join(' · ')}
      </Text>
      {found.notices.map(notice => (
        <Text as="p" variant="body-small" color="secondary" key={notice}>
          {notice}
        </Text>
      ))}
      {found.columns && (
        <FoundColumns columns={found.columns} location={found.location} />
      )}
      {found.metrics && (
        <FoundMetrics metrics={found.metrics} location={found.location} />
      )}
    </div>
  );
};

/** What each source found for a deployment. */
export const FoundPanel = ({
  discoveries,
}: {
  discoveries: readonly SourceResult<Discovery>[];
}) => {
  const { t } = useTranslationRef(mlSetupTranslationRef);
  const found = discoveries.filter(result => result.ok);
  const failed = discoveries.filter(result => !result.ok);
  return (
    <EntityInfoCard title={t('found.title')}>
      <div className={styles.column}>
        {failed.map(({ failure }) => (
          <Alert
            key={`${failure.source.type} ${failure.source.name}`}
            status="warning"
            icon
            title={t('found.sourceFailed', { source: failure.source.name })}
            description={failure.message}
          />
        ))}
        {found.length === 0 && (
          <>
            <Text as="p">{t('found.none')}</Text>
            <Text as="p" color="secondary">
              {t('found.noneDetail')}
            </Text>
          </>
        )}
        {found.map(({ answer }) => (
          <Found
            key={`${answer.source.type} ${answer.location}`}
            found={answer}
          />
        ))}
      </div>
    </EntityInfoCard>
  );
};
