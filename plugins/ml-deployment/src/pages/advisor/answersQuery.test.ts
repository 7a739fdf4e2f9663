import {
  AdviceAnswers,
  PLATFORM_ABILITIES,
  adviceAnswersSchema,
} from '@airworthy/plugin-ml-deployment-common';
import fc from 'fast-check';
import { formatAnswers, parseAnswers } from './answersQuery';

const maybe = <T>(values: readonly T[]) =>
  fc.option(fc.constantFrom(...values), { nil: undefined });

const answersArbitrary = fc
  .record({
    risk: maybe(['low', 'medium', 'high'] as const),
    reversible: maybe(['yes', 'with-effort', 'no'] as const),
    existingVersion: maybe([true, false]),
    requestsPerDay: fc.option(fc.nat(1e9), { nil: undefined }),
    platform: fc.option(fc.subarray([...PLATFORM_ABILITIES]), {
      nil: undefined,
    }),
  })
  .map(
    answers =>
      Object.fromEntries(
        Object.entries(answers).filter(([, value]) => value !== undefined),
      ) as AdviceAnswers,
  );

describe('the answers in the address', () => {
  it('come back as they were given', () => {
    fc.assert(
      fc.property(answersArbitrary, answers => {
        expect(parseAnswers(formatAnswers(answers))).toEqual(answers);
      }),
    );
  });

  it('are readable', () => {
    expect(
      formatAnswers({
        requestsPerDay: 5_000,
        existingVersion: true,
        platform: [],
        risk: 'high',
      }).toString(),
    ).toBe('existingVersion=yes&risk=high&requestsPerDay=5000&platform=none');
  });

  it('leave out what nobody can have answered', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom('risk', 'platform', 'requestsPerDay', 'regulated'),
          fc.string(),
        ),
        query => {
          const answers = parseAnswers(new URLSearchParams(query));
          expect(adviceAnswersSchema.safeParse(answers).success).toBe(true);
        },
      ),
    );
    expect(
      parseAnswers(
        new URLSearchParams('risk=huge&requestsPerDay=&regulated=1&state=acts'),
      ),
    ).toEqual({ state: 'acts' });
  });
});
