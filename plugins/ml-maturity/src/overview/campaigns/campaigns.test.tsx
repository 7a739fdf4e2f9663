import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeOrganisation, detail } from '../__testUtils__/organisation';
import { renderOverview } from '../__testUtils__/renderOverview';
import { campaignReport } from './detail/campaignReport';

describe('campaigns', () => {
  it('lists campaigns with how far they are', async () => {
    renderOverview('campaigns');
    expect(
      await screen.findByRole('link', { name: 'Privacy first' }),
    ).toHaveAttribute('href', '/ml-maturity/campaigns?campaign=c1');
    expect(screen.getByText('1 of 3 models done')).toBeInTheDocument();
    expect(screen.getByText('Running')).toBeInTheDocument();
  });

  it('says what a new campaign lacks, and creates it once it is complete', async () => {
    const { organisation, query } = renderOverview('campaigns');
    const open = await screen.findByRole('button', { name: 'New campaign' });
    await userEvent.click(open);
    const dialog = await screen.findByRole('dialog');
    const submit = within(dialog).getByRole('button', {
      name: 'Start campaign',
    });

    await userEvent.click(submit);

    expect(
      within(dialog)
        .getAllByRole('alert')
        .map(a => a.textContent),
    ).toEqual([
      'Has to be filled in',
      'Choose at least one check',
      'Run by: Has to be filled in',
    ]);
    expect(organisation.api.createCampaign).not.toHaveBeenCalled();

    await userEvent.type(
      within(dialog).getByRole('textbox', { name: /^Title/ }),
      'Level one',
    );
    await userEvent.click(
      within(dialog).getByRole('radio', { name: 'A level' }),
    );
    await userEvent.click(
      within(dialog).getByRole('button', { name: /Level to reach/ }),
    );
    await userEvent.click(
      await screen.findByRole('option', { name: /^Level 1/ }),
    );
    await userEvent.click(
      within(dialog).getByRole('button', { name: /Choose a group/ }),
    );
    await userEvent.click(await screen.findByRole('option', { name: 'Air' }));
    await userEvent.click(submit);

    expect(organisation.api.createCampaign).toHaveBeenCalledWith(
      expect.objectContaining({
        title: 'Level one',
        goal: { level: 1 },
        scope: {},
        owner: 'group:default/air',
      }),
    );
    await screen.findByText('Who is left');
    expect(query().get('campaign')).toBe('c2');
  });

  it('offers nothing to those who may not manage campaigns, and says why', async () => {
    const organisation = new FakeOrganisation();
    organisation.capabilities.manageCampaigns = false;
    renderOverview('campaigns', organisation);
    expect(
      await screen.findByText(/needs the permission to manage them/),
    ).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'New campaign' })).toBeDisabled();
  });

  it('shows who is left and closes after asking', async () => {
    const { organisation } = renderOverview('campaigns?campaign=c1');
    const left = await screen.findByRole('table', { name: 'Who is left' });
    expect(
      within(left).getByRole('link', { name: 'Flight delay' }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('img', { name: '1 of 3 models done on 2 Jan 2026' }),
    ).toBeInTheDocument();

    await userEvent.click(
      await screen.findByRole('button', { name: 'Close campaign' }),
    );
    const dialog = await screen.findByRole('dialog');
    expect(organisation.api.closeCampaign).not.toHaveBeenCalled();
    await userEvent.click(
      within(dialog)
        .getAllByRole('button', { name: 'Close campaign' })
        .slice(-1)[0],
    );

    expect(await screen.findByText('Closed')).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Remind now' }),
    ).not.toBeInTheDocument();
  });

  it('promotes checks as text for app-config, or says why that does not fit', async () => {
    const organisation = new FakeOrganisation();
    organisation.api.promoteCampaign
      .mockResolvedValueOnce({
        valid: false,
        problems: [{ field: 'checks[0].level', message: 'unknown level 9' }],
      })
      .mockResolvedValueOnce({
        valid: true,
        promotion: {
          checks: ['privacy'],
          patch: {},
          yaml: 'mlMaturity:\n  rubrics: {}\n',
          proposedBy: 'user:default/ada',
          proposedAt: new Date().toISOString(),
        },
      });
    renderOverview('campaigns?campaign=c1', organisation);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Promote checks' }),
    );
    const make = await screen.findByRole('button', { name: 'Make the text' });
    await userEvent.click(make);
    expect(
      await screen.findByText('checks[0].level: unknown level 9'),
    ).toBeInTheDocument();
    await userEvent.click(make);
    expect(await screen.findByText(/mlMaturity:/)).toBeInTheDocument();
  });
});

describe('campaignReport', () => {
  it('says goal, progress, teams and who is left, with text made inert', () => {
    const report = campaignReport(
      { ...detail, title: 'A [link](x) | <b>' },
      undefined,
      new Date('2026-01-02T00:00:00Z'),
    );
    expect(report).toContain('# A \\[link\\](x) \\| \\<b\\>');
    expect(report).toContain('- Models done: 1 of 3 (33%)');
    expect(report).toContain(
      '| Flight delay | group:default/delays | Data is protected (unknown) |',
    );
  });
});
