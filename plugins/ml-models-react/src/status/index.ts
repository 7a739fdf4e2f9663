export * from './LifecycleBadge';
export * from './StatusBadge';
