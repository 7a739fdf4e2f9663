export * from './ScatterFigure';
