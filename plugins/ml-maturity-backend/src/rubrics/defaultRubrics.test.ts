import { readFileSync } from 'fs';
import { resolve } from 'path';
import { Duration } from 'luxon';
import {
  ML_TEST_SCORE_ITEMS,
  parseRubric,
  Rubric,
  RubricCheck,
} from '@airworthy/plugin-ml-maturity-common';
import {
  EXPECTED_LANGUAGE_CHECKS,
  EXPECTED_PRACTICES,
  EXPECTED_STEPS,
} from './testing/expectedChecks';

const textOf = (id: string) =>
  readFileSync(
    resolve(__dirname, '../../config/rubrics', `${id}.yaml`),
    'utf8',
  );

function load(id: string): Rubric {
  const result = parseRubric(textOf(id), { file: `${id}.yaml` });
  if (!result.ok) throw new Error(JSON.stringify(result.problems, null, 2));
  return result.rubric;
}

const TEMPLATES = [
  'new-ml-model',
  'deploy-shadow',
  'deploy-blue-green',
  'deploy-canary',
  'deploy-ab-test',
  'promote-or-roll-back',
  'add-monitoring',
].map(name => `template:default/${name}`);

function how({ rule, attestation }: RubricCheck) {
  if (rule === undefined) return 'answer';
  return attestation ? 'either' : 'rule';
}

