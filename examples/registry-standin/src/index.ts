/**
 * A small server that speaks the REST API of MLflow.
 *
 * @packageDocumentation
 */
export * from './addModel';
export * from './examples';
export * from './MlflowStandIn';
export * from './types';
