import { screen, within } from '@testing-library/react';
import { COMPARISON, FakeMonitoring } from '../__testUtils__/FakeMonitoring';
import { panelOf } from '../__testUtils__/panels';
import {
  DEPLOYMENT,
  named,
  renderMonitoring,
} from '../__testUtils__/renderMonitoring';
import { verdictOf } from './verdictOf';

const SHADOWED = {
  ...DEPLOYMENT,
  spec: {
    ...DEPLOYMENT.spec,
    variants: [
      { name: 'stable', role: 'stable', version: '1', traffic: 100 },
      { name: 'shadow', role: 'shadow', version: '2', traffic: 100 },
    ],
  },
};

describe('verdictOf', () => {
  it('says better or worse by the side that is good, and nothing without enough data', () => {
    const [errors, latency, auc] = COMPARISON.metrics;
    expect([errors, latency, auc].map(verdictOf)).toEqual([
      'notEnough',
      'worse',
      'better',
    ]);
    expect(verdictOf({ ...latency, better: 'neither' })).toBe('different');
    expect(
      verdictOf({
        ...auc,
        difference: {
          ...auc.difference,
          interval: { lower: -0.01, upper: 0.09, level: 0.95 },
        },
      }),
    ).toBe('noDifference');
  });
});

describe('the page Rollout', () => {
  it('holds the candidate against the stable variant, with what that says', async () => {
    renderMonitoring({ path: '/rollout' });
    const row = (await screen.findByText('Latency (median)')).closest(
      '[role=row]',
    )!;
    expect(row).toHaveTextContent('18 ms');
    expect(row).toHaveTextContent('31 ms');
    expect(row).toHaveTextContent('+13 ms');
    expect(row).toHaveTextContent('+11.5 … +14.2');
    expect(row).toHaveTextContent('Worse');
    const few = screen.getByText('Error ratio').closest('[role=row]')!;
    expect(few).toHaveTextContent('Not enough data');
    expect(few).toHaveTextContent('expected at least 4409');
  });

  it('shows the largest disagreements of a shadow to those who may see rows', async () => {
    const { client } = renderMonitoring({
      path: '/rollout',
      entity: SHADOWED,
    });
    const row = (await screen.findByText('p-1')).closest('[role=row]')!;
    expect(row).toHaveTextContent('on time');
    expect(row).toHaveTextContent('delayed');
    expect(
      within(row as HTMLElement).getByText('JFK', { exact: false }),
    ).toBeVisible();
    expect(client.getDisagreements).toHaveBeenCalledWith(
      expect.objectContaining({ variant: 'shadow' }),
      expect.anything(),
    );
  });

  it('says so to those who may not, and does not ask', async () => {
    const { client } = renderMonitoring({
      path: '/rollout',
      entity: named(SHADOWED, 'not-mine'),
      denied: ['mlMonitoring.rows.read'],
    });
    expect(
      await screen.findByText(/You have no permission to see rows/),
    ).toBeVisible();
    expect(client.getDisagreements).not.toHaveBeenCalled();
  });

  it('goes on where one source fails', async () => {
    const monitoring = new FakeMonitoring();
    monitoring.client.getComparison.mockResolvedValue(
      panelOf(COMPARISON, {
        results: [
          { ok: true, answer: COMPARISON },
          {
            ok: false,
            failure: {
              source: { type: 'prometheus', name: 'main' },
              kind: 'timeout',
              message: 'query timed out after 30 s',
            },
          },
        ],
      }),
    );
    renderMonitoring({ path: '/rollout', monitoring });
    expect(await screen.findByText('query timed out after 30 s')).toBeVisible();
    expect(await screen.findByText('Latency (median)')).toBeVisible();
  });
});
