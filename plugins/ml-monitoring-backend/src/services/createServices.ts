import { mlDeploymentPredicate } from '@airworthy/plugin-ml-models-common';
import {
  AuthService,
  DatabaseService,
  LoggerService,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { EventsService } from '@backstage/plugin-events-node';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { MonitoringSource } from '@airworthy/plugin-ml-monitoring-node';
import {
  EntityAccess,
  migratedDatabase,
  Visibility,
} from '@airworthy/plugin-ml-models-node';
import { PACKAGE_NAME } from '../packageName';
import { DeploymentReader } from '../catalog/DeploymentReader';
import { ModelReader } from '../catalog/ModelReader';
import { MlMonitoringConfig } from '../config';
import { FailureStore } from '../database/FailureStore';
import { MuteStore } from '../database/MuteStore';
import { OutboxStore } from '../database/OutboxStore';
import { StatusHistoryStore } from '../database/StatusHistoryStore';
import { StatusStore } from '../database/StatusStore';
import { FleetIndex } from '../fleet/FleetIndex';
import { MuteService } from '../mutes/MuteService';
import { PanelService } from '../panels/PanelService';
import { SetupService } from '../panels/SetupService';
import { FailureLog } from '../sources/FailureLog';
import { SourceDesk } from '../sources/SourceDesk';
import { SourceRegistry } from '../sources/SourceRegistry';
import { EvaluationService } from '../status/EvaluationService';
import { StatusEvaluator } from '../status/StatusEvaluator';
import { StatusReader } from '../status/StatusReader';
import { FleetSweep } from '../tasks/FleetSweep';
import { Outbox } from '../tasks/Outbox';

/** What the services are made of. */
export interface ServiceDependencies {
  auth: AuthService;
  catalog: CatalogService;
  config: MlMonitoringConfig;
  database: DatabaseService;
  events: EventsService;
  logger: LoggerService;
  notifications: NotificationService;
  permissions: PermissionsService;
  sources: readonly MonitoringSource[];
  userInfo: UserInfoService;
}

/** Makes the services of the plugin. */
export async function createServices(deps: ServiceDependencies) {
  const db = await migratedDatabase(deps.database, PACKAGE_NAME);
  const stores = {
    failures: new FailureStore(db),
    history: new StatusHistoryStore(db),
    mutes: new MuteStore(db),
    outboxStore: new OutboxStore(db),
    statuses: new StatusStore(db),
  };
  const access = new EntityAccess(deps);
  const models = new ModelReader(deps);
  const registry = SourceRegistry.create(deps.sources);
  const desk = new SourceDesk({
    registry,
    failures: new FailureLog({ store: stores.failures }),
    logger: deps.logger,
  });
  const common = { ...deps, ...stores, access, models, registry, desk };
  const outbox = new Outbox(common);
  const evaluator = new StatusEvaluator({ ...common, outbox });
  return {
    ...stores,
    access,
    outbox,
    evaluator,
    visibility: new Visibility({ ...deps, query: () => mlDeploymentPredicate }),
    deployments: new DeploymentReader(common),
    fleet: new FleetIndex(stores),
    panels: new PanelService(common),
    setup: new SetupService(common),
    statusReader: new StatusReader(common),
    evaluations: new EvaluationService({ ...stores, evaluator }),
    muteService: new MuteService({ ...common, evaluator }),
    sweep: new FleetSweep({ ...common, evaluator, outbox }),
  };
}

/** The services of the plugin. */
export type Services = Awaited<ReturnType<typeof createServices>>;
