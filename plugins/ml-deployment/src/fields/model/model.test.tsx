import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MODEL, deploymentOf, variantsOf } from '../__testUtils__/entities';
import { renderField } from '../__testUtils__/renderField';
import { modelField } from './field';

const OBJECT = { type: 'object' };
const NEEDS_STABLE = { ...OBJECT, 'ui:options': { needsStable: true } };
const OTHER = {
  ...MODEL,
  metadata: { name: 'fraud', namespace: 'default', title: 'Card fraud' },
  spec: { ...MODEL.spec, type: 'tabular-regression', versions: [] },
};
const SERVED = deploymentOf('churn-production', {
  variants: variantsOf('2'),
});

const radio = (name: string) => screen.findByRole('radio', { name });

it('completes a model that a link names', async () => {
  const { submit } = renderField(modelField, {
    schema: NEEDS_STABLE,
    entities: [MODEL, OTHER, SERVED],
    formData: { value: { ref: 'mlmodel:default/churn' } },
  });
  expect(await radio('3')).toBeChecked();
  expect(screen.getByRole('combobox')).toHaveValue('Customer churn');
  expect(
    screen.getByText('Served by the stable variant of churn-production.'),
  ).toBeVisible();
  expect(await submit()).toEqual({
    value: {
      ref: 'mlmodel:default/churn',
      version: '3',
      stableVersion: '2',
      task: 'classification',
      title: 'Customer churn',
      owner: 'group:default/growth',
    },
  });
});

it('shows the versions with aliases, dates, figures and what serves them', async () => {
  renderField(modelField, {
    schema: OBJECT,
    entities: [MODEL, SERVED],
    formData: { value: { ref: 'mlmodel:default/churn' } },
  });
  await radio('3');
  const rows = within(screen.getByRole('table'))
    .getAllByRole('row')
    .map(row => row.textContent);
  expect(rows).toEqual([
    // The main metric comes first.
    'VersionMaderoc_auclog_lossServes now',
    '3challenger1 Mar 20260.810.4',
    '2champion1 Feb 20260.79–churn-production, stable',
    '11 Jan 2026––',
  ]);
  // 0.81 against 0.79, and higher is better.
  const [change] = screen.getAllByText('Better');
  expect(change.closest('li')).toHaveTextContent('roc_auc +0.02');
});

it('finds a model by its title and lets the version be chosen by keyboard', async () => {
  const { submit } = renderField(modelField, {
    schema: OBJECT,
    entities: [MODEL, OTHER],
  });
  await userEvent.type(await screen.findByRole('combobox'), 'custom');
  await waitFor(() =>
    expect(screen.getAllByRole('option').map(o => o.textContent)).toEqual([
      expect.stringContaining('Customer churn'),
    ]),
  );
  await userEvent.keyboard('{ArrowDown}{Enter}');
  const newest = await radio('3');
  await userEvent.click(newest);
  await userEvent.keyboard('{ArrowDown}');
  expect((await submit()).value).toMatchObject({
    ref: 'mlmodel:default/churn',
    version: '2',
  });
});

it('says that a version does not exist, and that none is in production', async () => {
  const { review } = renderField(modelField, {
    schema: NEEDS_STABLE,
    entities: [MODEL],
    formData: { value: { ref: 'mlmodel:default/churn', version: '9' } },
  });
  await radio('3');
  expect(
    screen.getByText(/No deployment of the model names a stable variant/),
  ).toBeVisible();
  await review();
  await screen.findAllByText('version: expected one of 3, 2, 1, was "9"');
  expect(
    screen.getAllByText(
      'stableVersion: expected the version that users have now, was nothing',
    ),
  ).not.toHaveLength(0);
});

it('refuses to release what users have already', async () => {
  const { review } = renderField(modelField, {
    schema: NEEDS_STABLE,
    entities: [MODEL, SERVED],
    formData: { value: { ref: 'mlmodel:default/churn', version: '2' } },
  });
  await radio('3');
  await review();
  expect(
    await screen.findAllByText(
      'stableVersion: expected another version than the one to release, was "2" as well',
    ),
  ).not.toHaveLength(0);
});

it('says that a model is unknown, or lists no versions', async () => {
  const { review } = renderField(modelField, {
    schema: OBJECT,
    entities: [OTHER],
    formData: { value: { ref: 'mlmodel:default/nothing' } },
  });
  expect(await screen.findByRole('alert')).toHaveTextContent(
    'The catalog has no model mlmodel:default/nothing',
  );
  await review();
  await screen.findAllByText(
    'model: expected an entity of the catalog that you may see, was "mlmodel:default/nothing"',
  );
  const search = screen.getByRole('combobox');
  await userEvent.clear(search);
  await userEvent.type(search, 'fraud');
  await userEvent.click(
    await screen.findByRole('option', { name: /Card fraud/ }),
  );
  expect(await screen.findByText(/It lists no versions/)).toBeVisible();
});

it('says that the catalog fails, and tries again', async () => {
  const inner = catalogApiMock({ entities: [MODEL] });
  const getEntityByRef = jest
    .fn((ref: any) => inner.getEntityByRef(ref))
    .mockRejectedValueOnce(new Error('no connection'));
  renderField(modelField, {
    schema: OBJECT,
    catalog: catalogApiMock.mock({
      getEntityByRef,
      queryEntities: request => inner.queryEntities(request),
    }),
    formData: { value: { ref: 'mlmodel:default/churn' } },
  });
  const alert = await screen.findByRole('alert');
  expect(alert).toHaveTextContent('The model could not be read');
  expect(alert).toHaveTextContent('no connection');
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await radio('3')).toBeChecked();
});
