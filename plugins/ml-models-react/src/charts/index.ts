export * from './Figure';
export * from './FormSwitch';
export * from './LineFigure';
export * from './LineSample';
export * from './bars';
export * from './scatter';
export * from './time';
export { OVERALL_SLOT } from './lineStyles';
