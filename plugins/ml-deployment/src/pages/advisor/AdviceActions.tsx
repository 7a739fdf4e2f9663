import {
  AdviceAnswers,
  StrategyType,
  strategyOf,
} from '@airworthy/plugin-ml-deployment-common';
import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, ButtonLink, Link, Text } from '@backstage/ui';
import {
  RiCheckLine,
  RiEraserLine,
  RiLinksLine,
  RiRocket2Line,
} from '@remixicon/react';
import { strategiesRouteRef } from '../../routes';
import { useCopy } from '../../shared/useCopy';
import { mlSharedTranslationRef } from '../../shared/translation';
import {
  DEPLOY_TEMPLATES,
  DEPLOY_TEMPLATE_NAMES,
} from '../../templates/deployTemplates';
import { useTemplates } from '../../templates/useTemplates';
import { mlStrategiesTranslationRef } from '../translation';
import pageStyles from '../page.module.css';
import styles from './advisor.module.css';

interface Props {
  answers: AdviceAnswers;
  strategy: StrategyType;
  onClear: () => void;
}

/** What to do with the advice: plan it, read on, share it. */
export const AdviceActions = ({ answers, strategy, onClear }: Props) => {
  const { t } = useTranslationRef(mlStrategiesTranslationRef);
  const { t: shared } = useTranslationRef(mlSharedTranslationRef);
  const pages = useRouteRef(strategiesRouteRef)?.();
  const templates = useTemplates(DEPLOY_TEMPLATE_NAMES);
  const { state, copy } = useCopy();
  const { title } = strategyOf(strategy);
  const name = DEPLOY_TEMPLATES[strategy];
  const href =
    name && templates.hrefOf(name, { strategy: { strategy, answers } });
  const missing = name
    ? shared('noTemplate', { name })
    : t('strategies.byPlatform');
  return (
    <div className={styles.actions}>
      <div className={styles.buttons}>
        {href && (
          <ButtonLink href={href} iconStart={<RiRocket2Line aria-hidden />}>
            {t('advisor.plan', { title })}
          </ButtonLink>
        )}
        <Button
          variant="secondary"
          iconStart={
            state === 'copied' ? (
              <RiCheckLine aria-hidden />
            ) : (
              <RiLinksLine aria-hidden />
            )
          }
          onPress={() => copy(window.location.href)}
        >
          {t(state === 'copied' ? 'advisor.copied' : 'advisor.copy')}
        </Button>
        <Button
          variant="tertiary"
          iconStart={<RiEraserLine aria-hidden />}
          isDisabled={Object.keys(answers).length === 0}
          onPress={onClear}
        >
          {t('advisor.clear')}
        </Button>
      </div>
      {!href && !templates.loading && (
        <Text as="p" variant="body-small" color="secondary">
          {missing}
        </Text>
      )}
      {state === 'failed' && (
        <Text as="p" role="alert" variant="body-small" color="danger">
          {t('advisor.copyFailed')}
        </Text>
      )}
      {pages && (
        <Link
          href={`${pages}/${strategy}`}
          standalone
          className={pageStyles.link}
        >
          {t('advisor.details', { title })}
        </Link>
      )}
    </div>
  );
};
