import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  BUILT_IN_FACTS,
  FactVocabulary,
} from '@airworthy/plugin-ml-maturity-common';
import { FactCollector } from '@airworthy/plugin-ml-maturity-node';
import { Knex } from 'knex';
import { AttestationService } from '../answers/AttestationService';
import { WaiverService } from '../answers/WaiverService';
import { RubricConfig } from '../config';
import { AttestationStore } from '../database/AttestationStore';
import { DraftStore } from '../database/DraftStore';
import { FactStore } from '../database/FactStore';
import { HistoryStore } from '../database/HistoryStore';
import { RubricStore } from '../database/RubricStore';
import { ScorecardStore } from '../database/ScorecardStore';
import { WaiverStore } from '../database/WaiverStore';
import { EvaluationService } from '../evaluation/EvaluationService';
import { FactService } from '../facts/FactService';
import { GroupTrackService } from '../facts/GroupTrackService';
import { RubricLoader } from '../rubrics/RubricLoader';
import { RubricService } from '../rubrics/RubricService';
import { TEST_RUBRIC } from './rubric';

/** A model of the test catalog. */
export function modelOf(name: string, spec: JsonObject = {}): Entity {
  return {
    apiVersion: 'airworthy.dev/v1alpha1',
    kind: 'MlModel',
    metadata: { name, namespace: 'default', etag: `etag-${name}` },
    spec: { type: 'tabular-classification', lifecycle: 'production', ...spec },
    relations: [{ type: 'ownedBy', targetRef: 'group:default/team' }],
  };
}

/** A logger whose lines can be read. */
export function loggerMock() {
  const logger = mockServices.logger.mock();
  logger.child.mockReturnValue(logger);
  return logger;
}

/** The services around an evaluation, on a real database and a catalog in memory. */
export async function createEnvironment(
  db: Knex,
  options: {
    entities?: Entity[];
    rubrics?: RubricConfig[];
    collectors?: FactCollector[];
  } = {},
) {
  const entities = options.entities ?? [modelOf('a'), modelOf('b')];
  const catalog = catalogServiceMock({ entities });
  const auth = mockServices.auth();
  const logger = loggerMock();
  const vocabulary = FactVocabulary.create(BUILT_IN_FACTS);
  const stores = {
    attestations: new AttestationStore(db),
    drafts: new DraftStore(db),
    factStore: new FactStore(db),
    history: new HistoryStore(db),
    scorecards: new ScorecardStore(db),
    waivers: new WaiverStore(db),
  };
  const reader = mockServices.urlReader.mock();
  const rubrics = await RubricService.create({
    configs: options.rubrics ?? [{ id: 'small', document: TEST_RUBRIC }],
    loader: new RubricLoader({ reader, vocabulary }),
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
    tracks,
    defaultTrack: undefined,
    facts: new FactService({
      collectors: options.collectors ?? [],
      store: stores.factStore,
      auth,
      logger,
    }),
  });
  const common = { rubrics, evaluations };
  return {
    ...stores,
    ...common,
    db,
    auth,
    catalog,
    entities,
    logger,
    reader,
    tracks,
    vocabulary,
    attest: new AttestationService({
      ...common,
      store: stores.attestations,
      drafts: stores.drafts,
    }),
    waive: new WaiverService({
      ...common,
      store: stores.waivers,
      selfApproval: false,
    }),
    /** Stores facts as a collector would have found them. */
    know: (entityRef: string, collectorId: string, values: JsonObject) =>
      stores.factStore.store([{ entityRef, collectorId, values }], new Date()),
  };
}
