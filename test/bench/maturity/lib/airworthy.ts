import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Entity } from '@backstage/catalog-model';
import type { Knex } from 'knex';
import {
  builtInVocabulary,
  parseRubric,
} from '@airworthy/plugin-ml-maturity-common';
import { AttestationStore } from '../../../../plugins/ml-maturity-backend/src/database/AttestationStore';
import { FactStore } from '../../../../plugins/ml-maturity-backend/src/database/FactStore';
import { HistoryStore } from '../../../../plugins/ml-maturity-backend/src/database/HistoryStore';
import { RubricStore } from '../../../../plugins/ml-maturity-backend/src/database/RubricStore';
import { ScorecardStore } from '../../../../plugins/ml-maturity-backend/src/database/ScorecardStore';
import { WaiverStore } from '../../../../plugins/ml-maturity-backend/src/database/WaiverStore';
import { migratedDatabase } from '../../../../plugins/ml-maturity-backend/src/database/migrate';
import { EvaluationService } from '../../../../plugins/ml-maturity-backend/src/evaluation/EvaluationService';
import { FactService } from '../../../../plugins/ml-maturity-backend/src/facts/FactService';
import { RubricLoader } from '../../../../plugins/ml-maturity-backend/src/rubrics/RubricLoader';
import { RubricService } from '../../../../plugins/ml-maturity-backend/src/rubrics/RubricService';
import { EvaluationSweep } from '../../../../plugins/ml-maturity-backend/src/tasks/EvaluationSweep';
import { quiet } from './quiet';

const RUBRIC = resolve(
  __dirname,
  '../../../../plugins/ml-maturity-backend/config/rubrics/mlops.yaml',
);

/** The default rubric. */
export function defaultRubric() {
  const result = parseRubric(readFileSync(RUBRIC, 'utf8'), { file: RUBRIC });
  if (!result.ok) throw new Error('The default rubric is not good');
  return result.rubric;
}

function catalogOf(entities: Entity[]): any {
  const byRef = new Map(
    entities.map(e => [`mlmodel:default/${e.metadata.name}`, e]),
  );
  return {
    async *streamEntities(_: unknown) {
      for (let start = 0; start < entities.length; start += 200) {
        yield entities.slice(start, start + 200);
      }
    },
    getEntitiesByRefs: async ({ entityRefs }: { entityRefs: string[] }) => ({
      items: entityRefs.map(ref => byRef.get(ref)),
    }),
  };
}

/** The plugin's own services on a database; only the catalog stands in memory. */
export async function createAirworthy(knex: Knex, entities: Entity[]) {
  const db = await migratedDatabase({ getClient: async () => knex });
  const catalog = catalogOf(entities);
  const auth: any = { getOwnServiceCredentials: async () => ({}) };
  const factStore = new FactStore(db);
  const scorecards = new ScorecardStore(db);
  const attestations = new AttestationStore(db);
  const history = new HistoryStore(db);
  const rubrics = await RubricService.create({
    configs: [{ id: 'mlops', document: defaultRubric() as any }],
    loader: new RubricLoader({
      reader: {} as any,
      vocabulary: builtInVocabulary,
    }),
    store: new RubricStore(db),
    vocabulary: builtInVocabulary,
    logger: quiet,
  });
  const evaluations = new EvaluationService({
    db,
    catalog,
    auth,
    rubrics,
    factStore,
    scorecards,
    attestations,
    logger: quiet,
    facts: new FactService({
      collectors: [],
      store: factStore,
      auth,
      logger: quiet,
    }),
    tracks: { get: async () => new Map() } as any,
    defaultTrack: 'large-organisation',
    history,
    waivers: new WaiverStore(db),
  });
  const sweep = new EvaluationSweep({
    catalog,
    auth,
    rubrics,
    evaluations,
    scorecards,
    logger: quiet,
  });
  return {
    db,
    auth,
    catalog,
    rubrics,
    factStore,
    attestations,
    evaluations,
    history,
    scorecards,
    sweep,
    rubric: rubrics.get().compiled,
  };
}
