export * from './ActiveFilters';
export * from './FilterBar';
export * from './FilterOption';
export * from './FilterSelect';
export * from './SearchBox';
export * from './withFilter';
