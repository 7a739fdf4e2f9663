import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { renderField } from '../__testUtils__/renderField';
import { environmentField } from './field';

const TEXT = { type: 'string' };

const deployment = (name: string, environment: string) => ({
  apiVersion: 'airworthy.dev/v1alpha1',
  kind: 'MlDeployment',
  metadata: { name, namespace: 'default' },
  spec: { environment },
});

const ENTITIES = [
  deployment('a', 'staging'),
  deployment('b', 'production'),
  deployment('c', 'production'),
];

it('offers the environments in use, the most used first', async () => {
  const { submit } = renderField(environmentField, {
    schema: TEXT,
    entities: ENTITIES,
  });
  await userEvent.click(
    await screen.findByRole('combobox', { name: 'Environment' }),
  );
  const options = await screen.findAllByRole('option');
  expect(options.map(option => option.textContent)).toEqual([
    'production',
    'staging',
  ]);
  await userEvent.click(options[1]);
  expect(await submit()).toEqual({ value: 'staging' });
});

it('takes another one, by keyboard alone', async () => {
  const { submit } = renderField(environmentField, {
    schema: { ...TEXT, title: 'Where' },
    entities: ENTITIES,
  });
  const input = await screen.findByRole('combobox', { name: 'Where' });
  await userEvent.type(input, 'eu-west{Enter}');
  // Enter takes the text and does not send the form.
  expect(input).toHaveValue('eu-west');
  expect(await submit()).toEqual({ value: 'eu-west' });
});

it('shows what a link fills in, says what is wrong with it, and takes what is right', async () => {
  const { review, submit } = renderField(environmentField, {
    schema: TEXT,
    formData: { value: 'Prod!' },
  });
  expect(await screen.findByRole('combobox')).toHaveValue('Prod!');
  await review();
  expect(
    await screen.findAllByText(
      /environment: expected up to 63 lower-case letters.* was "Prod!"/,
    ),
  ).not.toHaveLength(0);
  await userEvent.clear(screen.getByRole('combobox'));
  await userEvent.type(screen.getByRole('combobox'), 'prod{Escape}');
  expect(await submit()).toEqual({ value: 'prod' });
});

it('says that the catalog fails, tries again, and takes a text meanwhile', async () => {
  const getEntityFacets = jest
    .fn()
    .mockRejectedValueOnce(new Error('no connection'))
    .mockResolvedValue({
      facets: { 'spec.environment': [{ value: 'production', count: 1 }] },
    });
  const { submit } = renderField(environmentField, {
    schema: TEXT,
    catalog: catalogApiMock.mock({ getEntityFacets }),
  });
  const alert = await screen.findByRole('alert');
  expect(alert).toHaveTextContent('could not be read');
  expect(alert).toHaveTextContent('no connection');
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await userEvent.click(screen.getByRole('combobox'));
  await userEvent.click(
    await screen.findByRole('option', { name: 'production' }),
  );
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  expect(await submit()).toEqual({ value: 'production' });
});
