import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeOrganisation } from '../__testUtils__/organisation';
import { renderOverview } from '../__testUtils__/renderOverview';

const panel = (name: string) => screen.findByRole('region', { name });

describe('organisation', () => {
  it('counts what is unknown, in error, not evaluated and failed openly', async () => {
    renderOverview('organisation');
    const summary = await panel('Where we stand');

    await within(summary).findByText('5');
    const figure = (label: string) =>
      within(summary).getByText(label).parentElement;
    expect(figure('Models')).toHaveTextContent('Models54 evaluated');
    expect(figure('Mean score')).toHaveTextContent('40%');
    // 9 of 6 + 4 + 9 + 1.
    expect(figure('Unknown')).toHaveTextContent('945% of the checks');
    expect(figure('In error')).toHaveTextContent('1');
    expect(figure('Not evaluated')).toHaveTextContent('1');
    expect(
      within(summary).getByText(/^3 models, 75% of the evaluated/),
    ).toBeInTheDocument();
    expect(
      within(summary).getByRole('link', { name: 'Level 0: Manual' }),
    ).toHaveAttribute('href', '/ml-maturity/models?level=0');
  });

  it('asks for the models that the address names, in every panel', async () => {
    const { organisation } = renderOverview(
      'organisation?owner=group:default/air&tag=nlp&q=delay&days=30&by=system&measure=phase',
    );
    await panel('Who stands where');
    const filter = {
      owner: ['group:default/air'],
      tag: ['nlp'],
      text: 'delay',
    };
    const { api } = organisation;
    await waitFor(() =>
      expect(api.getRollup).toHaveBeenCalledWith(
        { ...filter, by: 'system', measure: 'phase' },
        expect.anything(),
      ),
    );
    expect(api.getTrend).toHaveBeenCalledWith(
      { ...filter, days: 30 },
      expect.anything(),
    );
    expect(api.getGaps).toHaveBeenCalledWith(filter, expect.anything());
    expect(api.getMovers).toHaveBeenCalledWith(
      { ...filter, days: 30, limit: 6 },
      expect.anything(),
    );
    expect(api.getExpiring).toHaveBeenCalledWith(
      expect.objectContaining(filter),
      expect.anything(),
    );
  });

  it('puts a chosen filter into the address, and takes it away again', async () => {
    const { query } = renderOverview('organisation');
    // A test's window is narrow, so that filters are behind a button.
    await userEvent.click(
      await screen.findByRole('button', { name: 'Filters' }),
    );
    const owner = await screen.findByRole('button', { name: /Owner/ });
    await waitFor(() => expect(owner).toBeEnabled());
    await userEvent.click(owner);
    await userEvent.click(
      await screen.findByRole('option', { name: /Delays/ }),
    );
    await userEvent.keyboard('{Escape}');
    expect(query().getAll('owner')).toEqual(['group:default/delays']);

    await userEvent.click(
      await screen.findByRole('button', { name: 'Clear all' }),
    );
    expect(query().toString()).toBe('');
  });

  it('shows the models behind a cell, found by keyboard, with links', async () => {
    const { organisation, query } = renderOverview('organisation');
    const table = await screen.findByRole('table', {
      name: 'Score by Teams and Categories',
    });
    expect(
      within(table)
        .getAllByRole('rowheader')
        .map(head => head.textContent),
    ).toEqual(['Air', 'Delays', 'Gates', 'Without owner', 'All models']);
    expect(
      within(table).getByRole('button', {
        name: 'Delays, Code: nothing counts here',
      }),
    ).toBeInTheDocument();

    const first = within(table).getByRole('button', { name: /^Air, Score/ });
    first.focus();
    await userEvent.keyboard('{ArrowDown}{ArrowRight}{Enter}');

    expect(query().get('row')).toBe('group:default/delays');
    expect(query().get('column')).toBe('data');
    const dialog = await screen.findByRole('dialog', { name: 'Delays: Data' });
    expect(organisation.api.listScorecards).toHaveBeenCalledWith(
      expect.objectContaining({
        owner: ['group:default/delays'],
        category: ['data'],
        sort: 'score',
        order: 'asc',
      }),
      expect.anything(),
    );
    expect(
      await within(dialog).findByRole('link', { name: 'Flight delay' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/mlmodel/flight-delay/maturity?view=checks&rubric=small',
    );
    // Of the four checks of the category two pass, one of them is unknown.
    expect(
      within(dialog).getByText('2 of 4 pass, 1 unknown'),
    ).toBeInTheDocument();
    expect(
      within(dialog).getByRole('link', { name: 'Personal data is protected' }),
    ).toHaveAttribute('href', expect.stringContaining('check=privacy'));
    expect(
      within(dialog).getByRole('link', { name: 'Open in the list' }),
    ).toHaveAttribute('href', expect.stringContaining('category=data'));
  });

  it('folds teams below a group', async () => {
    renderOverview('organisation');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Hide what is below Air' }),
    );
    expect(
      screen.queryByRole('rowheader', { name: 'Delays' }),
    ).not.toBeInTheDocument();
  });

  it('keeps the other panels when one fails, and tries that one again', async () => {
    const organisation = new FakeOrganisation();
    organisation.api.getGaps.mockRejectedValueOnce(new Error('no database'));
    renderOverview('organisation', organisation);

    const gaps = await panel('Most common gaps');
    const alert = await within(gaps).findByRole('alert');
    expect(alert).toHaveTextContent('Most common gaps could not be read');
    expect(alert).toHaveTextContent('no database');
    expect(
      await within(await panel('Biggest movers')).findByText('Flight delay'),
    ).toBeInTheDocument();
    expect(
      await screen.findByRole('table', { name: /^Score by/ }),
    ).toBeVisible();

    await userEvent.click(
      within(gaps).getByRole('button', { name: 'Try again' }),
    );

    expect(
      await within(gaps).findByRole('link', { name: 'Data is protected' }),
    ).toHaveAttribute('href', '/ml-maturity/models?check=privacy');
    expect(within(gaps).getByText('3 of 4')).toBeInTheDocument();
  });

  it('exports what is shown as CSV', async () => {
    const { organisation } = renderOverview(
      'organisation?lifecycle=production&measure=level',
    );
    const url = 'blob:file';
    URL.createObjectURL = jest.fn(() => url);
    URL.revokeObjectURL = jest.fn();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Export' }),
    );
    await userEvent.click(
      await screen.findByRole('menuitem', { name: 'This heatmap (CSV)' }),
    );
    expect(organisation.api.exportCsv).toHaveBeenCalledWith({
      list: 'rollups',
      lifecycle: ['production'],
      by: 'owner',
      measure: 'level',
    });
    await waitFor(() => expect(URL.createObjectURL).toHaveBeenCalled());
  });
});
