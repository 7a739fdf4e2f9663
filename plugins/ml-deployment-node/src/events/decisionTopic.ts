/** Topic of decisions on rollouts. @public */
export const ML_DEPLOYMENT_DECISION_TOPIC = 'ml-deployment.decision';

/** Somebody decided on a rollout. @public */
export interface MlDeploymentDecisionEvent {
  /** Of the deployment, in lower case. */
  entityRef: string;
  decisionId: string;
  decision: 'promote' | 'hold' | 'roll-back';
  rehearsal: boolean;
  overrides: boolean;
  decidedBy: string;
  /** UTC, ISO 8601. */
  decidedAt: string;
}
