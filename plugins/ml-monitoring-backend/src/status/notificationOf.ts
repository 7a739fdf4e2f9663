import { parseEntityRef } from '@backstage/catalog-model';
import { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import {
  HealthCheck,
  HealthStatus,
} from '@airworthy/plugin-ml-monitoring-common';
import { DeploymentFacts } from '../catalog/deploymentOf';
import { StatusSummary } from '../database/statusRow';

/** What the owner is told, and what is noted as told. */
export interface Told {
  notifiedStatus: HealthStatus | undefined;
  tell?: 'trouble' | 'recovery';
}

/** Whether the owner is to be told of a status, once for each. */
export function toTell(
  status: HealthStatus,
  notifiedStatus: HealthStatus | undefined,
  isSilent: boolean,
): Told {
  const isTrouble = (one: HealthStatus | undefined) =>
    one === 'warning' || one === 'critical';
  // Nothing is known, so nothing is said: neither trouble nor recovery.
  if (status === 'unknown') return { notifiedStatus: notifiedStatus ?? status };
  // The first sight of a deployment is no change.
  const isFirst = notifiedStatus === undefined;
  if (isFirst || isSilent || status === notifiedStatus) {
    return { notifiedStatus: status };
  }
  if (isTrouble(status)) return { notifiedStatus: status, tell: 'trouble' };
  return isTrouble(notifiedStatus)
    ? { notifiedStatus: status, tell: 'recovery' }
    : { notifiedStatus: status };
}

function show({ title, value, unit, since }: StatusSummary['causes'][number]) {
  const figure =
    typeof value === 'number' ? ` ${Number(value.toPrecision(3))}` : '';
  const of = unit && figure ? ` ${unit}` : '';
  const from = since
    ? ` since ${since.slice(0, 16).replace('T', ' ')} UTC`
    : '';
  return `${title}${figure}${of}${from}`;
}

/** The notification of a change; nothing where nobody owns the deployment. */
export function notificationOf(options: {
  entityRef: string;
  facts: DeploymentFacts;
  status: HealthStatus;
  tell: 'trouble' | 'recovery';
  causes: Pick<
    HealthCheck,
    'id' | 'title' | 'group' | 'status' | 'since' | 'feature' | 'value' | 'unit'
  >[];
}): NotificationSendOptions | undefined {
  const { entityRef, facts, status, tell, causes } = options;
  if (!facts.owner) return undefined;
  const { kind, namespace, name } = parseEntityRef(entityRef);
  const lines = causes
    .filter(cause => cause.status === status)
    .map(cause => `${show(cause)}.`);
  return {
    recipients: { type: 'entity', entityRef: facts.owner },
    payload: {
      title:
        tell === 'recovery'
          ? `${facts.title} is healthy again`
          : `${facts.title} is ${status}`,
      description:
        tell === 'recovery'
          ? 'No check is in warning or critical any more.'
          : lines.join(' ') || 'See its checks.',
      link: `/catalog/${namespace}/${kind}/${name}/monitoring`,
      severity:
        tell === 'recovery'
          ? 'normal'
          : ({ critical: 'critical', warning: 'high' } as const)[
              status as 'critical' | 'warning'
            ],
      topic: 'ml-monitoring-status',
      // A newer status of the deployment takes the place of the one before.
      scope: `ml-monitoring:status:${entityRef}`,
    },
  };
}
