import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeMaturity, flightDelay } from '../__testUtils__/maturity';
import { renderMaturity } from '../__testUtils__/renderMaturity';
import { MaturityContent } from '../tab/MaturityContent';
import { buildReport } from './report';

const show = (maturity: FakeMaturity, check?: string) =>
  renderMaturity(<MaturityContent />, {
    maturity,
    query: check ? `view=assessment&check=${check}` : 'view=assessment',
  });

const heading = (name: string) =>
  screen.findByRole('heading', { name, level: 3 });

const press = async (name: string | RegExp) =>
  userEvent.click(await screen.findByRole('button', { name }));

const savedBudget = (by: string) => ({
  checkId: 'expectations',
  answer: { answer: 'yes', fields: { budget: 900 }, previousId: null },
  author: by,
  savedAt: new Date(Date.now() - 7_200_000).toISOString(),
  revision: 'draft-of-somebody',
});

describe('guided assessment', () => {
  it('asks in the order of the journey what facts do not decide', async () => {
    show(new FakeMaturity());
    const steps = within(
      await screen.findByRole('navigation', { name: 'Questions' }),
    );
    expect(steps.getAllByRole('button').map(step => step.textContent)).toEqual([
      'Budget and time are agreed',
      'The team has the skills',
      'Personal data is protected',
      'The carbon budget is known',
    ]);
    expect(screen.getByText('0 answered, 0 saved, 4 open')).toBeVisible();
  });

  it('saves a step when it is left, is reviewed, sent, and changes the score', async () => {
    const maturity = new FakeMaturity();
    show(maturity);
    await press('Start');
    await heading('Budget and time are agreed');
    await userEvent.click(screen.getByRole('radio', { name: 'Yes' }));
    await userEvent.type(
      screen.getByRole('textbox', { name: /Budget \(EUR\)/ }),
      '900{Tab}',
    );
    await press('Next');
    await heading('The team has the skills');
    expect(maturity.drafts).toMatchObject([
      {
        checkId: 'expectations',
        answer: { answer: 'yes', fields: { budget: 900 } },
      },
    ]);
    expect(maturity.api.putAttestation).not.toHaveBeenCalled();

    await press('Next');
    await press('Next');
    await press('Review');
    expect(await screen.findByText('900 EUR')).toBeVisible();
    await press('Send one answer');
    expect(await screen.findByText('One answer is in force')).toBeVisible();
    expect(maturity.drafts).toEqual([]);
    expect(
      maturity.scorecard().results.find(r => r.checkId === 'expectations')
        ?.status,
    ).toBe('pass');
  });

  it('resumes what another person saved, and says who and when', async () => {
    const maturity = new FakeMaturity();
    maturity.drafts = [savedBudget('user:default/grace')];
    show(maturity);
    expect(
      await screen.findByText('0 answered, 1 saved, 3 open'),
    ).toBeVisible();
    expect(
      screen.getByText(/Saved 2 hours ago by .*, not sent yet/),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: /grace/ })).toBeVisible();

    await press('Continue');
    await heading('The team has the skills');
    await press('Back');
    await heading('Budget and time are agreed');
    expect(screen.getByRole('textbox', { name: /Budget/ })).toHaveValue('900');
    expect(screen.getByRole('radio', { name: 'Yes' })).toBeChecked();
    // Nothing was changed, so nothing was saved in another name.
    expect(maturity.api.saveDraft).not.toHaveBeenCalled();
  });

  it('does not overwrite what somebody saved while the step was open', async () => {
    const maturity = new FakeMaturity();
    show(maturity, 'expectations');
    await heading('Budget and time are agreed');
    await userEvent.click(screen.getByRole('radio', { name: 'No' }));
    maturity.drafts = [savedBudget('user:default/grace')];

    await press('Next');
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent(/grace saved another answer 2 hours ago/);
    expect(within(alert).getByText('900 EUR')).toBeVisible();
    expect(maturity.drafts[0].author).toBe('user:default/grace');

    await press('Go on with theirs');
    expect(screen.getByRole('radio', { name: 'Yes' })).toBeChecked();
    expect(maturity.drafts.map(({ author }) => author)).toEqual([
      'user:default/grace',
    ]);
  });

  it('sends the others where one is answered meanwhile, and shows that answer', async () => {
    const maturity = new FakeMaturity();
    maturity.drafts = [
      savedBudget('user:default/ada'),
      {
        checkId: 'privacy',
        answer: {
          answer: 'yes',
          fields: {},
          evidenceText: 'Audit 12',
          previousId: null,
        },
        author: 'user:default/ada',
        savedAt: new Date().toISOString(),
        revision: 'draft-of-somebody',
      },
    ];
    show(maturity, '~review');
    await screen.findByText('Audit 12');
    const draft = maturity.drafts[0];
    maturity.answer('expectations', 'user:default/grace', {
      answer: 'no',
      comment: 'Not this year.',
    });
    // It was saved before the other one answered.
    maturity.drafts = [draft, ...maturity.drafts];

    await press('Send 2 answers');
    expect(
      await screen.findByText('Somebody else answered meanwhile'),
    ).toBeVisible();
    expect(screen.getByText('Not this year.')).toBeVisible();
    expect(screen.getByText('One answer is in force')).toBeVisible();
    expect(
      screen.getByText('One answer was not sent; see below.'),
    ).toBeVisible();

    await press('Replace it with mine');
    await waitFor(() =>
      expect(
        maturity.attestations.filter(item => item.current).map(a => a.author),
      ).toEqual(['user:default/ada', 'user:default/ada']),
    );
    expect(await screen.findByText('2 answers are in force')).toBeVisible();
  });

  it('does not send what is incomplete, and lists what the server refused', async () => {
    const maturity = new FakeMaturity();
    maturity.drafts = [
      {
        ...savedBudget('user:default/ada'),
        answer: { answer: 'yes', fields: {} },
      },
      {
        checkId: 'skills',
        answer: { answer: 'no', fields: {} },
        author: 'user:default/ada',
        savedAt: new Date().toISOString(),
        revision: 'draft-of-somebody',
      },
    ];
    show(maturity, '~review');
    expect(
      await screen.findByText('Budget: has to be filled in'),
    ).toBeVisible();
    maturity.api.putAttestation.mockRejectedValueOnce(
      await maturity.refuse(503, 'ServiceUnavailableError', 'database is away'),
    );
    await press('Send one answer');
    expect(await screen.findByText('database is away')).toBeVisible();
    await press('Try one answer again');
    expect(await screen.findByText('One answer is in force')).toBeVisible();
    expect(maturity.attestations.map(item => item.checkId)).toEqual(['skills']);
  });

  it('lets those look who may not answer', async () => {
    const maturity = new FakeMaturity();
    maturity.capabilities.attest = false;
    show(maturity, 'expectations');
    await heading('Budget and time are agreed');
    expect(screen.getByText(/You may look, but not answer/)).toBeVisible();
    expect(screen.getByRole('radio', { name: 'Yes' })).toBeDisabled();
    await press('Next');
    await heading('The team has the skills');
  });
});