describe.each(['mlops', 'language-models'])('the rubric %s', id => {
  const rubric = load(id);

  it('has the name of its file', () => {
    expect(rubric.metadata.id).toBe(id);
  });

  it.each(rubric.checks.map(check => [check.id, check] as const))(
    'says of %s why it matters, what it expects and how to mend it',
    (_, check) => {
      expect(check.why.length).toBeGreaterThan(40);
      expect(check.expects).toMatch(/\.$/);
      expect(check.remediation.text.length).toBeGreaterThan(60);
      expect(check.sources?.length).toBeGreaterThan(0);
      expect(check.status).toBe('active');
      // Titles stand in lists and tables: a statement without a full stop.
      expect(check.title).not.toMatch(/[.?]$/);
      expect(check.title.length).toBeLessThanOrEqual(70);
      expect([undefined, ...TEMPLATES]).toContain(check.remediation.template);
      for (const { url } of [
        ...(check.remediation.links ?? []),
        ...(check.sources ?? []),
      ]) {
        expect(url).toMatch(/^https:\/\//);
      }
    },
  );

  it.each(
    rubric.checks.flatMap(({ id: checkId, attestation }) =>
      attestation ? [[checkId, attestation] as const] : [],
    ),
  )('asks a question for %s that expires', (_, attestation) => {
    expect(attestation.question).toMatch(/\?/);
    const days = Duration.fromISO(attestation.expiresAfter).as('days');
    expect([90, 180, 365]).toContain(days);
  });

  it('lets an answer stand in for a rule only where there is one', () => {
    expect(
      rubric.checks.filter(
        ({ rule, attestation }) => !rule && attestation?.standsInFor === 'fail',
      ),
    ).toEqual([]);
  });

  it('names only facts that a collector declares', () => {
    // The parser refuses others: with one name changed it points at that check.
    const text = textOf(id);
    const wrong = text.replaceAll(
      'versions.newest.metrics',
      'versions.newest.mood',
    );
    expect(wrong).not.toBe(text);
    const result = parseRubric(wrong);
    expect(result.ok ? [] : result.problems).toContainEqual(
      expect.objectContaining({
        field: expect.stringMatching(/^checks.*rule$/),
        message: expect.stringContaining('versions.newest.mood'),
      }),
    );
  });
});

describe('the default rubric', () => {
  const rubric = load('mlops');
  const steps = rubric.checks.filter(check => check.phase !== undefined);
  const practices = rubric.checks.filter(check => check.phase === undefined);

  it('has the levels, categories, phases and tracks of the design', () => {
    expect(rubric.appliesTo).toEqual({ kind: 'MlModel' });
    expect(rubric.levels.map(({ level }) => level)).toEqual([0, 1, 2]);
    expect(rubric.categories.map(category => category.id)).toEqual([
      'objectives-and-metrics',
      'infrastructure',
      'data',
      'model',
      'code',
    ]);
    expect(rubric.phases.map(phase => phase.id)).toEqual([
      'gather',
      'assess',
      'plan',
      'execute',
      'evaluate',
    ]);
    expect(rubric.tracks.map(track => track.id)).toEqual([
      'startup',
      'large-organisation',
    ]);
  });

  it('has the 24 steps of the journey in their order', () => {
    expect(steps).toHaveLength(24);
    expect(
      steps.map(({ id, level, phase, tracks, ...check }) => [
        id,
        { level, phase, tracks, how: how(check as RubricCheck) },
      ]),
    ).toEqual(
      Object.entries(EXPECTED_STEPS).map(([id, step]) => [
        id,
        {
          level: 0,
          phase: step.phase,
          tracks: step.large ? ['large-organisation'] : undefined,
          how: step.how,
        },
      ]),
    );
  });

  it('has the 36 practices', () => {
    expect(practices).toHaveLength(36);
    expect(
      Object.fromEntries(
        practices.map(check => [
          check.id,
          {
            level: check.level,
            category: check.category,
            item: check.mlTestScore,
            how: how(check),
            evidence:
              check.attestation?.evidence === 'required'
                ? 'required'
                : undefined,
          },
        ]),
      ),
    ).toEqual(EXPECTED_PRACTICES);
    expect(practices.every(check => check.tracks === undefined)).toBe(true);
  });

  it('has every item of the ML Test Score once', () => {
    expect(
      rubric.checks.flatMap(check => check.mlTestScore ?? []).sort(),
    ).toEqual([...ML_TEST_SCORE_ITEMS].sort());
    expect(ML_TEST_SCORE_ITEMS).toHaveLength(28);
  });

  it('asks for typed fields where the design names them', () => {
    const fieldsOf = (id: string) =>
      Object.fromEntries(
        rubric.checks
          .find(check => check.id === id)!
          .attestation!.fields!.map(field => [field.id, field.type]),
      );
    expect(fieldsOf('goals-recorded')).toEqual({
      requirements: 'text',
      goals: 'text',
      objectives: 'text',
    });
    expect(fieldsOf('strategy-linked')).toMatchObject({
      strategicObjective: 'text',
    });
    expect(fieldsOf('infrastructure-required')).toEqual({
      compute: 'text',
      latency: 'number',
      availability: 'number',
    });
    expect(fieldsOf('expectations-agreed')).toMatchObject({
      budget: 'number',
      timescale: 'date',
      resources: 'number',
    });
    expect(fieldsOf('scalability-stated')).toEqual({
      expectedLoad: 'number',
      growth: 'number',
      limit: 'text',
    });
    const [skills] = rubric.checks.find(({ id }) => id === 'skills-available')!
      .attestation!.fields!;
    expect(skills).toMatchObject({
      type: 'choice',
      items: [
        'Data',
        'Machine-learning engineering',
        'Software',
        'Operations',
        'Domain',
      ],
      options: ['covered', 'partly', 'missing'],
    });
  });

  it('weighs as its header says', () => {
    const withWeight = (weight: number) =>
      rubric.checks.filter(check => check.weight === weight);
    expect(withWeight(2).map(({ id }) => id)).toEqual([
      'privacy-controls',
      'inclusion-tested',
      'validated-before-serving',
      'rollback-ready',
      'quality-watched',
    ]);
    expect(withWeight(0.5).every(check => check.phase !== undefined)).toBe(
      true,
    );
    expect(
      rubric.checks.every(({ weight }) => [0.5, 1, 2].includes(weight)),
    ).toBe(true);
  });
});

describe('the rubric for language models', () => {
  const rubric = load('language-models');

  it('has its checks in their categories, none at level 0', () => {
    const byCategory: Record<string, string[]> = {};
    for (const { category, id } of rubric.checks) {
      (byCategory[category] ??= []).push(id);
    }
    expect(byCategory).toEqual(EXPECTED_LANGUAGE_CHECKS);
    expect(rubric.checks.every(({ level }) => level > 0)).toBe(true);
  });

  it('asks for evidence where safety or a figure is claimed', () => {
    expect(
      rubric.checks
        .filter(({ attestation }) => attestation?.evidence === 'required')
        .map(({ id }) => id),
    ).toEqual([
      'grounding-measured',
      'contamination-checked',
      'prompts-tested',
      'safety-tested',
      'guardrails-in-place',
      'red-teamed',
    ]);
  });
});
