export * from './ExternalLink';