describe('buildReport', () => {
  it('tells level, journey and answers, and keeps hostile text in its place', () => {
    const maturity = new FakeMaturity();
    const answer = maturity.answer('expectations', 'user:default/ada', {
      answer: 'yes',
      fields: { budget: 900, time: 'P6W' },
      evidence: { url: 'https://docs.example/a b' },
      comment: '# Big | [x](javascript:alert(1))\n<b>bold</b>',
    });
    const report = buildReport({
      title: flightDelay.metadata.title!,
      rubric: maturity.compiled.rubric,
      card: maturity.scorecard(),
      attestations: [answer],
      now: new Date('2026-03-01T09:30:00Z'),
    });
    expect(report).toContain('# Maturity assessment: Flight delay\n');
    expect(report).toContain('- **Level**: 0 Manual\n');
    expect(report).toContain('- **Written**: 1 Mar 2026, 09:30 UTC\n');
    expect(report).toContain(
      '### Gather\n\n- **Budget and time are agreed**: passes.',
    );
    expect(report).toContain('  - Budget: 900 EUR\n  - Timescale: 6 weeks\n');
    expect(report).toContain('Evidence: <https://docs.example/a%20b>');
    expect(report).toContain(
      'Comment: \\# Big \\| \\[x\\](javascript:alert(1)) \\<b\\>bold\\</b\\>',
    );
    expect(report).toContain(
      '- **The carbon budget is known**: unknown (not counted yet).',
    );
  });
});
