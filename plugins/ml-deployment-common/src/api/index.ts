export * from './decision';
export * from './knowledge';
export * from './review';
