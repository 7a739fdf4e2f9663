import { useLoad } from '@airworthy/plugin-ml-models-react';
import { useMemo } from 'react';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Skeleton, Text } from '@backstage/ui';
import { mlMaturityApiRef } from '../api/mlMaturityApiRef';
import { LoadFailure } from '../tab/LoadFailure';
import { useMaturity } from '../tab/maturityContext';
import { mlMaturityTranslationRef } from '../translation';
import { assessmentSteps } from './assessmentSteps';
import { AssessmentIntro } from './AssessmentIntro';
import { ReportPage } from './ReportPage';
import { ReviewPage } from './ReviewPage';
import { StepPage } from './StepPage';
import { REPORT, REVIEW } from './pages';

/** The guided assessment: one question after the other, then a review, then a report. */
export const AssessmentView = () => {
  const { t } = useTranslationRef(mlMaturityTranslationRef);
  const api = useApi(mlMaturityApiRef);
  const { entityRef, rubric, results, state } = useMaturity();
  const assessment = useLoad(`${entityRef}|${rubric.metadata.id}`, signal =>
    api.getAssessment({ entityRef, rubric: rubric.metadata.id }, { signal }),
  );
  const { value } = assessment;
  const steps = useMemo(
    () => (value ? assessmentSteps(rubric, results, value) : []),
    [rubric, results, value],
  );
  if (assessment.error && !value) {
    return (
      <LoadFailure
        title={t('assessment.unread')}
        error={assessment.error}
        onRetry={assessment.reload}
      />
    );
  }
  if (!value) return <Skeleton height={320} />;
  if (state.check === REPORT) {
    return <ReportPage attestations={value.attestations} />;
  }
  if (steps.length === 0) {
    return (
      <Text as="p" color="secondary">
        {t('assessment.nothing')}
      </Text>
    );
  }
  if (state.check === REVIEW) {
    return <ReviewPage steps={steps} onSent={assessment.reload} />;
  }
  const at = steps.findIndex(({ check }) => check.id === state.check);
  return at < 0 ? (
    <AssessmentIntro steps={steps} />
  ) : (
    <StepPage
      // A new draft on the server is a new beginning only for another step.
      key={steps[at].check.id}
      steps={steps}
      at={at}
      onSaved={assessment.reload}
    />
  );
};
