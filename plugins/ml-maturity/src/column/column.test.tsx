import { Entity } from '@backstage/catalog-model';
import { screen } from '@testing-library/react';
import { FakeMaturity } from '../__testUtils__/maturity';
import { renderMaturity } from '../__testUtils__/renderMaturity';
import { Cell, Provider } from './MaturityColumn';

const model = (name: string): Entity => ({
  apiVersion: 'airworthy.dev/v1alpha1',
  kind: 'MlModel',
  metadata: { name, namespace: 'default' },
  spec: {},
});
const models = ['a', 'b', 'c'].map(model);

const column = (
  <Provider entities={models}>
    {models.map(entity => (
      <div key={entity.metadata.name}>
        <Cell entity={entity} />
      </div>
    ))}
  </Provider>
);

const item = (name: string, level: number, score: number | null) => ({
  entityRef: `mlmodel:default/${name}`,
  level,
  score,
  waived: name === 'a' ? 2 : 0,
  counts: { pass: 1, fail: 1, unknown: 3, error: 1, waived: 2 },
});

describe('maturity column', () => {
  it('asks once for all models of the page', async () => {
    const maturity = new FakeMaturity();
    maturity.api.listScorecards.mockResolvedValue({
      rubricId: 'small',
      totalItems: 2,
      items: [item('a', 1, 0.625), item('b', 0, null)],
    });
    renderMaturity(column, { maturity });
    expect(
      await screen.findByRole('link', {
        name: 'Level 1, score 63%, 4 unknown, 2 checks waived',
      }),
    ).toHaveAttribute('href', '/catalog/default/mlmodel/a/maturity');
    expect(
      screen.getByRole('link', { name: 'Level 0, score –, 4 unknown' }),
    ).toBeVisible();
    expect(screen.getByText('Not evaluated')).toBeVisible();
    expect(maturity.api.listScorecards).toHaveBeenCalledTimes(1);
    expect(maturity.api.listScorecards.mock.calls[0][0].entityRef).toEqual([
      'mlmodel:default/a',
      'mlmodel:default/b',
      'mlmodel:default/c',
    ]);
  });

  it('says in its own cells why it failed', async () => {
    const maturity = new FakeMaturity();
    maturity.api.listScorecards.mockRejectedValue(new Error('no network'));
    renderMaturity(column, { maturity });
    expect(
      await screen.findAllByText('Could not be read: no network'),
    ).toHaveLength(3);
  });
});
