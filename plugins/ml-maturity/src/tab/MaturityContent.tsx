import { useLoad } from '@airworthy/plugin-ml-models-react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { mlMaturityApiRef } from '../api/mlMaturityApiRef';
import { mlMaturityTranslationRef } from '../translation';
import { LoadFailure } from './LoadFailure';
import { LoadingTab } from './LoadingTab';
import { MaturityTab } from './MaturityTab';
import { NotEvaluated } from './NotEvaluated';
import { useTabState } from './useTabState';

/** The maturity of a model: level, journey, checks, history and assessment. */
export const MaturityContent = () => {
  const { t } = useTranslationRef(mlMaturityTranslationRef);
  const api = useApi(mlMaturityApiRef);
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const [state, change] = useTabState();
  const card = useLoad(`${entityRef}|${state.rubric ?? ''}`, signal =>
    api.getScorecard({ entityRef, rubric: state.rubric }, { signal }),
  );
  const rubrics = useLoad('rubrics', signal => api.getRubrics({ signal }));
  const capabilities = useLoad(entityRef, signal =>
    api.getCapabilities({ entityRef }, { signal }),
  );

  const failed = rubrics.error ?? card.error;
  if (failed) {
    return (
      <LoadFailure
        title={t('failed')}
        error={failed}
        onRetry={() => {
          card.reload();
          rubrics.reload();
        }}
      />
    );
  }
  const answer = card.value;
  if (answer && answer.state !== 'evaluated') {
    return <NotEvaluated answer={answer} onRetry={card.reload} />;
  }
  const entry = rubrics.value?.items.find(
    item => item.rubric.metadata.id === answer?.rubric.id,
  );
  if (!answer || !entry) return <LoadingTab />;
  return (
    <MaturityTab
      card={answer}
      rubrics={rubrics.value?.items ?? []}
      rubric={entry.rubric}
      capabilities={capabilities.value}
      capabilitiesError={capabilities.error}
      state={state}
      change={change}
      reload={card.reload}
    />
  );
};
