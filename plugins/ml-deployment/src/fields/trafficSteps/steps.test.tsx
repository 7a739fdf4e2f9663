import fc from 'fast-check';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderField } from '../__testUtils__/renderField';
import { addStep } from './changeSteps';
import { stepsField } from './field';
import { listStepProblems, stepProblems } from './stepProblems';

const LIST = { type: 'array', items: { type: 'number' } };

const share = (step: number) =>
  screen.findByRole('textbox', {
    name: `Share at step ${step}, in percent`,
  });

describe('the checks', () => {
  it.each([
    [[5, 25, 50, 100], []],
    [[100], []],
    [[], ['steps: expected at least one step, was nothing']],
    [
      [10, 10, 100],
      ['step 2: expected more than the 10% of the step before, was 10%'],
    ],
    [
      [50, 20, 100],
      ['step 2: expected more than the 50% of the step before, was 20%'],
    ],
    [[5, 50], ['step 2: expected 100% at the last step, was 50%']],
    [
      [0, 100, 120],
      [
        'step 1: expected a share of 1% to 100%, was 0%',
        'step 3: expected a share of 1% to 100%, was 120%',
      ],
    ],
    [[NaN, 100], ['step 1: expected a share of 1% to 100%, was nothing']],
  ])('of %j say %j', (steps, problems) => {
    expect(listStepProblems(steps)).toEqual(problems);
  });

  it('count the steps', () => {
    expect(listStepProblems([1, 2, 100], 2)).toEqual([
      'steps: expected at most 2, was 3',
    ]);
  });

  it('hold for what adding a step makes of valid steps, while there is room', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 97 }), { maxLength: 15 }),
        shares => {
          const steps = [...shares.sort((a, b) => a - b), 100];
          const added = addStep(steps);
          expect(added).toHaveLength(steps.length + 1);
          expect(stepProblems(added).every(p => p === undefined)).toBe(true);
        },
      ),
    );
  });
});

describe('the field', () => {
  it('starts from the usual steps, and tells them as picture and table', async () => {
    const { submit } = renderField(stepsField, { schema: LIST });
    expect(
      await screen.findByRole('img', {
        name: 'Steps of the share of the new version, in percent: 5, 25, 50, 100.',
      }),
    ).toBeVisible();
    const rows = within(screen.getByRole('table')).getAllByRole('row');
    expect(rows).toHaveLength(5);
    // From 5 to 25.
    expect(rows[2]).toHaveTextContent('+20%');
    expect(await submit()).toEqual({ value: [5, 25, 50, 100] });
  });

  it('is changed by keyboard: another share, a step more, a step less', async () => {
    const { submit } = renderField(stepsField, {
      schema: LIST,
      formData: { value: [10, 100] },
    });
    await userEvent.clear(await share(1));
    // Enter takes the number and does not send the form.
    await userEvent.type(await share(1), '20{Enter}');
    await userEvent.click(screen.getByRole('button', { name: 'Add a step' }));
    // Half-way from 20 to 100.
    expect(await share(2)).toHaveValue('60');
    await userEvent.click(
      screen.getByRole('button', { name: 'Remove step 1' }),
    );
    expect(await submit()).toEqual({ value: [60, 100] });
  });

  it('takes a preset', async () => {
    const { submit } = renderField(stepsField, { schema: LIST });
    await userEvent.click(await screen.findByRole('radio', { name: /Quick/ }));
    expect(await submit()).toEqual({ value: [10, 100] });
  });

  it('says beside the step what is wrong, and does not send it', async () => {
    const { review } = renderField(stepsField, {
      schema: LIST,
      formData: { value: [50, 20, 100] },
    });
    expect(await share(2)).toHaveAccessibleDescription(
      'Expected more than the 50% of the step before.',
    );
    await review();
    expect(
      await screen.findAllByText(
        'step 2: expected more than the 50% of the step before, was 20%',
      ),
    ).not.toHaveLength(0);
  });

  it('ends at the most steps that the template takes', async () => {
    renderField(stepsField, {
      schema: { ...LIST, 'ui:options': { max: 4 } },
    });
    await share(4);
    expect(screen.getByRole('button', { name: 'Add a step' })).toBeDisabled();
    expect(screen.getByText('At most 4 steps.')).toBeVisible();
  });
});
