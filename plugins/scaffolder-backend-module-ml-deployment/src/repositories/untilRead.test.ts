import { mockCredentials } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { untilRead } from './untilRead';

const churn: Entity = {
  apiVersion: 'airworthy.dev/v1alpha1',
  kind: 'MlModel',
  metadata: { name: 'churn' },
};
const wait = (answers: (Entity | Error | undefined)[], patienceMs: number) =>
  untilRead(
    {
      getEntitiesByRefs: async () => {
        const answer = answers.length > 1 ? answers.shift() : answers[0];
        if (answer instanceof Error) throw answer;
        return { items: [answer] };
      },
    },
    {
      entityRefs: ['mlmodel:default/churn'],
      credentials: mockCredentials.user(),
      patienceMs,
    },
  );

describe('untilRead', () => {
  it('waits for what the catalog does not have at once', async () => {
    const answers = [new Error('busy'), undefined, churn];
    expect(await wait(answers, 10_000)).toEqual([]);
    expect(answers).toEqual([churn]);
  });

  it('tells what is missing when patience ends, and never throws', async () => {
    const missing = ['mlmodel:default/churn'];
    expect(await wait([undefined], 0)).toEqual(missing);
    expect(await wait([new Error('down')], 0)).toEqual(missing);
  });
});
