export * from './TimeFigure';
export * from './types';
