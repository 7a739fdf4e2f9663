import { strategyOf } from '@airworthy/plugin-ml-deployment-common';
import { ReadableMlDeployment } from '@airworthy/plugin-ml-models-common';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { FactList, TrafficBar } from '@airworthy/plugin-ml-models-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { mlFieldsTranslationRef } from '../translation';

/** A reference with kind and namespace, which links cannot do without. */
const fullRef = (ref: string) =>
  stringifyEntityRef(parseEntityRef(ref, { defaultKind: 'mlmodel' }));

interface Props {
  deployment: ReadableMlDeployment;
}

/** How a deployment stands, so that the right one is chosen. */
export const DeploymentFacts = ({ deployment }: Props) => {
  const { t } = useTranslationRef(mlFieldsTranslationRef);
  const { environment, model, strategy, variants } = deployment.spec;
  return (
    <FactList
      facts={[
        {
          label: t('deployment.model'),
          value: model && (
            <EntityRefLink entityRef={fullRef(model)} defaultKind="mlmodel" />
          ),
        },
        { label: t('deployment.environment'), value: environment },
        {
          label: t('deployment.strategy'),
          value: strategy && strategyOf(strategy.type).title,
        },
        { label: t('deployment.state'), value: strategy?.state },
        {
          label: t('deployment.variants'),
          value: !!variants?.length && <TrafficBar variants={variants} />,
          wide: true,
        },
      ]}
    />
  );
};
