import { HttpAuthService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import {
  computeScorecard,
  mlMaturityReadPermission,
  nextBestActions,
} from '@airworthy/plugin-ml-maturity-common';
import express, { Request } from 'express';
import Router from 'express-promise-router';
import { DateTime } from 'luxon';
import { z } from 'zod';
import { EntityAccess } from '../access/EntityAccess';
import { AttestationStore } from '../database/AttestationStore';
import { FactStore } from '../database/FactStore';
import { HistoryStore } from '../database/HistoryStore';
import { ScorecardStore } from '../database/ScorecardStore';
import { WaiverStore } from '../database/WaiverStore';
import { dayOf } from '../database/moments';
import { RubricService } from '../rubrics/RubricService';
import { parseInput } from './parseInput';
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
  history: HistoryStore;
  attestations: AttestationStore;
  waivers: WaiverStore;
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
  router.get(path, async (req, res) => {
    const { entity, entityRef } = await toRead(req);
    const wanted = rubricOf(req);
    const evaluatedBy = await options.scorecards.rubricsOf(entityRef);
    const first = rubrics
      .all()
      .map(({ compiled }) => compiled.rubric.metadata.id)
      .find(id => evaluatedBy.includes(id));
    const { compiled, problems } = rubrics.get(wanted ?? first);
    const rubricId = compiled.rubric.metadata.id;
    const scorecard = await options.scorecards.get(entityRef, rubricId);
    if (!scorecard) {
      throw new NotFoundError(
        `${entityRef} has no scorecard by rubric ${rubricId}: it was not evaluated yet, or the rubric does not apply to it`,
      );
    }
    const facts =
      (await options.facts.factsOf([entityRef])).get(entityRef) ?? {};
    const results = withAgesOf(facts, scorecard.results);
    res.json({
      entityRef,
      rubric: {
        id: rubricId,
        title: compiled.rubric.metadata.title,
        version: compiled.rubric.metadata.version,
        digest: compiled.digest,
        current: scorecard.rubricDigest === compiled.digest,
        problems,
      },
      rubrics: evaluatedBy,
      track: scorecard.entity.track,
      evaluatedAt: scorecard.evaluatedAt,
      scorecard: computeScorecard(compiled, results),
      results,
      actions: nextBestActions(compiled, results, { entity }),
      collectors: Object.entries(facts).map(
        ([id, { collectedAt, failure }]) => ({
          id,
          collectedAt,
          failure,
        }),
      ),
    });
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
