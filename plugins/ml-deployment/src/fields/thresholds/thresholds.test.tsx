import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderField } from '../__testUtils__/renderField';
import { thresholdsField } from './field';
import { listThresholdProblems } from './thresholdProblems';

const LIST = {
  type: 'array',
  items: { type: 'object' },
  'ui:options': { taskFrom: 'model' },
};

describe('the checks', () => {
  it.each([
    [[], []],
    [[{ metric: 'error_ratio', warning: 0.01, critical: 0.05 }], []],
    [
      [{ metric: 'error_ratio', warning: 0.05, critical: 0.01 }],
      [
        'limit 1, critical: expected a limit that is not below the warning of 0.05, was number 0.01',
      ],
    ],
    [
      [{ metric: 'psi', warning: 0.1 }, { metric: 'rmse' }],
      [
        'limit 2, expected a warning or a critical limit, or both, was an object with metric',
      ],
    ],
    [
      [{ metric: '', warning: 1 }],
      ['limit 1, metric: expected a text that is not empty, was ""'],
    ],
    [
      [
        { metric: 'psi', warning: 0.1 },
        { metric: 'psi', warning: 0.2 },
      ],
      [
        'limit 2, metric: expected a metric, feature and variant that no other entry has, was "psi"',
      ],
    ],
    [
      [{ metric: 'psi', warning: 0.1, windows: 0 }],
      ['limit 1, windows: expected at least 1, was number 0'],
    ],
  ])('of %j say %j', (thresholds, problems) => {
    expect(listThresholdProblems(thresholds)).toEqual(problems);
  });
});

describe('the field', () => {
  it('proposes the usual limits of the task, one or all', async () => {
    const { submit } = renderField(thresholdsField, {
      schema: LIST,
      formData: {
        model: { ref: 'mlmodel:default/delay', task: 'regression' },
      },
    });
    const proposals = await screen.findByRole('region', {
      name: 'Usual limits for regression',
    });
    expect(
      within(proposals)
        .getAllByRole('listitem')
        .map(item => item.textContent),
    ).toContain(
      'Rise of the RMSE Warning 1.1, Critical 1.25Add rmse_increase_ratio',
    );
    await userEvent.click(
      within(proposals).getByRole('button', {
        name: 'Add rmse_increase_ratio',
      }),
    );
    expect(
      within(proposals).queryByText('Rise of the RMSE'),
    ).not.toBeInTheDocument();
    expect((await submit()).value).toEqual([
      { metric: 'rmse_increase_ratio', warning: 1.1, critical: 1.25 },
    ]);
  });

  it('says that nothing more is proposed once all are added', async () => {
    renderField(thresholdsField, { schema: LIST });
    await userEvent.click(
      await screen.findByRole('button', { name: /Add all \d+ usual limits/ }),
    );
    expect(
      screen.getByText('All of the usual limits are in the list.'),
    ).toBeVisible();
  });

  it('adds, edits and removes limits', async () => {
    const { submit } = renderField(thresholdsField, {
      schema: LIST,
      formData: {
        value: [{ metric: 'error_ratio', warning: 0.01, variant: 'canary' }],
      },
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Add a limit' }),
    );
    const field = (name: string) =>
      screen.getByRole('textbox', { name: `${name} of limit 2` });
    await userEvent.type(
      screen.getByRole('combobox', { name: 'Metric of limit 2' }),
      'roc_auc{Enter}',
    );
    await userEvent.type(field('Warning'), '0.75');
    await userEvent.type(field('Critical'), '0.7');
    await userEvent.type(field('Feature'), 'region');
    await userEvent.type(field('Windows'), '3');
    await userEvent.click(
      screen.getByRole('button', { name: 'Remove the limit of error_ratio' }),
    );
    expect((await submit()).value).toEqual([
      {
        metric: 'roc_auc',
        // A low ROC AUC is the bad one.
        direction: 'below',
        warning: 0.75,
        critical: 0.7,
        feature: 'region',
        windows: 3,
      },
    ]);
  });

  it('says below the limit what is wrong, and does not send it', async () => {
    const { review } = renderField(thresholdsField, {
      schema: LIST,
      formData: {
        value: [{ metric: 'psi', warning: 0.25, critical: 0.1 }],
      },
    });
    const expected =
      'critical: expected a limit that is not below the warning of 0.25, was number 0.1';
    expect(
      await screen.findByRole('textbox', { name: 'Critical of limit 1' }),
    ).toHaveAccessibleDescription(expected);
    await review();
    expect(await screen.findAllByText(`limit 1, ${expected}`)).not.toHaveLength(
      0,
    );
  });
});
