export * from './dates';
export * from './metrics';
export * from './numbers';
export * from './safeHref';
