import type { StrategyType } from '@airworthy/plugin-ml-deployment-common';

/** The templates that start a rollout; rolling and recreate are what a platform does by itself. */
export const DEPLOY_TEMPLATES: Partial<Record<StrategyType, string>> = {
  shadow: 'deploy-shadow',
  canary: 'deploy-canary',
  'blue-green': 'deploy-blue-green',
  'ab-test': 'deploy-ab-test',
};

/** Their names. */
export const DEPLOY_TEMPLATE_NAMES: readonly string[] =
  Object.values(DEPLOY_TEMPLATES);
