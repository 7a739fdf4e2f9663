import type { RolloutReview } from '@airworthy/plugin-ml-deployment-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink, Text } from '@backstage/ui';
import { RiPlayLine } from '@remixicon/react';
import { Panel } from '../../shared/panel/Panel';
import { mlSharedTranslationRef } from '../../shared/translation';
import { useTemplates } from '../../templates/useTemplates';
import { mlRolloutTranslationRef } from '../translation';
import { ActionItem } from './ActionItem';
import { ManifestsNote } from './ManifestsNote';
import { decisionOf } from './decisionOf';
import styles from './actions.module.css';

const TEMPLATE = 'promote-or-roll-back';
const TEMPLATES = [TEMPLATE];

/** What can be done with the rollout, and what each would change. */
export const ActionsPanel = ({ review }: { review: RolloutReview }) => {
  const { t } = useTranslationRef(mlRolloutTranslationRef);
  const { t: shared } = useTranslationRef(mlSharedTranslationRef);
  const templates = useTemplates(TEMPLATES);
  const { entityRef, revision, actions, manifests, verdict } = review;
  const begin =
    review.rollout.state === 'planned'
      ? templates.hrefOf(TEMPLATE, {
          deployment: entityRef,
          decision: 'begin',
          phase: 1,
        })
      : undefined;
  const isMissing =
    !templates.loading && templates.hrefOf(TEMPLATE) === undefined;
  return (
    <Panel title={t('actions.title')} about={t('actions.about')}>
      <ManifestsNote review={review} />
      {isMissing && (
        <Text as="p" color="secondary">
          {shared('noTemplate', { name: TEMPLATE })}
        </Text>
      )}
      {begin && (
        <div>
          <ButtonLink href={begin} iconStart={<RiPlayLine aria-hidden />}>
            {t('actions.begin')}
          </ButtonLink>
        </div>
      )}
      {actions.length === 0 && !begin && (
        <Text as="p" color="secondary">
          {t('actions.none')}
        </Text>
      )}
      <ul className={styles.actions}>
        {actions.map(action => (
          <ActionItem
            key={action.action}
            // Said once above where no manifests could be read.
            action={manifests ? action : { ...action, failure: undefined }}
            href={templates.hrefOf(TEMPLATE, {
              deployment: entityRef,
              decision: decisionOf(action.action, verdict?.decision),
              action: action.action,
              revision,
            })}
          />
        ))}
      </ul>
    </Panel>
  );
};
