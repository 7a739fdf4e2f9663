import type { MlDeploymentStrategy } from '@airworthy/plugin-ml-models-common';
import {
  ExternalLink,
  FactList,
  Status,
  StatusBadge,
  formatDateTime,
  formatDuration,
} from '@airworthy/plugin-ml-models-react';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { Flex, Text } from '@backstage/ui';
import { PhaseList } from './PhaseList';
import { STATE_TITLES, STRATEGY_TITLES } from './names';
import { useMlDeployment } from './useMlDeployment';
import styles from './deployment.module.css';

const STATES: Record<NonNullable<MlDeploymentStrategy['state']>, Status> = {
  planned: 'unknown',
  progressing: 'ok',
  paused: 'warning',
  completed: 'ok',
  'rolled-back': 'critical',
};

const Strategy = ({ strategy }: { strategy: MlDeploymentStrategy }) => {
  const { type, state, startedAt, hypothesis, assignment, plan } = strategy;
  return (
    <Flex direction="column" gap="4">
      <FactList
        facts={[
          { label: 'Strategy', value: STRATEGY_TITLES[type] },
          {
            label: 'State',
            value: state && (
              <StatusBadge status={STATES[state]} label={STATE_TITLES[state]} />
            ),
          },
          { label: 'Started', value: startedAt && formatDateTime(startedAt) },
          ...(assignment
            ? [
                {
                  label: 'Users kept by',
                  value: `${assignment.by} ${assignment.name}`,
                },
              ]
            : []),
          ...(plan?.target
            ? [{ label: 'Carried out by', value: plan.target }]
            : []),
          ...(plan?.url
            ? [
                {
                  label: 'Plan',
                  value: <ExternalLink href={plan.url}>Document</ExternalLink>,
                },
              ]
            : []),
        ]}
      />
      {hypothesis && (
        <section>
          <Text as="h4" variant="body-small" color="secondary">
            Hypothesis
          </Text>
          <p className={styles.text} dir="auto">
            {hypothesis}
          </p>
        </section>
      )}
      {plan?.phases?.length ? (
        <PhaseList phases={plan.phases} strategy={strategy} />
      ) : (
        <Text as="p" color="secondary">
          The plan names no phases.
        </Text>
      )}
      <section>
        <Text as="h4" variant="body-small" color="secondary">
          Rollback
          {plan?.rollbackTime && `, takes ${formatDuration(plan.rollbackTime)}`}
        </Text>
        {plan?.rollback ? (
          <p className={styles.text} dir="auto">
            {plan.rollback}
          </p>
        ) : (
          <Text as="p" color="secondary">
            Not described.
          </Text>
        )}
      </section>
    </Flex>
  );
};

/** How a new version reaches its users, and how far it has come. */
export const StrategyCard = () => {
  const { strategy } = useMlDeployment().spec;
  return (
    <EntityInfoCard title="Deployment strategy">
      {strategy ? (
        <Strategy strategy={strategy} />
      ) : (
        <Text as="p" color="secondary">
          No strategy is named. It goes in spec.strategy of the entity.
        </Text>
      )}
    </EntityInfoCard>
  );
};
