export * from './BarsFigure';
