import fc from 'fast-check';
import { nextBestActions } from '../actions/nextBestActions';
import { CHECK_STATUSES, CheckResult, CheckStatus } from '../evaluation/types';
import { check, compiledOf, model, resultsOf } from '../testing/fixtures';
import { computeScorecard } from './computeScorecard';
import { summarise } from './summarise';

const compiled = compiledOf([
  check('goals', { level: 0, phase: 'gather' }),
  check('strategy', { level: 0, phase: 'plan', weight: 2 }),
  check('schema', { level: 1, mlTestScore: 'D1' }),
  check('tests', { level: 1, category: 'model', weight: 3, effort: 'small' }),
  check('slices', { level: 1, category: 'model', mlTestScore: 'M6' }),
  check('canary', { level: 2, category: 'model', effort: 'large' }),
]);

function card(...statuses: CheckStatus[]) {
  return computeScorecard(compiled, resultsOf(compiled.rubric, statuses));
}

describe('computeScorecard', () => {
  it('reaches a level when all its checks pass or are waived, and says what is missing', () => {
    const missing = card('fail', 'pass', 'pass', 'unknown', 'fail', 'pass');
    expect(missing.level).toBe(0);
    expect(missing.levels.map(({ explanation }) => explanation)).toEqual([
      'Level 0: where every model starts.',
      'Level 1: 2 checks missing: Title of tests; Title of slices.',
      'Level 2: its own checks are met, but 2 checks missing on lower levels.',
    ]);

    // Level 0 holds nobody back.
    const waived = card('fail', 'unknown', 'pass', 'waived', 'pass', 'error');
    expect(waived).toMatchObject({ level: 1, waived: 1 });
    expect(waived.levels[1].explanation).toBe(
      'Level 1: reached with 3 checks (1 waived).',
    );
    expect(waived.levels[2].explanation).toBe(
      'Level 2: 1 check missing: Title of canary.',
    );
    expect(
      card('fail', 'fail', 'pass', 'pass', 'pass', 'not-applicable'),
    ).toMatchObject({
      level: 2,
    });
  });

  it('weighs what passes against what passes, fails, is unknown or in error', () => {
    // Passed 1 (schema) + 2 (strategy) of 1 + 2 + 1 + 1 (canary); tests (3)
    // is waived and slices does not apply.
    const { score, categories } = card(
      'fail',
      'pass',
      'pass',
      'waived',
      'not-applicable',
      'unknown',
    );
    expect(score).toEqual({
      value: 3 / 5,
      passed: 3,
      total: 5,
      counts: {
        pass: 2,
        fail: 1,
        unknown: 1,
        error: 0,
        waived: 1,
        'not-applicable': 1,
      },
    });
    expect(categories.map(({ id, value }) => [id, value])).toEqual([
      ['data', 3 / 4],
      ['model', 0],
    ]);
  });

  it('follows the journey', () => {
    const { phases } = card('pass', 'waived', 'fail', 'fail', 'fail', 'fail');
    expect(
      phases.map(({ id, done, value, steps }) => [id, done, value, steps]),
    ).toEqual([
      ['gather', true, 1, ['goals']],
      ['plan', true, null, ['strategy']],
    ]);
  });

  it('shows a draft without counting it', () => {
    const results = resultsOf(compiled.rubric, [
      'pass',
      'pass',
      'pass',
      'pass',
      'pass',
      'fail',
    ]);
    results[5].counted = false;
    expect(computeScorecard(compiled, results)).toMatchObject({
      level: 2,
      score: { value: 1, total: 8 },
    });
  });

  it('is the least section of the ML Test Score', () => {
    const all = compiledOf(
      (['D', 'M', 'I', 'O'] as const).flatMap(section =>
        ([1, 2, 3, 4, 5, 6, 7] as const).map(item =>
          check(`${section.toLowerCase()}${item}`, {
            mlTestScore: `${section}${item}`,
          }),
        ),
      ),
    );
    const score = (of: (id: string) => [CheckStatus, CheckResult['method']]) =>
      computeScorecard(
        all,
        all.rubric.checks.map(({ id }): CheckResult => {
          const [status, method] = of(id);
          return {
            checkId: id,
            status,
            method,
            counted: true,
            reason: '',
            facts: [],
          };
        }),
      ).mlTestScore;
    expect(score(() => ['pass', 'automated'])).toMatchObject({
      total: 7,
      band: { label: 'over 5' },
    });
    // Data: 2 automated and 3 by hand make 3.5; infrastructure: 3 by hand and one waived make 1.5.
    const mixed = score(id => {
      if (id[0] === 'd') {
        if (id <= 'd2') return ['pass', 'automated'];
        return id <= 'd5' ? ['pass', 'attested'] : ['unknown', 'none'];
      }
      if (id[0] === 'i') {
        if (id === 'i4') return ['waived', 'none'];
        return id <= 'i3' ? ['pass', 'attested'] : ['fail', 'automated'];
      }
      return ['pass', 'automated'];
    });
    expect(mixed).toMatchObject({
      total: 1.5,
      band: { label: 'over 1, up to 2' },
      sections: [
        { points: 3.5 },
        { points: 7 },
        { points: 1.5 },
        { points: 7 },
      ],
      explanation:
        '1.5 of 7, the least of Features and data 3.5, Model development 7, ML infrastructure 1.5, Monitoring 7; held back by ML infrastructure.',
    });
    expect(score(() => ['unknown', 'none'])).toMatchObject({
      total: 0,
      band: { label: '0' },
    });
  });
});

