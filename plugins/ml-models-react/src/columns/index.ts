export * from './MlColumnCell';
export * from './MlColumnProviders';
export * from './MlDeploymentColumnBlueprint';
export * from './MlDeploymentStatusBlueprint';
export * from './MlModelColumnBlueprint';
export { mlColumnDataRef } from './mlColumnDataRef';
export * from './mlDeploymentStatusesApiRef';
export * from './types';
export * from './useMlDeploymentStatuses';
