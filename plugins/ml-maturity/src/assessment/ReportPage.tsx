import { useMemo } from 'react';
import { AttestationRecord } from '@airworthy/plugin-ml-maturity-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { Button } from '@backstage/ui';
import {
  RiArrowLeftLine,
  RiDownloadLine,
  RiPrinterLine,
} from '@remixicon/react';
import { SafeMarkdown } from '../tab/SafeMarkdown';
import { useMaturity } from '../tab/maturityContext';
import { mlMaturityTranslationRef } from '../translation';
import { download } from './download';
import { buildReport } from './report';
import assessmentStyles from './assessment.module.css';
import styles from './report.module.css';

interface Props {
  attestations: readonly AttestationRecord[];
}

/** The assessment as a document to print or to keep. */
export const ReportPage = ({ attestations }: Props) => {
  const { t } = useTranslationRef(mlMaturityTranslationRef);
  const { entity } = useEntity();
  const { card, rubric, change } = useMaturity();
  const { name } = entity.metadata;
  const report = useMemo(
    () =>
      buildReport({
        title: entity.metadata.title ?? name,
        rubric,
        card,
        attestations,
        now: new Date(),
      }),
    [entity, name, rubric, card, attestations],
  );
  return (
    <EntityInfoCard title={t('report.title')}>
      <div className={assessmentStyles.column}>
        <div className={assessmentStyles.buttons}>
          <Button
            variant="secondary"
            iconStart={<RiArrowLeftLine aria-hidden />}
            onPress={() => change({ check: undefined })}
          >
            {t('assessment.overview')}
          </Button>
          <span className={assessmentStyles.spacer} />
          <Button
            variant="secondary"
            iconStart={<RiPrinterLine aria-hidden />}
            onPress={() => window.print()}
          >
            {t('report.print')}
          </Button>
          <Button
            iconStart={<RiDownloadLine aria-hidden />}
            onPress={() =>
              download(
                report,
                `${name}-maturity-${new Date().toISOString().slice(0, 10)}.md`,
                'text/markdown;charset=utf-8',
              )
            }
          >
            {t('report.download')}
          </Button>
        </div>
        <article className={styles.report} aria-label={t('report.title')}>
          <SafeMarkdown content={report} />
        </article>
      </div>
    </EntityInfoCard>
  );
};
