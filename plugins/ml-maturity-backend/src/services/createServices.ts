import { FilterPredicate } from '@backstage/filter-predicates';
import {
  AuthService,
  CacheService,
  DatabaseService,
  LoggerService,
  PermissionsService,
  UrlReaderService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { NotificationService } from '@backstage/plugin-notifications-node';
import {
  BUILT_IN_FACTS,
  FactVocabulary,
} from '@airworthy/plugin-ml-maturity-common';
import { FactCollector } from '@airworthy/plugin-ml-maturity-node';
import {
  EntityAccess,
  migratedDatabase,
  Visibility,
} from '@airworthy/plugin-ml-models-node';
import { PACKAGE_NAME } from '../packageName';
import { AttestationService } from '../answers/AttestationService';
import { WaiverService } from '../answers/WaiverService';
import { builtInCollectors } from '../collectors/builtInCollectors';
import { MlMaturityConfig } from '../config';
import { AttestationStore } from '../database/AttestationStore';
import { DraftStore } from '../database/DraftStore';
import { FactStore } from '../database/FactStore';
import { HistoryStore } from '../database/HistoryStore';
import { ReminderStore } from '../database/ReminderStore';
import { RubricStore } from '../database/RubricStore';
import { ScorecardStore } from '../database/ScorecardStore';
import { TaskStore } from '../database/TaskStore';
import { WaiverStore } from '../database/WaiverStore';
import { WatchStore } from '../database/WatchStore';
import { EvaluationService } from '../evaluation/EvaluationService';
import { FirstEvaluations } from '../evaluation/FirstEvaluations';
import { KnowledgeReader } from '../evaluation/KnowledgeReader';
import { FactService } from '../facts/FactService';
import { GroupTrackService } from '../facts/GroupTrackService';
import { RubricLoader } from '../rubrics/RubricLoader';
import { RubricService } from '../rubrics/RubricService';
import { EntityWatcher } from '../tasks/EntityWatcher';
import { EvaluationSweep } from '../tasks/EvaluationSweep';
import { EvaluationTasks } from '../tasks/EvaluationTasks';
import { ExpiryReminder } from '../tasks/ExpiryReminder';
import { createPortfolioServices } from './createPortfolioServices';

interface Options {
  auth: AuthService;
  cache: CacheService;
  catalog: CatalogService;
  collectors: FactCollector[];
  config: MlMaturityConfig;
  database: DatabaseService;
  logger: LoggerService;
  notifications: NotificationService;
  permissions: PermissionsService;
  reader: UrlReaderService;
  userInfo: UserInfoService;
}

/** All facts that a rule may read: those of the suite, and those of collectors that modules add. */
function vocabularyOf(collectors: FactCollector[]): FactVocabulary {
  const added = collectors.map(({ schema }) => schema);
  const ids = new Set(added.map(({ collector }) => collector));
  // A module that brings a capability of the suite declares its facts itself.
  return FactVocabulary.create([
    ...BUILT_IN_FACTS.filter(({ collector }) => !ids.has(collector)),
    ...added,
  ]);
}

/** Makes the services of the plugin. */
export async function createServices(options: Options) {
  const { config, logger, catalog, auth, permissions } = options;
  const db = await migratedDatabase(options.database, PACKAGE_NAME);
  const stores = {
    attestations: new AttestationStore(db),
    drafts: new DraftStore(db),
    factStore: new FactStore(db),
    history: new HistoryStore(db),
    reminders: new ReminderStore(db),
    scorecards: new ScorecardStore(db),
    taskStore: new TaskStore(db),
    waivers: new WaiverStore(db),
  };
  const vocabulary = vocabularyOf(options.collectors);
  const rubrics = await RubricService.create({
    configs: config.rubrics,
    loader: new RubricLoader({ reader: options.reader, vocabulary }),
    store: new RubricStore(db),
    vocabulary,
    logger,
  });
  const tracks = new GroupTrackService({ catalog, auth });
  const evaluations = new EvaluationService({
    ...stores,
    db,
    catalog,
    auth,
    logger,
    rubrics,
    facts: new FactService({
      collectors: [...builtInCollectors(options), ...options.collectors],
      store: stores.factStore,
      auth,
      logger,
    }),
    tracks,
    defaultTrack: config.defaultTrack,
  });
  const common = { rubrics, evaluations };
  const outside = { catalog, auth, logger };
  const visibility = new Visibility({
    permissions,
    catalog,
    auth,
    query: () => ({
      $any: [
        ...rubrics
          .all()
          .map(({ compiled }) => compiled.rubric.appliesTo as FilterPredicate),
        // Rollups name groups, systems and domains.
        { kind: { $in: ['Group', 'System', 'Domain'] } },
      ],
    }),
  });
  const sweep = new EvaluationSweep({ ...common, ...stores, ...outside });
  return {
    ...stores,
    ...common,
    db,
    vocabulary,
    firstEvaluations: new FirstEvaluations({ evaluations, logger }),
    access: new EntityAccess({ ...options }),
    visibility,
    ...createPortfolioServices({
      ...options,
      ...common,
      ...stores,
      db,
      vocabulary,
      visibility,
      knowledge: new KnowledgeReader({
        ...stores,
        tracks,
        defaultTrack: config.defaultTrack,
      }),
    }),
    tasks: new EvaluationTasks({
      ...common,
      ...outside,
      sweep,
      store: stores.taskStore,
    }),
    attestationService: new AttestationService({
      ...common,
      store: stores.attestations,
      drafts: stores.drafts,
    }),
    waiverService: new WaiverService({
      ...common,
      store: stores.waivers,
      selfApproval: config.waivers.selfApproval,
    }),
    watcher: new EntityWatcher({
      ...common,
      ...outside,
      store: new WatchStore(db),
    }),
    sweep,
    reminder: new ExpiryReminder({
      ...stores,
      rubrics,
      notifications: options.notifications,
      remindBefore: config.remindBefore,
      logger,
    }),
  };
}

/** The services of the plugin. */
export type Services = Awaited<ReturnType<typeof createServices>>;
