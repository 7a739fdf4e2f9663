import { useTranslationRef, useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { Combobox } from '@backstage/ui';
import { useLoad } from '@airworthy/plugin-ml-models-react';
import { FieldFrame } from '../shared/FieldFrame';
import { ReadProblem } from '../shared/ReadProblem';
import { fieldTexts } from '../shared/fieldTexts';
import { mlFieldsTranslationRef } from '../translation';
import { environmentSchema } from './schema';

const FACET = 'spec.environment';

/** An environment: one that deployments use, or a new one. */
export const MlEnvironmentPicker = (props: typeof environmentSchema.TProps) => {
  const { formData, onChange } = props;
  const { t } = useTranslationRef(mlFieldsTranslationRef);
  const { isDisabled, isInvalid, ...frame } = fieldTexts(props, {
    title: t('environment.title'),
    description: t('environment.description'),
  });
  const catalogApi = useApi(catalogApiRef);
  const { value, loading, error, reload } = useLoad(FACET, async () => {
    const { facets } = await catalogApi.getEntityFacets({
      filter: { kind: 'MlDeployment' },
      facets: [FACET],
    });
    // Most used first.
    return (facets[FACET] ?? []).sort((a, b) => b.count - a.count);
  });

  return (
    <FieldFrame {...frame} isSimple>
      <Combobox
        aria-label={frame.title}
        placeholder={t('environment.placeholder')}
        options={(value ?? []).map(facet => ({
          id: facet.value,
          label: facet.value,
        }))}
        loading={{ state: loading ? 'loading' : 'idle' }}
        search={{
          inputValue: formData ?? '',
          onInputChange: text => onChange(text || undefined),
        }}
        allowsCustomValue
        isDisabled={isDisabled}
        validationBehavior="aria"
        isInvalid={isInvalid}
      />
      {error && (
        <ReadProblem
          title={t('environment.failed')}
          error={error}
          onRetry={reload}
        />
      )}
    </FieldFrame>
  );
};
