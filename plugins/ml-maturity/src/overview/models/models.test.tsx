import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeOrganisation, listed } from '../__testUtils__/organisation';
import { renderOverview } from '../__testUtils__/renderOverview';

describe('ranked list', () => {
  it('lets the server filter and sort, and names what narrows it', async () => {
    const { organisation, query } = renderOverview(
      'models?level=0&check=privacy&status=fail',
    );
    expect(
      await screen.findByRole('link', { name: 'Flight delay' }),
    ).toHaveAttribute('href', '/catalog/default/mlmodel/flight-delay/maturity');
    expect(organisation.api.listScorecards).toHaveBeenLastCalledWith(
      expect.objectContaining({
        level: [0],
        check: ['privacy'],
        status: ['fail'],
        sort: 'score',
        order: 'desc',
      }),
      expect.anything(),
    );
    expect(
      screen.getByText('Open check: Personal data is protected'),
    ).toBeInTheDocument();

    await userEvent.click(screen.getByRole('columnheader', { name: 'Level' }));
    expect(query().get('sort')).toBe('level');
  });

  it('goes forward by cursor and back', async () => {
    const organisation = new FakeOrganisation();
    const pages: Record<string, object> = {
      first: { items: [listed('a')], nextCursor: 'two' },
      two: { items: [listed('b')] },
    };
    organisation.api.listScorecards.mockImplementation(
      async (request: any) =>
        ({
          rubricId: 'small',
          totalItems: 21,
          ...pages[request.cursor ?? 'first'],
        } as any),
    );
    renderOverview('models', organisation);
    await screen.findByRole('link', { name: 'a' });

    await userEvent.click(screen.getByRole('button', { name: /next/i }));
    expect(await screen.findByRole('link', { name: 'b' })).toBeInTheDocument();
    expect(screen.getByText('21–21 of 21')).toBeInTheDocument();

    await userEvent.click(screen.getByRole('button', { name: /previous/i }));
    await waitFor(() =>
      expect(screen.getByRole('link', { name: 'a' })).toBeInTheDocument(),
    );
  });
});
