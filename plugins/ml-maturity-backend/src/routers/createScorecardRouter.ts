import { HttpAuthService } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  FactVocabulary,
  ScorecardAnswer,
  computeScorecard,
  mlMaturityReadPermission,
  nextBestActions,
} from '@airworthy/plugin-ml-maturity-common';
import express, { Request } from 'express';
import Router from 'express-promise-router';
import { DateTime } from 'luxon';
import { z } from 'zod';
import {
  dayOf,
  EntityAccess,
  parseInput,
} from '@airworthy/plugin-ml-models-node';
import { AttestationStore } from '../database/AttestationStore';
import { FactStore, NEVER } from '../database/FactStore';
import { HistoryStore } from '../database/HistoryStore';
import { ScorecardStore } from '../database/ScorecardStore';
import { WaiverStore } from '../database/WaiverStore';
import { FirstEvaluations } from '../evaluation/FirstEvaluations';
import { RubricInForce, RubricService } from '../rubrics/RubricService';
import { SCORECARD_PATH, addressOf, refOf, rubricOf } from './scorecardRequest';
import { withAgesOf } from './withAgesOf';

const DEFAULT_DAYS = 90;
const MAX_DAYS = 1_100;

const historyQuery = z.object({
  rubric: z.string().max(63).optional(),
  checkId: z.string().max(100).optional(),
  days: z.coerce.number().int().min(1).max(MAX_DAYS).default(DEFAULT_DAYS),
  limit: z.coerce.number().int().min(1).max(500).default(100),
  before: z.coerce.number().int().positive().optional(),
});

interface Options {
  rubrics: RubricService;
  scorecards: ScorecardStore;
  facts: FactStore;
  vocabulary: FactVocabulary;
  history: HistoryStore;
  attestations: AttestationStore;
  waivers: WaiverStore;
  firstEvaluations: FirstEvaluations;
  access: EntityAccess;
  httpAuth: HttpAuthService;
}

/** What is stored, without what the answer says above it. */
function withoutAddress<T extends { entityRef: string; rubricId: string }>({
  entityRef,
  rubricId,
  ...others
}: T) {
  return others;
}

function briefOf({ compiled }: RubricInForce) {
  const { id, title, version } = compiled.rubric.metadata;
  return { id, title, version };
}

/** The rubric to answer by: the one that is asked for, else the first that has judged the entity, else the first that will. */
function chooseRubric(
  rubrics: RubricService,
  entity: Entity,
  wanted: string | undefined,
  evaluatedBy: readonly string[],
): RubricInForce | undefined {
  const isKnown = ({ compiled }: RubricInForce) =>
    evaluatedBy.includes(compiled.rubric.metadata.id);
  const applies = ({ compiled }: RubricInForce) => compiled.appliesTo(entity);
  const candidates = wanted ? [rubrics.get(wanted)] : rubrics.all();
  return candidates.find(isKnown) ?? candidates.find(applies);
}

/** Routes of one entity's scorecard: its results, history and records. */
export function createScorecardRouter(options: Options): express.Router {
  const { access, rubrics, httpAuth } = options;
  const router = Router();
  const path = SCORECARD_PATH;

  const toRead = async (req: Request) => {
    const credentials = await httpAuth.credentials(req);
    await access.require(credentials, mlMaturityReadPermission);
    const entity = await access.readable(credentials, refOf(req));
    return { entity, entityRef: stringifyEntityRef(entity) };
  };
  const answerFor = async (
    entity: Entity,
    wanted: string | undefined,
  ): Promise<ScorecardAnswer> => {
    const entityRef = stringifyEntityRef(entity);
    const evaluatedBy = await options.scorecards.rubricsOf(entityRef);
    const inForce = chooseRubric(rubrics, entity, wanted, evaluatedBy);
    if (!inForce) {
      return {
        state: 'not-covered',
        entityRef,
        rubric: wanted ? briefOf(rubrics.get(wanted)) : undefined,
        rubrics: evaluatedBy,
      };
    }
    const { compiled, problems } = inForce;
    const rubric = briefOf(inForce);
    let scorecard = await options.scorecards.get(entityRef, rubric.id);
    if (!scorecard) {
      const waiting = await options.firstEvaluations.evaluate(entityRef);
      scorecard = await options.scorecards.get(entityRef, rubric.id);
      if (!scorecard) {
        const since = new Date().toISOString();
        return {
          state: 'pending',
          entityRef,
          rubric,
          rubrics: evaluatedBy,
          ...(waiting ?? { since }),
        };
      }
      evaluatedBy.push(...(await options.scorecards.rubricsOf(entityRef)));
    }
    const facts =
      (await options.facts.factsOf([entityRef])).get(entityRef) ?? {};
    const results = withAgesOf(facts, options.vocabulary, scorecard.results);
    return {
      state: 'evaluated',
      entityRef,
      rubric: {
        ...rubric,
        digest: compiled.digest,
        current: scorecard.rubricDigest === compiled.digest,
        problems,
      },
      rubrics: [...new Set(evaluatedBy)],
      track: scorecard.entity.track,
      evaluatedAt: scorecard.evaluatedAt,
      scorecard: computeScorecard(compiled, results),
      results,
      actions: nextBestActions(compiled, results, { entity }),
      collectors: Object.entries(facts).map(
        ([id, { collectedAt, failure }]) => ({
          id,
          ...(collectedAt === NEVER.toISOString() ? {} : { collectedAt }),
          failure,
        }),
      ),
    };
  };

  router.get(path, async (req, res) => {
    const { entity } = await toRead(req);
    res.json(await answerFor(entity, rubricOf(req)));
  });

  router.get(`${path}/history`, async (req, res) => {
    const { entityRef } = await toRead(req);
    const query = parseInput(historyQuery, req.query, 'query');
    const rubricId = rubrics.get(query.rubric).compiled.rubric.metadata.id;
    const since = DateTime.utc().minus({ days: query.days }).toJSDate();
    const [points, events] = await Promise.all([
      options.history.pointsOf(entityRef, rubricId, dayOf(since)),
      options.history.eventsOf(entityRef, rubricId, {
        checkId: query.checkId,
        since,
        limit: query.limit,
        before: query.before,
      }),
    ]);
    res.json({
      entityRef,
      rubricId,
      points: points.map(withoutAddress),
      events: events.map(withoutAddress),
    });
  });

  router.get(`${path}/checks/:checkId`, async (req, res) => {
    const { entityRef } = await toRead(req);
    const address = addressOf(rubrics, entityRef, req);
    const [attestations, waivers] = await Promise.all([
      options.attestations.historyOf(address),
      options.waivers.historyOf(address),
    ]);
    res.json({ ...address, attestations, waivers });
  });

  return router;
}
