import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeMaturity } from '../__testUtils__/maturity';
import { renderMaturity } from '../__testUtils__/renderMaturity';
import { MaturityContent } from '../tab/MaturityContent';

const rows = () =>
  screen
    .getAllByRole('button', { expanded: false })
    .map(row => row.querySelector('span > span')?.textContent)
    .filter(Boolean);

const region = async (name: string) =>
  within(await screen.findByRole('region', { name }));

describe('ChecksView', () => {
  it('filters by result, counts what each filter would show, and keeps it in the address', async () => {
    const { query } = renderMaturity(<MaturityContent />, {
      query: 'view=checks',
    });
    const filters = within(
      await screen.findByRole('group', { name: 'Filters' }),
    );
    expect(
      filters.getAllByRole('button').map(button => button.textContent),
    ).toEqual([
      'Failing1',
      'Unknown3',
      'Waived0',
      'Expiring0',
      'Passing2',
      'Not counted yet1',
      'Does not apply0',
    ]);
    expect(filters.getByRole('button', { name: /Waived/ })).toBeDisabled();
    expect(rows()).toHaveLength(7);

    await userEvent.click(filters.getByRole('button', { name: /Failing/ }));
    expect(rows()).toEqual(['The rollout is planned']);
    await userEvent.click(filters.getByRole('button', { name: /Passing/ }));
    expect(query().getAll('show')).toEqual(['failing', 'passing']);
    expect(rows()).toEqual([
      'The use case is described',
      'The rollout is planned',
      'CI/CD delivers the pipeline',
    ]);
  });

  it('finds words in titles and reasons, and says when nothing matches', async () => {
    renderMaturity(<MaturityContent />, { query: 'view=checks' });
    const search = await screen.findByRole('searchbox', {
      name: 'Search checks',
    });
    await userEvent.type(search, 'model card');
    expect(await screen.findByText(/^1 of 7 checks shown/)).toBeInTheDocument();
    expect(rows()).toEqual(['The use case is described']);

    await userEvent.type(search, ' zebra');
    expect(await screen.findByText('No check matches.')).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear search and filters' }),
    );
    expect(rows()).toHaveLength(7);
  });

  it('groups by phase, with the practices beside the journey', async () => {
    renderMaturity(<MaturityContent />, { query: 'view=checks' });
    expect((await region('Code')).getByText('1 of 3 pass')).toBeVisible();
    await userEvent.click(screen.getByRole('radio', { name: 'Phase' }));
    expect(
      (await region('Practices beside the journey')).getByText('1 of 3 pass'),
    ).toBeVisible();
  });

  it('opens to reason, facts with their age, remedy and sources, and disarms links', async () => {
    renderMaturity(<MaturityContent />, {
      query: 'view=checks&check=planned',
      others: [
        {
          apiVersion: 'scaffolder.backstage.io/v1beta3',
          kind: 'Template',
          metadata: { name: 'plan-rollout', namespace: 'default' },
        },
      ],
    });
    const fact = (
      await screen.findByRole('rowheader', {
        name: 'deployments.newest.hasPlan',
      })
    ).closest('tr')!;
    expect(within(fact).getByText('no')).toBeVisible();
    expect(within(fact).getByText('1 hour ago')).toBeVisible();
    expect(screen.getByText('Surprises are costly.')).toBeVisible();
    expect(screen.getByRole('link', { name: /^read/ })).toHaveAttribute(
      'href',
      'https://docs.example/a',
    );
    expect(screen.queryByRole('link', { name: /^Run/ })).toBeNull();

    const template = await screen.findByRole('link', {
      name: 'Use template plan-rollout for The rollout is planned',
    });
    const url = new URL(template.getAttribute('href')!, 'http://x');
    expect(url.pathname).toBe('/create/templates/default/plan-rollout');
    expect(JSON.parse(url.searchParams.get('formData')!)).toEqual({
      entityRef: 'mlmodel:default/flight-delay',
      model: { ref: 'mlmodel:default/flight-delay' },
      checkId: 'planned',
    });
  });

  it('offers no template that the catalog does not have', async () => {
    renderMaturity(<MaturityContent />, { query: 'view=checks&check=planned' });
    expect(
      await screen.findByRole('heading', { name: 'How to mend it' }),
    ).toBeVisible();
    expect(screen.queryByRole('link', { name: /template/ })).toBeNull();
  });

  it('says openly whose facts are old, and why', async () => {
    renderMaturity(<MaturityContent />);
    expect(
      await screen.findByText(
        'repository facts are 1 hour old: the last try, 30 minutes ago, failed because the host did not answer',
      ),
    ).toBeVisible();
  });

  it('keeps buttons that the reader may not use, with the reason', async () => {
    const maturity = new FakeMaturity();
    maturity.capabilities.attest = false;
    renderMaturity(<MaturityContent />, {
      maturity,
      query: 'view=checks&check=privacy',
    });
    const answer = await screen.findByRole('button', {
      name: 'Answer: Personal data is protected',
    });
    expect(answer).toBeDisabled();
    expect(answer).toHaveAccessibleDescription(/for the owners of this model/);
  });
});

describe('MaturityContent', () => {
  it('says so where no rubric covers the model', async () => {
    const maturity = new FakeMaturity();
    maturity.api.getScorecard.mockResolvedValueOnce({
      state: 'not-covered',
      entityRef: 'mlmodel:default/flight-delay',
      rubrics: [],
    });
    renderMaturity(<MaturityContent />, { maturity });
    expect(
      await screen.findByText('No rubric covers this model'),
    ).toBeVisible();
  });

  it('says that the model is evaluated now, and why the last attempt failed', async () => {
    const maturity = new FakeMaturity();
    maturity.api.getScorecard.mockResolvedValueOnce({
      state: 'pending',
      entityRef: 'mlmodel:default/flight-delay',
      rubric: { id: 'small', title: 'Small rubric', version: '1.0.0' },
      rubrics: [],
      since: new Date(Date.now() - 60_000).toISOString(),
      problem: 'the database is away',
    });
    renderMaturity(<MaturityContent />, { maturity });
    expect(
      await screen.findByText('Being evaluated for the first time'),
    ).toBeVisible();
    expect(
      screen.getByText('The last attempt failed: the database is away'),
    ).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Look again' }));
    expect(await screen.findByText('Journey')).toBeVisible();
  });

  it('shows a failure with the words of the server and a way on', async () => {
    const maturity = new FakeMaturity();
    maturity.api.getScorecard.mockRejectedValueOnce(
      await maturity.refuse(503, 'ServiceUnavailableError', 'database is away'),
    );
    renderMaturity(<MaturityContent />, { maturity });
    expect(await screen.findByText('database is away')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Journey')).toBeVisible();
  });
});
