import {
  Attestation,
  AttestationValue,
} from '@airworthy/plugin-ml-maturity-common';
import { EMPTY, GOOD, Id, results } from './testing/evaluateDefaults';

function answered(
  checkId: string,
  answer: 'yes' | 'no',
  fields: Record<string, AttestationValue> = {},
): Attestation {
  return {
    id: '1',
    checkId,
    answer,
    fields,
    evidence: { url: 'https://docs.example/report' },
    author: 'user:default/ada',
    createdAt: '2026-05-31T12:00:00Z',
    expiresAt: '2026-08-01T12:00:00Z',
  };
}

describe('answers', () => {
  const baseline = { baseline: 'mean of the route', difference: 0.04 };

  it('stand in for a rule that looked in the wrong place', () => {
    const { 'baseline-compared': check } = results('mlops', EMPTY, [
      answered('baseline-compared', 'yes', baseline),
    ]);
    expect(check).toMatchObject({ status: 'pass', method: 'attested' });
  });

  it('do not turn what a rule proved', () => {
    const { 'baseline-compared': check } = results('mlops', GOOD, [
      answered('baseline-compared', 'no'),
    ]);
    expect(check).toMatchObject({ status: 'pass', method: 'automated' });
  });

  it('leave a fail where they say no, too', () => {
    const { 'baseline-compared': check } = results('mlops', EMPTY, [
      answered('baseline-compared', 'no'),
    ]);
    expect(check).toMatchObject({ status: 'fail', method: 'automated' });
  });

  it('do not stand in for a strategy that drops the old version', () => {
    const { 'rollback-ready': check } = results('mlops', EMPTY, [
      answered('rollback-ready', 'yes', {
        lastRehearsed: '2026-05-01',
        timeTaken: 'PT5M',
      }),
    ]);
    expect(check.status).toBe('fail');
  });

  const skills = (operations: string) => ({
    skills: {
      Data: 'covered',
      'Machine-learning engineering': 'partly',
      Software: 'covered',
      Operations: operations,
      Domain: 'covered',
    },
  });
  const triggers = (drift: string) => ({
    triggers: {
      Schedule: 'none',
      'New data': 'by hand',
      'Drift or falling quality': drift,
    },
  });
  const grounding = (ungrounded: number) => ({
    method: 'judge model',
    ungrounded,
    limit: 5,
  });
  const cost = (requestsPerMonth: number) => ({
    costPerThousand: 2,
    requestsPerMonth,
    monthlyBudget: 1_000,
  });
  const context = (longestPrompt: number) => ({
    contextWindow: 8_192,
    longestPrompt,
    longestAnswer: 1_024,
  });

  it.each<[Id, string, Record<string, AttestationValue>, string]>([
    ['mlops', 'skills-available', skills('partly'), 'pass'],
    ['mlops', 'skills-available', skills('missing'), 'fail'],
    ['mlops', 'training-triggered', triggers('automatic'), 'pass'],
    ['mlops', 'training-triggered', triggers('none'), 'fail'],
    ['language-models', 'grounding-measured', grounding(5), 'pass'],
    ['language-models', 'grounding-measured', grounding(5.1), 'fail'],
    ['language-models', 'cost-budgeted', cost(500_000), 'pass'],
    ['language-models', 'cost-budgeted', cost(500_001), 'fail'],
    ['language-models', 'context-fits', context(7_168), 'pass'],
    ['language-models', 'context-fits', context(7_169), 'fail'],
    [
      'language-models',
      'red-teamed',
      { date: '2026-05-01', openFindings: 0 },
      'pass',
    ],
    [
      'language-models',
      'red-teamed',
      { date: '2026-05-01', openFindings: 1 },
      'fail',
    ],
  ])('%s %s with %j: %s', (id, checkId, fields, status) => {
    expect(
      results(id, {}, [answered(checkId, 'yes', fields)])[checkId],
    ).toMatchObject({ status, method: 'attested' });
  });
});
