import fc from 'fast-check';
import {
  answerOf,
  check,
  compiledOf,
  factsOf,
  model,
  NOW,
  waiverOf,
} from '../testing/fixtures';
import { diffResults } from './diffResults';
import { affectedChecks, evaluate, reevaluate } from './evaluate';
import { EvaluationInput } from './types';

const ruled = check('ruled', {
  rule: 'model.card.intendedUse && versions.count >= 2',
  expects: 'The card states the intended use and there are two versions.',
});
const asked = check('asked');
const both = check('both', {
  rule: 'repository.tests',
  expects: 'The repository has tests.',
  attestation: { question: 'Are there tests?', expiresAfter: 'P90D' },
});

function resultOf(
  one: Parameters<typeof compiledOf>[0][number],
  input: Partial<EvaluationInput> = {},
) {
  return evaluate(compiledOf([one]), {
    entity: model,
    facts: {},
    now: NOW,
    ...input,
  }).results[0];
}

describe('evaluate', () => {
  it('passes and fails by facts, and says which', () => {
    expect(
      resultOf(ruled, {
        facts: factsOf({
          model: { card: { intendedUse: true } },
          versions: { count: 2 },
        }),
      }),
    ).toEqual({
      checkId: 'ruled',
      status: 'pass',
      counted: true,
      method: 'automated',
      reason: 'The card states the intended use and there are two versions.',
      facts: [
        {
          path: 'model.card.intendedUse',
          value: true,
          collectedAt: '2026-02-28T23:00:00.000Z',
        },
        {
          path: 'versions.count',
          value: 2,
          collectedAt: '2026-02-28T23:00:00.000Z',
        },
      ],
    });
    expect(
      resultOf(ruled, {
        facts: factsOf({
          model: { card: { intendedUse: true } },
          versions: { count: 1 },
        }),
      }),
    ).toMatchObject({
      status: 'fail',
      reason:
        'Expected: The card states the intended use and there are two versions; found: versions in the catalog (1).',
    });
  });

  it('names the facts that are missing', () => {
    expect(
      resultOf(ruled, { facts: factsOf({ versions: { count: 2 } }) }),
    ).toMatchObject({
      status: 'unknown',
      method: 'none',
      reason: 'Not known: intended use in the model card.',
    });
  });

  it('keeps an error with its check', () => {
    const { results } = evaluate(
      compiledOf([
        ruled,
        check('fine', { rule: 'model.license', expects: 'It has a license.' }),
      ]),
      {
        entity: model,
        facts: factsOf({
          model: { card: { intendedUse: true }, license: true },
          versions: { count: 'two' },
        }),
        now: NOW,
      },
    );
    expect(results.map(({ status }) => status)).toEqual(['error', 'pass']);
    expect(results[0].reason).toBe(
      'The rule failed: versions.count: expected a whole number, was "two".',
    );
  });

  it('takes an answer for as long as it holds', () => {
    const at = (now: string) =>
      resultOf(asked, { attestations: answerOf('asked'), now: new Date(now) });
    expect(at('2026-03-01T00:00:00Z')).toMatchObject({
      status: 'pass',
      method: 'attested',
      reason: 'Answered yes by ada on 2026-02-01; holds until 2026-05-02.',
      expiresAt: '2026-05-02T00:00:00.000Z',
      attestation: { state: 'active' },
    });
    expect(at('2026-05-02T00:00:00Z')).toMatchObject({
      status: 'unknown',
      method: 'none',
      reason: 'The answer of ada on 2026-02-01 expired on 2026-05-02.',
      attestation: { state: 'expired' },
    });
    expect(
      resultOf(asked, { attestations: answerOf('asked', { answer: 'no' }) }),
    ).toMatchObject({ status: 'fail', method: 'attested' });
    expect(resultOf(asked)).toMatchObject({
      status: 'unknown',
      reason: 'Nobody has answered yet.',
    });
  });

  it('shortens an answer when the rubric does', () => {
    expect(
      resultOf(
        check('asked', {
          attestation: { question: 'Is it?', expiresAfter: 'P1M' },
        }),
        {
          attestations: answerOf('asked', {
            createdAt: '2026-01-31T12:00:00.000Z',
          }),
        },
      ),
    ).toMatchObject({
      status: 'unknown',
      // A month after 31 January is the last of February.
      attestation: { state: 'expired', expiresAt: '2026-02-28T12:00:00.000Z' },
    });
  });

  it.each([
    [{ tests: true }, 'no', 'pass', 'automated'],
    [{ tests: false }, 'yes', 'fail', 'automated'],
    [{}, 'yes', 'pass', 'attested'],
    [{}, 'no', 'fail', 'attested'],
  ] as const)(
    'lets facts %j win over the answer %s',
    (repository, answer, status, method) => {
      expect(
        resultOf(both, {
          facts: factsOf({ repository }),
          attestations: answerOf('both', { answer }),
        }),
      ).toMatchObject({ status, method });
    },
  );

  it('lets an answer stand in for a rule that fails, where the rubric says so', () => {
    const lenient = check('both', {
      ...both,
      attestation: { ...both.attestation!, standsInFor: 'fail' },
    });
    const of = (tests: boolean, answer: 'yes' | 'no') =>
      resultOf(lenient, {
        facts: factsOf({ repository: { tests } }),
        attestations: answerOf('both', { answer }),
      });
    expect(of(false, 'yes')).toMatchObject({
      status: 'pass',
      method: 'attested',
    });
    expect(of(false, 'no').status).toBe('fail');
    expect(of(true, 'no')).toMatchObject({
      status: 'pass',
      method: 'automated',
    });
  });

  it('does not take an answer that no longer has all that is asked', () => {
    const question = check('asked', {
      attestation: {
        question: 'Agreed?',
        expiresAfter: 'P90D',
        evidence: 'required',
        fields: [
          { id: 'budget', title: 'Budget', type: 'number', required: true },
          {
            id: 'skills',
            title: 'Skills',
            type: 'choice',
            items: ['data', 'ML engineering'],
            options: ['covered', 'missing'],
          },
        ],
        passIf:
          'fields.budget > 100 && fields.skills.all(role, fields.skills[role] != "missing")',
      },
    });
    const evidence = { url: 'https://example.com' };
    const withFields = (fields: any, more = {}) =>
      resultOf(question, {
        attestations: answerOf('asked', { fields, evidence, ...more }),
      });
    const skills = { data: 'covered', 'ML engineering': 'covered' };
    expect(withFields({ budget: 200, skills }).status).toBe('pass');
    expect(
      withFields({ budget: 200, skills }, { evidence: undefined }),
    ).toMatchObject({
      status: 'unknown',
      reason: 'Answered yes by ada on 2026-02-01, but evidence is missing.',
      attestation: { state: 'incomplete' },
    });
    expect(withFields({ skills }).reason).toMatch(
      /"Budget" has to be filled in/,
    );
    expect(withFields({ budget: 200 })).toMatchObject({
      status: 'unknown',
      reason: expect.stringMatching(/leaves out fields.skills/),
    });
    expect(
      withFields({ budget: 200, skills: { ...skills, data: 'missing' } })
        .status,
    ).toBe('fail');
    expect(withFields({ budget: 99, skills }).status).toBe('fail');
  });

  it('waives all but a pass, while the waiver is in force', () => {
    expect(resultOf(asked, { waivers: waiverOf('asked') })).toMatchObject({
      status: 'waived',
      reason:
        'Waived by grace until 2026-06-01: The vendor owns the data. Without it: Nobody has answered yet.',
      expiresAt: '2026-06-01T00:00:00.000Z',
      waiver: { state: 'active' },
    });
    expect(
      resultOf(asked, {
        waivers: waiverOf('asked'),
        attestations: answerOf('asked'),
      }).status,
    ).toBe('pass');
    const states = [
      ['requested', {}],
      ['refused', {}],
      ['revoked', {}],
      ['approved', { expiresAt: '2026-03-01T00:00:00.000Z' }],
    ] as const;
    expect(
      states.map(([decision, more]) => {
        const result = resultOf(asked, {
          waivers: waiverOf('asked', { decision, ...more }),
        });
        return [result.status, result.waiver?.state];
      }),
    ).toEqual([
      ['unknown', 'requested'],
      ['unknown', 'refused'],
      ['unknown', 'revoked'],
      ['unknown', 'expired'],
    ]);
  });

  it('leaves out what does not apply', () => {
    const large = check('large', { tracks: ['large-organisation'] });
    expect(resultOf(large, { track: 'startup' })).toMatchObject({
      status: 'not-applicable',
      counted: false,
      reason:
        'Applies on the track large-organisation only; this model is on startup.',
    });
    expect(resultOf(large).reason).toMatch(/this model has no track/);
    expect(resultOf(large, { track: 'large-organisation' }).status).toBe(
      'unknown',
    );
    expect(
      resultOf(check('llm', { appliesTo: { 'spec.type': 'text-generation' } }))
        .status,
    ).toBe('not-applicable');
    expect(
      evaluate(compiledOf([asked]), {
        entity: { ...model, kind: 'Component' },
        facts: {},
        now: NOW,
      }),
    ).toEqual({ applies: false, results: [] });
  });

  it('tells when time alone changes a result', () => {
    const compiled = compiledOf([
      asked,
      check('waived'),
      check('later', { effectiveFrom: '2026-08-01' }),
    ]);
    const at = (now: string) =>
      evaluate(compiled, {
        entity: model,
        facts: {},
        attestations: answerOf('asked'),
        waivers: waiverOf('waived'),
        now: new Date(now),
      }).nextChangeAt;
    expect(at('2026-03-01T00:00:00Z')).toBe('2026-05-02T00:00:00.000Z');
    expect(at('2026-05-02T00:00:00Z')).toBe('2026-06-01T00:00:00.000Z');
    expect(at('2026-06-01T00:00:00Z')).toBe('2026-08-01T00:00:00.000Z');
    expect(at('2026-08-01T00:00:00Z')).toBeUndefined();
  });
});

