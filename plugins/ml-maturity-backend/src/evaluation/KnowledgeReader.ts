import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { AttestationStore } from '../database/AttestationStore';
import { FactStore } from '../database/FactStore';
import { WaiverStore } from '../database/WaiverStore';
import { GroupTrackService } from '../facts/GroupTrackService';
import { trackOf } from '../facts/trackOf';
import { EntityKnowledge } from './evaluateEntity';

/** Reads what is stored about entities, for evaluations that store nothing. */
export class KnowledgeReader {
  readonly #options: KnowledgeReaderOptions;

  constructor(options: KnowledgeReaderOptions) {
    this.#options = options;
  }

  /** What is known of each entity, in their order, for one rubric. */
  async of(entities: Entity[], rubricId: string): Promise<EntityKnowledge[]> {
    const { factStore, attestations, waivers, tracks } = this.#options;
    const refs = entities.map(entity => stringifyEntityRef(entity));
    const [facts, answers, waived, groupTracks] = await Promise.all([
      factStore.factsOf(refs),
      attestations.currentOf(rubricId, refs),
      waivers.currentOf(rubricId, refs),
      tracks.get(),
    ]);
    return entities.map((entity, index) => ({
      entity,
      track: trackOf(entity, groupTracks, this.#options.defaultTrack),
      facts: facts.get(refs[index]) ?? {},
      attestations: answers.get(refs[index]) ?? [],
      waivers: waived.get(refs[index]) ?? [],
    }));
  }
}

interface KnowledgeReaderOptions {
  factStore: FactStore;
  attestations: AttestationStore;
  waivers: WaiverStore;
  tracks: GroupTrackService;
  defaultTrack: string | undefined;
}
