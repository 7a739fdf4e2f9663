import type { DeploymentTarget } from '@airworthy/plugin-ml-deployment-common';
import { ExternalLink } from '@airworthy/plugin-ml-models-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { CodeText } from '../../shared/CodeText';
import { Panel } from '../../shared/panel/Panel';
import { ProductList } from '../support/SupportDetails';
import { mlStrategiesTranslationRef } from '../translation';
import supportStyles from '../support/support.module.css';

/** What a target is, needs and gives. */
export const TargetPanel = ({ target }: { target: DeploymentTarget }) => {
  const { t } = useTranslationRef(mlStrategiesTranslationRef);
  return (
    <Panel title={target.title} about={target.summary}>
      <dl className={supportStyles.details}>
        <dt>{t('support.needs')}</dt>
        <dd>
          <ProductList products={target.needs} />
        </dd>
        <dt>{t('targets.abilities')}</dt>
        <dd>
          <ul className={supportStyles.caveats}>
            {target.abilities.map(({ ability, how }) => (
              <li key={ability}>
                {t(`targets.ability.${ability}`)}: <CodeText text={how} />
              </li>
            ))}
          </ul>
        </dd>
        <dt>{t('support.sources')}</dt>
        <dd className={supportStyles.sources}>
          {target.sources.map(({ title, url }) => (
            <ExternalLink key={url} href={url}>
              {title}
            </ExternalLink>
          ))}
        </dd>
      </dl>
    </Panel>
  );
};
