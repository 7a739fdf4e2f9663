export * from './Figure';
export * from './LineFigure';
