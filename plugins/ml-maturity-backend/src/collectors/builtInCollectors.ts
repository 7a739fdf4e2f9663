import {
  CacheService,
  LoggerService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { FactCollector } from '@airworthy/plugin-ml-maturity-node';
import { MlMaturityConfig } from '../config';
import { CatalogCollector } from './catalog/CatalogCollector';
import { DeploymentsCollector } from './deployments/DeploymentsCollector';
import { ModelCollector } from './model/ModelCollector';
import { LocalRepositoryReader } from './repository/LocalRepositoryReader';
import { RepositoryCollector } from './repository/RepositoryCollector';
import { UrlRepositoryReader } from './repository/UrlRepositoryReader';
import { VersionsCollector } from './versions/VersionsCollector';

/** The collectors that need nothing but Backstage's own services. */
export function builtInCollectors(options: {
  cache: CacheService;
  catalog: CatalogService;
  config: MlMaturityConfig;
  logger: LoggerService;
  reader: UrlReaderService;
}): FactCollector[] {
  const { catalog, cache, logger, reader, config } = options;
  const { localRoots, ...limits } = config.repository;
  const { integrations } = config;
  return [
    new CatalogCollector({
      catalog,
      orchestratorTypes: config.orchestratorTypes,
    }),
    new ModelCollector(),
    new VersionsCollector({ catalog }),
    new DeploymentsCollector({ catalog }),
    new RepositoryCollector({
      catalog,
      cache,
      logger,
      readers: [
        new UrlRepositoryReader({ reader, integrations, ...limits }),
        new LocalRepositoryReader({ roots: localRoots }),
      ],
    }),
  ];
}
