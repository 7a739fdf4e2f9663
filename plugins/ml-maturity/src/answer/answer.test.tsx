import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeMaturity } from '../__testUtils__/maturity';
import { renderMaturity } from '../__testUtils__/renderMaturity';
import { MaturityContent } from '../tab/MaturityContent';
import { fromDuration, toDuration } from './durations';
import { problemsOfError } from './problems';

async function open(checkId: string, title: string, maturity?: FakeMaturity) {
  const rendered = renderMaturity(<MaturityContent />, {
    query: `view=checks&check=${checkId}`,
    maturity,
  });
  await userEvent.click(
    await screen.findByRole('button', { name: `Answer: ${title}` }),
  );
  const dialog = within(await screen.findByRole('dialog', { name: title }));
  await dialog.findByRole('radio', { name: 'Yes' });
  return { ...rendered, dialog };
}

const EXPECTATIONS = 'Budget and time are agreed';

describe('AnswerDialog', () => {
  it('names each field that is wrong before anything is sent', async () => {
    const { dialog, maturity } = await open(
      'privacy',
      'Personal data is protected',
    );
    await userEvent.click(dialog.getByRole('button', { name: 'Save answer' }));
    expect(await dialog.findByText('choose yes or no')).toBeVisible();

    await userEvent.click(dialog.getByRole('radio', { name: 'Yes' }));
    await userEvent.type(
      dialog.getByRole('textbox', { name: 'Link' }),
      'javascript:alert(1)', // eslint-disable-line no-script-url -- what must be refused
    );
    await userEvent.click(dialog.getByRole('button', { name: 'Save answer' }));
    expect(
      await dialog.findByText(
        'an http or https URL without user name and password',
      ),
    ).toBeVisible();
    expect(maturity.api.putAttestation).not.toHaveBeenCalled();
  });

  it('sends typed fields and shows the new result', async () => {
    const { dialog, maturity } = await open('expectations', EXPECTATIONS);
    await userEvent.click(dialog.getByRole('radio', { name: 'Yes' }));
    await userEvent.type(
      dialog.getByRole('textbox', { name: /Budget \(EUR\)/ }),
      '12500{Tab}',
    );
    await userEvent.type(
      dialog.getByRole('textbox', { name: 'Timescale' }),
      '6{Tab}',
    );
    await userEvent.click(dialog.getByRole('button', { name: 'Save answer' }));

    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(maturity.api.putAttestation).toHaveBeenCalledWith({
      entityRef: 'mlmodel:default/flight-delay',
      checkId: 'expectations',
      rubric: 'small',
      attestation: {
        answer: 'yes',
        fields: { budget: 12500, time: 'P6W' },
        previousId: null,
      },
    });
    expect(
      await screen.findByRole('button', {
        name: /^Passes Budget and time are agreed/,
      }),
    ).toBeInTheDocument();
    expect(screen.getByText('12,500 EUR')).toBeVisible();
    expect(screen.getByText('6 weeks')).toBeVisible();
  });

  it('puts what the server refuses beside the field that it names', async () => {
    const { dialog, maturity } = await open('expectations', EXPECTATIONS);
    maturity.api.putAttestation.mockRejectedValueOnce(
      await maturity.refuse(
        400,
        'InputError',
        'fields.budget: expected at most 1000, was 12500; the quarter is closed',
      ),
    );
    await userEvent.click(dialog.getByRole('radio', { name: 'Yes' }));
    await userEvent.type(
      dialog.getByRole('textbox', { name: /Budget \(EUR\)/ }),
      '12500{Tab}',
    );
    await userEvent.click(dialog.getByRole('button', { name: 'Save answer' }));
    expect(
      await dialog.findByText(/expected at most 1000, was 12500/),
    ).toBeVisible();
    expect(dialog.getByRole('textbox', { name: /Budget/ })).toBeInvalid();
  });

  it('shows the answer of somebody else, and replaces it only when told to', async () => {
    const { dialog, maturity } = await open(
      'skills',
      'The team has the skills',
    );
    const theirs = maturity.answer('skills', 'user:default/grace', {
      answer: 'yes',
      fields: { skills: { Data: 'missing', Operations: 'covered' } },
    });
    await userEvent.click(dialog.getByRole('radio', { name: 'Yes' }));
    for (const item of ['Data', 'Operations']) {
      await userEvent.click(
        dialog.getByRole('radio', { name: `${item}: covered` }),
      );
    }
    await userEvent.click(dialog.getByRole('button', { name: 'Save answer' }));

    expect(
      await dialog.findByText('Somebody else answered meanwhile'),
    ).toBeVisible();
    expect(
      dialog.getByText('Data: missing, Operations: covered'),
    ).toBeVisible();
    await userEvent.click(
      dialog.getByRole('button', { name: 'Replace it with mine' }),
    );
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(
      maturity.api.putAttestation.mock.calls.map(
        ([request]) => request.attestation.previousId,
      ),
    ).toEqual([null, theirs.id]);
    expect(
      maturity.attestations.filter(({ current }) => current),
    ).toMatchObject([
      {
        author: 'user:default/ada',
        fields: { skills: { Data: 'covered', Operations: 'covered' } },
      },
    ]);
  });

  it('withdraws an answer', async () => {
    const maturity = new FakeMaturity();
    maturity.answer('expectations', 'user:default/grace', {
      answer: 'yes',
      fields: { budget: 1 },
    });
    const { dialog } = await open('expectations', EXPECTATIONS, maturity);
    await userEvent.click(
      dialog.getByRole('button', { name: 'Withdraw answer' }),
    );
    expect(
      await screen.findByRole('button', {
        name: /^Unknown Budget and time are agreed/,
      }),
    ).toBeInTheDocument();
  });
});

describe('durations', () => {
  it.each([
    [8, 'hours', 'PT8H'],
    [10, 'days', 'P10D'],
    [6, 'weeks', 'P6W'],
    [18, 'months', 'P18M'],
    [2, 'years', 'P2Y'],
  ] as const)('writes %p %s as %s and reads it again', (amount, unit, text) => {
    expect(toDuration(amount, unit)).toBe(text);
    expect(fromDuration(text)).toEqual({ amount, unit });
  });

  it('leaves a duration of several units to words', () => {
    expect(fromDuration('P1Y6M')).toBeUndefined();
  });
});

describe('problemsOfError', () => {
  it('keeps semicolons that are part of a message', async () => {
    const error = await new FakeMaturity().refuse(
      400,
      'InputError',
      'comment: expected a text; not this, was 1; evidence.url: expected a link, was "x"',
    );
    expect(problemsOfError(error)).toEqual({
      comment: 'expected a text; not this, was 1',
      'evidence.url': 'expected a link, was "x"',
    });
  });
});