describe('properties', () => {
  const statuses = fc.array(fc.constantFrom(...CHECK_STATUSES), {
    minLength: 6,
    maxLength: 6,
  });

  it('never lowers level or score when a check turns to pass', () => {
    fc.assert(
      fc.property(statuses, fc.nat(5), (before, turned) => {
        fc.pre(
          before[turned] !== 'not-applicable' && before[turned] !== 'waived',
        );
        const after = before.with(turned, 'pass');
        const [a, b] = [card(...before), card(...after)];
        expect(b.level).toBeGreaterThanOrEqual(a.level);
        expect(b.score.value!).toBeGreaterThanOrEqual(a.score.value!);
        expect(b.mlTestScore.total).toBeGreaterThanOrEqual(a.mlTestScore.total);
      }),
    );
  });

  it('never lowers the level when a waived check turns to pass', () => {
    fc.assert(
      fc.property(statuses, fc.nat(5), (before, turned) => {
        fc.pre(before[turned] === 'waived');
        expect(
          card(...before.with(turned, 'pass')).level,
        ).toBeGreaterThanOrEqual(card(...before).level);
      }),
    );
  });

  it('counts unknown as a fail does, never as a pass', () => {
    fc.assert(
      fc.property(statuses, before => {
        const failed = card(
          ...before.map(status => (status === 'unknown' ? 'fail' : status)),
        );
        const unknown = card(...before);
        expect(unknown.level).toBe(failed.level);
        expect(unknown.score.value).toBe(failed.score.value);
      }),
    );
  });

  it('does not depend on the order of results', () => {
    fc.assert(
      fc.property(statuses, fc.nat(5), (before, shift) => {
        const results = resultsOf(compiled.rubric, before);
        const shifted = [...results.slice(shift), ...results.slice(0, shift)];
        const [a, b] = [
          computeScorecard(compiled, results),
          computeScorecard(compiled, shifted),
        ];
        expect([b.level, b.score, b.mlTestScore]).toEqual([
          a.level,
          a.score,
          a.mlTestScore,
        ]);
      }),
    );
  });

  it('summarises to the same level and score', () => {
    fc.assert(
      fc.property(statuses, before => {
        const { level, score, waived } = card(...before);
        expect(summarise(compiled, resultsOf(compiled.rubric, before))).toEqual(
          {
            level,
            score: score.value,
            waived,
          },
        );
      }),
    );
  });

  it('reaches the levels that an action promises', () => {
    fc.assert(
      fc.property(statuses, before => {
        const results = resultsOf(compiled.rubric, before);
        for (const action of nextBestActions(compiled, results, {
          entity: model,
        })) {
          const index = compiled.checkIndex.get(action.checkId)!;
          const { level } = card(...before.with(index, 'pass'));
          expect(action.unlocks).toEqual(
            [1, 2].filter(at => at > card(...before).level && at <= level),
          );
        }
      }),
    );
  });
});
