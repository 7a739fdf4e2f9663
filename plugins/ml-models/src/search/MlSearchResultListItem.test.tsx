import { screen, within } from '@testing-library/react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { MlSearchResultListItem } from './MlSearchResultListItem';

const churn = {
  title: 'Churn',
  text: 'Who will leave. Weak for customers younger than a month.',
  location: '/catalog/default/mlmodel/churn',
  kind: 'MlModel',
  type: 'tabular-classification',
  lifecycle: 'production',
  // As entities have it, since search indexes what they say.
  owner: 'retention',
  namespace: 'default',
  task: 'tabular-classification',
  framework: 'xgboost',
};

const render = (element: JSX.Element) =>
  renderInTestApp(element, {
    apis: [[catalogApiRef, catalogApiMock()]],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
  });

const valueOf = async (term: string) =>
  (await screen.findByText(term)).closest('div')!.querySelector('dd')!;

describe('MlSearchResultListItem', () => {
  it('shows task, framework and owner of a model and marks what was found', async () => {
    await render(
      <MlSearchResultListItem
        result={churn}
        highlight={{
          preTag: '<t>',
          postTag: '</t>',
          fields: { text: 'Weak for customers <t>younger</t> than a month.' },
        }}
      />,
    );
    expect(await screen.findByRole('link', { name: 'Churn' })).toHaveAttribute(
      'href',
      '/catalog/default/mlmodel/churn',
    );
    expect(screen.getByText('younger').tagName).toBe('MARK');
    expect(await valueOf('Task')).toHaveTextContent('Tabular classification');
    expect(await valueOf('Framework')).toHaveTextContent('xgboost');
    expect(
      within(await valueOf('Owner')).getByRole('link', { name: 'retention' }),
    ).toHaveAttribute('href', '/catalog/default/group/retention');
    expect(screen.queryByText('Environment')).not.toBeInTheDocument();
  });

  it('shows an owner that is no reference as it is', async () => {
    await render(
      <MlSearchResultListItem result={{ ...churn, owner: 'a:b:c' }} />,
    );
    expect(await valueOf('Owner')).toHaveTextContent('a:b:c');
  });

  it('shows environment and runtime of a deployment', async () => {
    await render(
      <MlSearchResultListItem
        result={{
          title: 'Churn in production',
          text: 'Serves the web shop.',
          location: '/catalog/default/mldeployment/churn-production',
          kind: 'MlDeployment',
          type: 'kserve',
          environment: 'production',
        }}
      />,
    );
    expect(await valueOf('Environment')).toHaveTextContent('production');
    expect(await valueOf('Runtime')).toHaveTextContent('kserve');
    expect(screen.queryByText('Owner')).not.toBeInTheDocument();
  });
});
