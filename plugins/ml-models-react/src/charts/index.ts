export * from './Figure';
export * from './FormSwitch';
export * from './LineFigure';
