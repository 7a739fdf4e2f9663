export * from './dates';
export * from './LocalTime';
export * from './metrics';
export * from './moments';
export * from './numbers';
export * from './safeHref';
