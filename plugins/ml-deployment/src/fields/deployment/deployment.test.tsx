import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { deploymentOf, variantsOf } from '../__testUtils__/entities';
import { renderField } from '../__testUtils__/renderField';
import { deploymentField } from './field';

const TEXT = { type: 'string' };
const ENTITIES = [
  deploymentOf('churn-production', { variants: variantsOf('2', '3') }),
  deploymentOf('churn-staging', { environment: 'staging' }),
];

it('offers deployments with their strategy and state', async () => {
  const { submit } = renderField(deploymentField, {
    schema: TEXT,
    entities: ENTITIES,
  });
  await userEvent.click(await screen.findByRole('combobox'));
  const option = await screen.findByRole('option', { name: /churn-staging/ });
  expect(option).toHaveTextContent('staging · Canary · progressing');
  await userEvent.click(option);
  expect(await submit()).toEqual({
    value: 'mldeployment:default/churn-staging',
  });
});

it('shows how the deployment that a link names stands', async () => {
  renderField(deploymentField, {
    schema: TEXT,
    entities: ENTITIES,
    formData: { value: 'mldeployment:default/churn-production' },
  });
  expect(await screen.findByText('Canary')).toBeVisible();
  expect(screen.getByText('progressing')).toBeVisible();
  expect(
    screen.getByRole('img', { name: /stable 2 answers 90%/ }),
  ).toBeInTheDocument();
});

it('says that a deployment is unknown', async () => {
  const { review } = renderField(deploymentField, {
    schema: TEXT,
    entities: ENTITIES,
    formData: { value: 'mldeployment:default/gone' },
  });
  expect(await screen.findByRole('alert')).toHaveTextContent(
    'The catalog has no deployment mldeployment:default/gone',
  );
  await review();
  await screen.findAllByText(
    'deployment: expected an entity of the catalog that you may see, was "mldeployment:default/gone"',
  );
});

it('does not send the form while the catalog cannot be asked', async () => {
  const { review } = renderField(deploymentField, {
    schema: TEXT,
    catalog: catalogApiMock.mock({
      getEntityByRef: async () => {
        throw new Error('no connection');
      },
      queryEntities: async () => {
        throw new Error('no connection');
      },
    }),
    formData: { value: 'mldeployment:default/churn-production' },
  });
  const alerts = await screen.findAllByRole('alert');
  expect(alerts[0]).toHaveTextContent('no connection');
  await review();
  await screen.findAllByText(
    /the catalog could not be asked for "mldeployment:default\/churn-production" \(no connection\); try again/,
  );
});
