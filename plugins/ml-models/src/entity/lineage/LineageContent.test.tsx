import { screen, within } from '@testing-library/react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import {
  broken,
  churn,
  churnProduction,
  customers,
} from '../__testUtils__/entities';
import { renderEntity } from '../__testUtils__/renderEntity';
import { LineageContent } from './LineageContent';

describe('LineageContent', () => {
  it('shows data, what was made of it and what is missing, with one request', async () => {
    const known = { customers, 'churn-production': churnProduction };
    const getEntitiesByRefs = jest.fn(async ({ entityRefs }) => ({
      items: entityRefs.map(
        (ref: string) => known[ref.split('/')[1] as keyof typeof known],
      ),
    }));
    renderEntity(<LineageContent />, churn, {
      catalogApi: catalogApiMock.mock({ getEntitiesByRefs }),
    });

    const from = within(
      await screen.findByRole('region', { name: 'Made from' }),
    );
    expect(from.getByRole('link', { name: 'customers' })).toBeVisible();
    expect(from.getByText('resource:default/gone')).toBeVisible();
    const uses = within(screen.getByRole('region', { name: 'Used by' }));
    expect(uses.getByRole('link', { name: 'Churn, production' })).toBeVisible();

    const row = within(screen.getByRole('row', { name: /customers/ }));
    expect(row.getByText('1,200,000')).toBeInTheDocument();
    expect(row.getByText('17 MB')).toBeInTheDocument();
    expect(row.getByText('Real')).toBeInTheDocument();
    expect(getEntitiesByRefs).toHaveBeenCalledTimes(1);
  });

  it('has a clear state for a model without lineage', async () => {
    renderEntity(<LineageContent />, broken('MlModel'));
    expect(await screen.findByText(/The model names no dataset/)).toBeVisible();
    expect(screen.getAllByText('none')).toHaveLength(5);
  });
});
