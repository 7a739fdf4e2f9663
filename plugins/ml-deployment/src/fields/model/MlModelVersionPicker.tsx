import { useEffect } from 'react';
import { Entity } from '@backstage/catalog-model';
import { readMlModel, taskTitle } from '@airworthy/plugin-ml-models-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Skeleton } from '@backstage/ui';
import { EntityCombobox } from '../shared/EntityCombobox';
import { FieldFrame } from '../shared/FieldFrame';
import { ReadProblem } from '../shared/ReadProblem';
import { fieldTexts } from '../shared/fieldTexts';
import { labelOf } from '../shared/useEntityOptions';
import { mlFieldsTranslationRef } from '../translation';
import { VersionChoice } from './VersionChoice';
import { completeModel } from './completeModel';
import { ModelValue, modelSchema } from './schema';
import { findStableVersion } from './stableVersion';
import { useModel } from './useModel';

const FIELDS = ['spec.type', 'spec.owner', 'spec.lifecycle'];

/** What a model does, and how far it is. */
function describe(entity: Entity): string {
  const { type, lifecycle } = readMlModel(entity).spec;
  return [type && taskTitle(type), lifecycle].filter(Boolean).join(' · ');
}

/** A link may name the model by its reference alone. */
function valueOf(formData: unknown): ModelValue | undefined {
  if (typeof formData === 'string') return { ref: formData };
  const value = formData as Partial<ModelValue> | undefined;
  return value?.ref ? (value as ModelValue) : undefined;
}

/** A model of the catalog, the version to release, and the one that users have. */
export const MlModelVersionPicker = (props: typeof modelSchema.TProps) => {
  const { onChange, uiSchema } = props;
  const { needsStable, ownedOnly } = uiSchema?.['ui:options'] ?? {};
  const { t } = useTranslationRef(mlFieldsTranslationRef);
  const { isDisabled, isInvalid, ...frame } = fieldTexts(props, {
    title: t('model.title'),
    description: t('model.description'),
  });
  const value = valueOf(props.formData);
  const { model, deployments } = useModel(value?.ref);
  const entity = model.value?.entity;
  const stable = findStableVersion(deployments.value ?? []);

  // What serves it decides which version is proposed, so both are awaited.
  const isKnown = !model.loading && !deployments.loading;
  const completed =
    value && entity && isKnown
      ? completeModel(value, { model: entity, stable, needsStable })
      : undefined;
  const differs =
    completed && JSON.stringify(completed) !== JSON.stringify(props.formData);
  const text = differs ? JSON.stringify(completed) : undefined;
  useEffect(() => {
    if (text) onChange(JSON.parse(text));
    // The form hands in another function at each render.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [text]);

  return (
    <FieldFrame {...frame} isSimple>
      <EntityCombobox
        label={frame.title}
        placeholder={t('model.placeholder')}
        failed={t('model.failed')}
        kind="MlModel"
        fields={FIELDS}
        describe={describe}
        ownedOnly={ownedOnly}
        value={
          value
            ? { id: value.ref, label: entity ? labelOf(entity) : value.ref }
            : null
        }
        onChange={ref => onChange(ref ? { ref } : undefined)}
        isDisabled={isDisabled}
        isInvalid={isInvalid && !value}
      />
      {value && model.loading && (
        <div role="status" aria-label={t('loading')}>
          <Skeleton height={120} width="100%" />
        </div>
      )}
      {value && model.error && (
        <ReadProblem
          title={t('model.readFailed')}
          error={model.error}
          onRetry={model.reload}
        />
      )}
      {value && model.value && !entity && (
        <Alert
          role="alert"
          status="warning"
          icon
          title={t('model.notFound', { ref: value.ref })}
        />
      )}
      {value && deployments.error && (
        <ReadProblem
          title={t('model.deploymentsFailed')}
          error={deployments.error}
          onRetry={deployments.reload}
        />
      )}
      {value && entity && (
        <VersionChoice
          model={entity}
          deployments={deployments.value ?? []}
          stable={stable}
          needsStable={needsStable}
          value={value}
          onChange={onChange}
          isDisabled={isDisabled}
        />
      )}
    </FieldFrame>
  );
};
