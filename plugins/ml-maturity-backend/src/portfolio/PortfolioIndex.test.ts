import { describeDatabases } from '../__testUtils__/databases';
import { createEnvironment } from '../__testUtils__/environment';
import { TEST_RUBRIC, testRubric } from '../__testUtils__/rubric';
import { PortfolioIndex } from './PortfolioIndex';

const A = 'mlmodel:default/a';
const B = 'mlmodel:default/b';

describeDatabases('the scorecards in memory', database => {
  const start = async () => {
    const env = await createEnvironment(await database());
    const all = { cause: 'fact', facts: 'none' } as const;
    await env.evaluations.evaluateRefs([A, B], all);
    return {
      ...env,
      all,
      evaluate: (ref: string) => env.evaluations.evaluateRefs([ref], all),
    };
  };
  const levelsOf = async (index: PortfolioIndex) => {
    const { portfolio } = await index.of('small');
    return Object.fromEntries(
      portfolio.rows.map(({ entityRef, statuses }) => [entityRef, statuses]),
    );
  };

  it('are the same in every replica, whoever writes, and read once', async () => {
    const env = await start();
    const one = new PortfolioIndex(env);
    const other = new PortfolioIndex(env);
    expect(await levelsOf(one)).toEqual({ [A]: 'UUU', [B]: 'UUU' });
    const read = jest.spyOn(env.scorecards, 'changedBetween');
    await levelsOf(one);
    expect(read).not.toHaveBeenCalled();

    await env.know(A, 'model', { license: true });
    await env.evaluate(A);
    expect(await levelsOf(one)).toEqual({ [A]: 'PUU', [B]: 'UUU' });
    expect(await levelsOf(other)).toEqual({ [A]: 'PUU', [B]: 'UUU' });
    expect(read.mock.lastCall!.slice(0, 2)).toEqual(['small', 0]);

    await env.evaluations.remove([A]);
    expect(await levelsOf(one)).toEqual({ [B]: 'UUU' });
    await env.evaluate(A);
    expect(await levelsOf(one)).toEqual({ [A]: 'UUU', [B]: 'UUU' });
    expect(await levelsOf(new PortfolioIndex(env))).toEqual({
      [A]: 'UUU',
      [B]: 'UUU',
    });
  });

  it('count as not evaluated while they wait for a newer rubric', async () => {
    const env = await start();
    const index = new PortfolioIndex(env);
    await index.of('small');
    const changed = await createEnvironment(env.db, {
      rubrics: [
        {
          id: 'small',
          document: testRubric(rubric => {
            rubric.metadata.version = '2.0.0';
            rubric.checks.reverse();
          }),
        },
      ],
    });
    const newer = new PortfolioIndex(changed);
    const { portfolio } = await newer.of('small');
    expect(portfolio.rows).toHaveLength(2);
    expect(portfolio.table.levelAt(0)).toBeUndefined();
    await changed.evaluations.evaluateRefs([A], env.all);
    const { portfolio: after } = await newer.of('small');
    const levels = after.rows.map((row, at) => [
      row.entityRef,
      after.table.levelAt(at),
    ]);
    expect(Object.fromEntries(levels)).toEqual({ [A]: 0, [B]: undefined });
  });

  it('are read anew for a rubric that comes into force later', async () => {
    const env = await createEnvironment(await database(), {
      rubrics: [
        { id: 'small', document: TEST_RUBRIC },
        {
          id: 'late',
          document: testRubric(rubric => {
            rubric.metadata.id = 'late';
          }),
        },
      ],
    });
    await env.evaluations.evaluateRefs([A], { cause: 'fact', facts: 'none' });
    const { rubrics } = env;
    const only = jest
      .spyOn(rubrics, 'all')
      .mockReturnValue([rubrics.get('small')]);
    const index = new PortfolioIndex(env);
    await index.of('small');
    only.mockRestore();
    expect((await index.of('late')).portfolio.rows).toHaveLength(1);
    expect((await index.of('small')).portfolio.rows).toHaveLength(1);
  });
});
