import { parseEntityRef } from '@backstage/catalog-model';
import { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import { RolloutDecision } from '@airworthy/plugin-ml-deployment-common';
import { CatalogDeployment } from '../deployments/readDeployment';

const WORDS = {
  promote: 'to promote',
  hold: 'to hold',
  'roll-back': 'to roll back',
} as const;

/** What the owner is told of a decision; nothing where nobody owns the deployment. */
export function decisionNotification(
  { owner, title, entityRef }: CatalogDeployment,
  decision: RolloutDecision,
): NotificationSendOptions | undefined {
  if (!owner) return undefined;
  const { kind, namespace, name } = parseEntityRef(entityRef);
  const { verdict, comment, rehearsal, overrides } = decision;
  const by = parseEntityRef(decision.decidedBy).name;
  return {
    recipients: {
      type: 'entity',
      entityRef: owner,
      excludeEntityRef: decision.decidedBy,
    },
    payload: {
      title: rehearsal
        ? `${title}: roll-back rehearsed`
        : `${title}: decided ${WORDS[decision.decision]}`,
      description: [
        `Recorded by ${by}.`,
        ...(overrides ? [`The verdict was ${WORDS[verdict.decision]}.`] : []),
        ...(comment ? [comment] : []),
      ].join(' '),
      link: `/catalog/${namespace}/${kind}/${name}/rollout`,
      severity:
        !rehearsal && (overrides || decision.decision === 'roll-back')
          ? 'high'
          : 'normal',
      topic: 'ml-deployment-decision',
      // A newer decision on the deployment takes the place of the one before.
      scope: `ml-deployment:decision:${entityRef}`,
    },
  };
}
