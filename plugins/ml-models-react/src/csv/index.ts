export * from './download';
export * from './toCsv';
