import { strategyOf } from '@airworthy/plugin-ml-deployment-common';
import { readMlDeployment } from '@airworthy/plugin-ml-models-common';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { ButtonLink, Link, Text } from '@backstage/ui';
import { RiRocket2Line } from '@remixicon/react';
import { advisorRouteRef } from '../routes';
import {
  DEPLOY_TEMPLATES,
  DEPLOY_TEMPLATE_NAMES,
} from '../templates/deployTemplates';
import { useTemplates } from '../templates/useTemplates';
import { mlRolloutTranslationRef } from './translation';
import styles from './rollout.module.css';

/** The forms that bring a new version to the users of this deployment. */
export const StartRollout = () => {
  const { t } = useTranslationRef(mlRolloutTranslationRef);
  const { entity } = useEntity();
  const { model, environment } = readMlDeployment(entity).spec;
  const templates = useTemplates(DEPLOY_TEMPLATE_NAMES);
  const advisor = useRouteRef(advisorRouteRef)?.();
  const values = {
    deployment: stringifyEntityRef(entity),
    name: entity.metadata.name,
    ...(model ? { model: { ref: model } } : {}),
    ...(environment ? { environment } : {}),
  };
  const offers = Object.entries(DEPLOY_TEMPLATES).flatMap(([type, name]) => {
    const href = templates.hrefOf(name, values);
    return href ? [{ name, href, title: strategyOf(type).title }] : [];
  });
  return (
    <>
      <div className={styles.offers}>
        {offers.map(({ name, href, title }) => (
          <ButtonLink
            key={name}
            variant="secondary"
            iconStart={<RiRocket2Line aria-hidden />}
            href={href}
          >
            {title}
          </ButtonLink>
        ))}
      </div>
      {!templates.loading && offers.length === 0 && (
        <Text as="p" color="secondary">
          {t('empty.noTemplates')}
        </Text>
      )}
      {advisor && (
        <Link href={advisor} standalone className={styles.link}>
          {t('empty.advice')}
        </Link>
      )}
    </>
  );
};
