export * from './panels';
export * from './setup';
export * from './status';
export * from './types';
