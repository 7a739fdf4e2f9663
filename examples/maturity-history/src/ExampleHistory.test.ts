import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { mockCredentials } from '@backstage/backend-test-utils';
import {
  EntityFacts,
  attestationInputSchema,
  parseRubric,
} from '@airworthy/plugin-ml-maturity-common';
import { ExampleHistory } from './ExampleHistory';
import { ANSWERS } from './answers';
import { factsAt } from './factsAt';
import { SCENARIOS } from './scenarios';

const NOW = new Date('2026-06-30T12:00:00Z');
const rubrics = ['mlops', 'language-models'].map(id => {
  const file = resolve(
    __dirname,
    '../../../plugins/ml-maturity-backend/config/rubrics',
    `${id}.yaml`,
  );
  const result = parseRubric(readFileSync(file, 'utf8'), { file });
  if (!result.ok) throw new Error('the default rubrics are good');
  return result.rubric;
});
const questionOf = (checkId: string) =>
  rubrics.flatMap(({ checks }) => checks).find(({ id }) => id === checkId)
    ?.attestation;

const known: EntityFacts = {
  model: {
    collectedAt: NOW.toISOString(),
    values: { ageDays: 100, license: true, card: { limitations: true } },
  },
  versions: {
    collectedAt: NOW.toISOString(),
    values: {
      count: 2,
      newest: { name: '2', ageDays: 10 },
      serving: { name: '1', ageDays: 100 },
    },
  },
};

const entity = {
  apiVersion: 'airworthy.dev/v1alpha1',
  kind: 'MlModel',
  metadata: { name: 'flight-delay', namespace: 'default' },
};
const request = {
  entities: [entity],
  facts: new Map([['mlmodel:default/flight-delay', known]]),
  credentials: mockCredentials.service(),
  signal: new AbortController().signal,
};

describe('the past of the example organisation', () => {
  it('holds only answers that the checks take', () => {
    const given = Object.values(SCENARIOS).flatMap(s => s.answers ?? []);
    for (const { checks, answer = 'yes', daysAgo } of given) {
      expect(daysAgo).toBeLessThanOrEqual(90);
      for (const checkId of checks) {
        const question = questionOf(checkId);
        expect([checkId, question]).toEqual([checkId, expect.anything()]);
        const result = attestationInputSchema(question!, NOW).safeParse({
          answer,
          ...(answer === 'yes' ? ANSWERS[checkId]?.(NOW) : {}),
        });
        expect([checkId, result.error?.issues]).toEqual([checkId, undefined]);
      }
    }
  });

  it('has every text for a question that there is', () => {
    expect(Object.keys(ANSWERS).filter(id => !questionOf(id))).toEqual([]);
  });

  it('ends with the facts of now and begins without the newest version', () => {
    expect(factsAt(known, [], 0).versions).toEqual(known.versions.values);
    expect(factsAt(known, [], 90)).toEqual({
      model: { ageDays: 10, license: true, card: { limitations: true } },
      versions: {
        count: 1,
        newest: { name: '1', ageDays: 10 },
        serving: { name: '1', ageDays: 10 },
      },
    });
    expect(factsAt(known, [], 101).versions).toEqual({ count: 0 });
  });

  it('knows nothing of monitoring before the logs begin', () => {
    const monitoring = {
      collectedAt: NOW.toISOString(),
      values: { reported: true },
    };
    const watched = { ...known, monitoring };
    expect(factsAt(watched, [], 45).monitoring).toEqual({ reported: true });
    expect(factsAt(watched, [], 46)).not.toHaveProperty('monitoring');
  });

  it('takes back what came later, and leaves out what was not known', () => {
    const differences = [
      {
        untilDaysAgo: 30,
        was: { 'model.card.limitations': false, 'model.license': null },
      },
    ];
    expect(factsAt(known, differences, 30).model).toMatchObject({
      license: true,
      card: { limitations: true },
    });
    expect(factsAt(known, differences, 31).model).toEqual({
      ageDays: 69,
      card: { limitations: false },
    });
  });

  it('is the same each time, in the past, and oldest first', async () => {
    const source = new ExampleHistory({ now: () => NOW });
    const [history] = await source.historyOf(request);
    expect(await source.historyOf(request)).toEqual([history]);
    const moments = history.facts.map(({ at }) => at);
    expect([...moments].sort()).toEqual(moments);
    expect(moments[0].slice(0, 10)).toBe('2026-04-01');
    expect(moments[moments.length - 1].slice(0, 10)).toBe('2026-06-29');
    expect(history.answers!.every(({ at }) => at < NOW.toISOString())).toBe(
      true,
    );
  });

  it.each([
    ['of another namespace', { name: 'flight-delay', namespace: 'elsewhere' }],
    ['of somebody else', { name: 'churn', namespace: 'default' }],
  ])('says nothing of a model %s', async (_, metadata) => {
    const other = { ...entity, metadata };
    const ref = `mlmodel:${metadata.namespace}/${metadata.name}`;
    expect(
      await new ExampleHistory().historyOf({
        ...request,
        entities: [other],
        facts: new Map([[ref, known]]),
      }),
    ).toEqual([]);
  });
});
