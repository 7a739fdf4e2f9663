import {
  AuthService,
  DatabaseService,
  DiscoveryService,
  LoggerService,
  PermissionsService,
  RootConfigService,
  UrlReaderService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { EventsService } from '@backstage/plugin-events-node';
import { NotificationService } from '@backstage/plugin-notifications-node';
import {
  EntityAccess,
  migratedDatabase,
} from '@airworthy/plugin-ml-models-node';
import { MlMonitoringClient } from '@airworthy/plugin-ml-monitoring-common';
import { MlDeploymentConfig } from '../config';
import { DecisionStore } from '../database/DecisionStore';
import { DecisionAnnouncer } from '../decisions/DecisionAnnouncer';
import { DecisionService } from '../decisions/DecisionService';
import { LocalManifests } from '../manifests/LocalManifests';
import { ManifestReader } from '../manifests/ManifestReader';
import { UrlManifests } from '../manifests/UrlManifests';
import { PACKAGE_NAME } from '../packageName';
import { EvidenceReader } from '../review/EvidenceReader';
import { ReviewService } from '../review/ReviewService';

/** What the services are made of. */
export interface ServiceDependencies {
  auth: AuthService;
  catalog: CatalogService;
  config: MlDeploymentConfig;
  database: DatabaseService;
  discovery: DiscoveryService;
  events: EventsService;
  logger: LoggerService;
  notifications: NotificationService;
  permissions: PermissionsService;
  rootConfig: RootConfigService;
  urlReader: UrlReaderService;
  userInfo: UserInfoService;
}

/** Makes the services of the plugin. */
export async function createServices(deps: ServiceDependencies) {
  const { config } = deps;
  const db = await migratedDatabase(deps.database, PACKAGE_NAME);
  const decisions = new DecisionStore(db);
  const access = new EntityAccess(deps);
  const manifests = new ManifestReader({
    sources: [
      new UrlManifests({
        reader: deps.urlReader,
        integrations: ScmIntegrations.fromConfig(deps.rootConfig),
      }),
      new LocalManifests(config.manifests),
    ],
  });
  const evidence = new EvidenceReader({
    ...deps,
    monitoring: new MlMonitoringClient({ discoveryApi: deps.discovery }),
  });
  const reviews = new ReviewService({
    access,
    config,
    decisions,
    evidence,
    manifests,
  });
  const announcer = new DecisionAnnouncer(deps);
  return {
    access,
    decisions,
    reviews,
    decisionService: new DecisionService({
      access,
      announcer,
      decisions,
      reviews,
    }),
  };
}

/** The services of the plugin. */
export type Services = Awaited<ReturnType<typeof createServices>>;
