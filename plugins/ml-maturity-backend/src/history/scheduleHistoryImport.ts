import {
  AuthService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { FactVocabulary } from '@airworthy/plugin-ml-maturity-common';
import { FactHistorySource } from '@airworthy/plugin-ml-maturity-node';
import { Knex } from 'knex';
import { MlMaturityConfig } from '../config';
import { AttestationStore } from '../database/AttestationStore';
import { FactStore } from '../database/FactStore';
import { HistoryStore } from '../database/HistoryStore';
import { ImportStore } from '../database/ImportStore';
import { EvaluationService } from '../evaluation/EvaluationService';
import { GroupTrackService } from '../facts/GroupTrackService';
import { RubricService } from '../rubrics/RubricService';
import { HistoryImporter } from './HistoryImporter';

const MAX_ID = 63;

/** Schedules the import of what modules know of the past, if any does. */
export async function scheduleHistoryImport(options: {
  histories: readonly FactHistorySource[];
  scheduler: SchedulerService;
  config: MlMaturityConfig;
  db: Knex;
  auth: AuthService;
  catalog: CatalogService;
  logger: LoggerService;
  rubrics: RubricService;
  vocabulary: FactVocabulary;
  evaluations: EvaluationService;
  attestations: AttestationStore;
  factStore: FactStore;
  history: HistoryStore;
}): Promise<void> {
  const { histories, scheduler, catalog, auth, config, db } = options;
  if (!histories.length) return;
  const ids = new Set(histories.map(({ id }) => id));
  if (ids.size < histories.length) {
    throw new InputError('Two sources of history have the same id');
  }
  for (const id of ids) {
    if (!id || id.length > MAX_ID) {
      throw new InputError(
        `Id of a source of history: expected 1 to ${MAX_ID} characters, was "${id}"`,
      );
    }
  }
  const importer = new HistoryImporter({
    ...options,
    sources: histories,
    imports: new ImportStore(db),
    tracks: new GroupTrackService({ catalog, auth }),
    defaultTrack: config.defaultTrack,
  });
  await scheduler.scheduleTask({
    id: 'ml-maturity-history',
    frequency: { minutes: 1 },
    timeout: { minutes: 10 },
    initialDelay: { seconds: 20 },
    fn: signal => importer.run(signal),
  });
}