describe('reevaluate', () => {
  const compiled = compiledOf([ruled, asked, both]);

  it('knows what a change touches', () => {
    expect(affectedChecks(compiled, { collectors: ['versions'] })).toEqual([
      'ruled',
    ]);
    expect(affectedChecks(compiled, { facts: ['repository.tests'] })).toEqual([
      'both',
    ]);
    expect(
      affectedChecks(compiled, {
        checks: ['asked', 'gone'],
        collectors: ['model'],
      }),
    ).toEqual(['ruled', 'asked']);
  });

  it('gives what a full evaluation gives, whatever the facts', () => {
    const facts = fc.record(
      {
        model: fc.record(
          {
            card: fc.record(
              { intendedUse: fc.boolean() },
              { requiredKeys: [] },
            ),
          },
          { requiredKeys: [] },
        ),
        versions: fc.record({ count: fc.nat(4) }, { requiredKeys: [] }),
        repository: fc.record({ tests: fc.boolean() }, { requiredKeys: [] }),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(facts, facts, fc.boolean(), (before, after, answered) => {
        const input = (of: any, answers: boolean): EvaluationInput => ({
          entity: model,
          facts: factsOf(of),
          attestations: answers ? answerOf('asked') : {},
          now: NOW,
        });
        const first = evaluate(compiled, input(before, false));
        const next = input(after, answered);
        expect(
          reevaluate(compiled, first, next, {
            collectors: ['model', 'versions', 'repository'],
            checks: answered ? ['asked'] : [],
          }),
        ).toEqual(evaluate(compiled, next));
      }),
    );
  });

  it('sees no change when a fact was collected again and is the same', () => {
    const facts = factsOf({ repository: { tests: true } });
    const first = evaluate(compiled, { entity: model, facts, now: NOW });
    const again = evaluate(compiled, {
      entity: model,
      facts: {
        repository: {
          ...facts.repository,
          collectedAt: '2026-03-01T00:00:00.000Z',
        },
      },
      now: NOW,
    });
    expect(again).not.toEqual(first);
    expect(diffResults(first.results, again.results)).toEqual([]);
    const failing = evaluate(compiled, {
      entity: model,
      facts: factsOf({ repository: { tests: false } }),
      now: NOW,
    });
    expect(
      diffResults(first.results, failing.results).map(change => [
        change.checkId,
        change.before?.status,
        change.after?.status,
      ]),
    ).toEqual([['both', 'pass', 'fail']]);
  });
});
