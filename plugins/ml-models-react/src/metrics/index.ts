export * from './MetricFigure';
export * from './VerdictText';
