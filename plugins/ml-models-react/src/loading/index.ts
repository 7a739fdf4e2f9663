export * from './useCursorPages';
export * from './useLoad';
export * from './useVisibleInterval';
