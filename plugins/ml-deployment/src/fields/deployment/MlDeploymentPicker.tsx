import { Entity } from '@backstage/catalog-model';
import { strategyOf } from '@airworthy/plugin-ml-deployment-common';
import { readMlDeployment } from '@airworthy/plugin-ml-models-common';
import { useLoad } from '@airworthy/plugin-ml-models-react';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { Alert, Skeleton } from '@backstage/ui';
import { EntityCombobox } from '../shared/EntityCombobox';
import { FieldFrame } from '../shared/FieldFrame';
import { ReadProblem } from '../shared/ReadProblem';
import { fieldTexts } from '../shared/fieldTexts';
import { labelOf } from '../shared/useEntityOptions';
import { mlFieldsTranslationRef } from '../translation';
import { DeploymentFacts } from './DeploymentFacts';
import { deploymentSchema } from './schema';

const FIELDS = [
  'spec.environment',
  'spec.strategy.type',
  'spec.strategy.state',
];

/** Where it runs, how it is released, and where that stands. */
function describe(entity: Entity): string {
  const { environment, strategy } = readMlDeployment(entity).spec;
  return [
    environment,
    strategy?.type && strategyOf(strategy.type).title,
    strategy?.state,
  ]
    .filter(Boolean)
    .join(' · ');
}

/** A deployment of the catalog. */
export const MlDeploymentPicker = (props: typeof deploymentSchema.TProps) => {
  const { formData: ref, onChange, uiSchema } = props;
  const { t } = useTranslationRef(mlFieldsTranslationRef);
  const { isDisabled, isInvalid, ...frame } = fieldTexts(props, {
    title: t('deployment.title'),
    description: t('deployment.description'),
  });
  const catalogApi = useApi(catalogApiRef);
  const { value, loading, error, reload } = useLoad(
    ref || undefined,
    async () => ({ entity: await catalogApi.getEntityByRef(ref!) }),
  );
  const entity = value?.entity;

  return (
    <FieldFrame {...frame} isSimple>
      <EntityCombobox
        label={frame.title}
        placeholder={t('deployment.placeholder')}
        failed={t('deployment.failed')}
        kind="MlDeployment"
        fields={FIELDS}
        describe={describe}
        ownedOnly={uiSchema?.['ui:options']?.ownedOnly}
        value={ref ? { id: ref, label: entity ? labelOf(entity) : ref } : null}
        onChange={onChange}
        isDisabled={isDisabled}
        isInvalid={isInvalid}
      />
      {ref && loading && <Skeleton height={64} width="100%" />}
      {ref && error && (
        <ReadProblem
          title={t('deployment.failed')}
          error={error}
          onRetry={reload}
        />
      )}
      {ref && value && !entity && (
        <Alert
          role="alert"
          status="warning"
          icon
          title={t('deployment.notFound', { ref })}
        />
      )}
      {entity && <DeploymentFacts deployment={readMlDeployment(entity)} />}
    </FieldFrame>
  );
};
