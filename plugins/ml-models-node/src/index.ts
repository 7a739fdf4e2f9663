/**
 * What backends of models share: who may read what, requests, databases.
 *
 * @packageDocumentation
 */
export * from './access/EntityAccess';
export * from './access/Visibility';
export * from './catalog/relations';
export * from './database/chunks';
export * from './database/isUniqueViolation';
export * from './database/migrate';
export * from './database/moments';
export * from './database/plainText';
export * from './files/LocalFolders';
export * from './http/audited';
export * from './http/createOpenApiRouter';
export * from './http/parseInput';
export * from './http/readQuery';
export * from './registry';
