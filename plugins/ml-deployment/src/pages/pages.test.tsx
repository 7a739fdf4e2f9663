import {
  STRATEGIES,
  STRATEGY_SUPPORT,
  TARGETS,
} from '@airworthy/plugin-ml-deployment-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPages } from '../__testUtils__/renderPages';

const WORDS = {
  native: 'By itself',
  beneath: 'By routing beneath it',
  none: 'No',
};

describe('the strategies', () => {
  it('are all there, each with a diagram that says in words what it draws', async () => {
    const { path } = renderPages('');
    const cards = await screen.findAllByRole('listitem', {
      name: /^(Shadow|Canary|Blue-green|A\/B test|Rolling|Recreate)$/,
    });
    expect(cards).toHaveLength(6);
    expect(path()).toBe('/ml-deployment/strategies');
    const drawn = cards.map(card =>
      within(card).getByRole('img').getAttribute('aria-label'),
    );
    expect(drawn[0]).toBe(
      '100% of requests go to the old version; a copy of 10% of requests goes to the new version, whose answers nobody sees.',
    );
    expect(drawn[3]).toBe(
      'Group A, 50% of users, keeps the old version; group B, 50% of users, keeps the new version.',
    );
    expect(drawn[5]).toMatch(/^Nobody answers\./);
    expect(
      within(cards[1]).getByText(/Set the share .* Takes 30 seconds\./),
    ).toBeVisible();
  });

  it('have a page each, with the way to plan one', async () => {
    const { path } = renderPages('/strategies');
    await userEvent.click(
      await screen.findByRole('link', { name: 'More about Canary' }),
    );
    expect(path()).toBe('/ml-deployment/strategies/canary');
    const canary = STRATEGIES.find(({ type }) => type === 'canary')!;
    for (const text of [...canary.fits, ...canary.fitsNot, canary.cost]) {
      expect(screen.getByText(text)).toBeVisible();
    }
    expect(screen.getAllByRole('img')).toHaveLength(canary.phases.length);
    expect(
      await screen.findByRole('link', { name: /Plan one/ }),
    ).toHaveAttribute('href', '/create/templates/default/deploy-canary');
    for (const { title } of canary.sources) {
      expect(
        screen.getByRole('link', { name: new RegExp(title) }),
      ).toBeVisible();
    }
  });

  it('say so of one that there is not, or that has no template', async () => {
    renderPages('/strategies/big-bang');
    expect(
      await screen.findByText('There is no strategy big-bang.'),
    ).toBeVisible();
  });
});

describe('the targets', () => {
  it('are held against the strategies as the table of support says', async () => {
    const { query } = renderPages('/targets');
    const table = within(await screen.findByRole('table'));
    const [, ...rows] = table.getAllByRole('row');
    expect(rows).toHaveLength(STRATEGIES.length);
    for (const [i, { type, title }] of STRATEGIES.entries()) {
      expect(within(rows[i]).getByRole('rowheader')).toHaveTextContent(title);
      const cells = within(rows[i]).getAllByRole('cell');
      expect(cells).toHaveLength(TARGETS.length);
      for (const [j, target] of TARGETS.entries()) {
        const pair = STRATEGY_SUPPORT.find(
          p => p.strategy === type && p.target === target.id,
        )!;
        expect(
          within(cells[j]).getByRole('button', {
            name: `${title} on ${target.title}: ${WORDS[pair.support]}`,
          }),
        ).toBeVisible();
      }
    }

    await userEvent.click(
      table.getByRole('button', { name: /^Rolling on KServe, Knative/ }),
    );
    const details = within(
      await screen.findByRole('region', {
        name: 'Rolling on KServe, Knative mode',
      }),
    );
    expect(details.getByText('Why not')).toBeVisible();
    expect(details.getByText('Instead')).toBeVisible();
    expect(query().get('pair')).toBe('rolling.kserve-knative');
  });
});

describe('the advisor', () => {
  const SITUATION =
    '/advisor?existingVersion=yes&risk=high&reversible=no&state=stateless&workload=requests&labelDelay=days&requestsPerDay=50000&spareCapacity=double&platform=weights,mirror,headers,variant-metrics';

  it('takes the answers from the address and plans what it advises', async () => {
    renderPages(SITUATION);
    const plan = await screen.findByRole('link', { name: 'Plan it: Shadow' });
    const url = new URL(plan.getAttribute('href')!, 'http://localhost');
    expect(url.pathname).toBe('/create/templates/default/deploy-shadow');
    expect(JSON.parse(url.searchParams.get('formData')!)).toEqual({
      strategy: {
        strategy: 'shadow',
        answers: {
          existingVersion: true,
          risk: 'high',
          reversible: 'no',
          state: 'stateless',
          workload: 'requests',
          labelDelay: 'days',
          requestsPerDay: 50_000,
          spareCapacity: 'double',
          platform: ['weights', 'mirror', 'headers', 'variant-metrics'],
        },
      },
    });
  });

  it('keeps what is answered and looked at in the address', async () => {
    const { query } = renderPages(SITUATION);
    await userEvent.click(await screen.findByRole('radio', { name: /Canary/ }));
    expect(query().get('strategy')).toBe('canary');
    expect(query().get('risk')).toBe('high');
    expect(
      await screen.findByRole('link', { name: 'Plan it: Canary' }),
    ).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear the answers' }),
    );
    await waitFor(() => expect([...query()]).toEqual([]));
  });
});
