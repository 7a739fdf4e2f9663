import { ResponseError } from '@backstage/errors';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeDeployment } from '../__testUtils__/FakeDeployment';
import { renderEntity } from '../__testUtils__/renderEntity';
import {
  DOWN,
  ENTITY_REF,
  HEALTHY,
  SLOW,
  blindReview,
  decisionOf,
  reviewOf,
} from '../__testUtils__/review';
import { RolloutContent } from './RolloutContent';

const render = (deployment?: FakeDeployment) =>
  renderEntity(<RolloutContent />, deployment);

const region = async (name: string) =>
  within(await screen.findByRole('region', { name }));

const row = async (name: RegExp) => screen.findByRole('row', { name });

async function conflict() {
  return ResponseError.fromResponse(
    new Response(
      JSON.stringify({
        error: { name: 'ConflictError', message: 'The rollout changed' },
        request: { method: 'POST', url: '/' },
        response: { statusCode: 409 },
      }),
      { status: 409, headers: { 'Content-Type': 'application/json' } },
    ) as any,
  );
}

describe('the review of a rollout', () => {
  it('says roll back for a slow candidate, with the reason first', async () => {
    render(new FakeDeployment(reviewOf(SLOW)));
    const verdict = await region('Verdict');
    expect(verdict.getByRole('heading', { name: 'Roll back' })).toBeVisible();
    const [first] = verdict.getAllByRole('listitem');
    // 61 ms against 40 ms is 1.525.
    expect(first).toHaveTextContent(/^latency_p95 ratio is 1.525, between/);
    expect(
      verdict.getByText(/wrong at most 5% of the time, however often/),
    ).toBeVisible();

    const latency = await row(/Latency p95, candidate divided by stable/);
    expect(latency).toHaveTextContent('stays below 1.1');
    expect(latency).toHaveTextContent('Broken');
    expect(latency).toHaveTextContent('Stable 50,000');
    expect(latency).toHaveTextContent('Candidate 12,000');
    expect(latency).toHaveTextContent('of 8,000 needed');
    expect(latency).toHaveTextContent('Test of latency_p95');
  });

  it('says promote for a healthy one, and where it stands in its plan', async () => {
    render(new FakeDeployment(reviewOf(HEALTHY)));
    const verdict = await region('Verdict');
    expect(verdict.getByRole('heading', { name: 'Promote' })).toBeVisible();
    const steps = within(
      await screen.findByRole('list', { name: 'Phases' }),
    ).getAllByRole('listitem');
    expect(steps.map(step => step.textContent)).toEqual([
      '5 %DoneCandidate gets 5% · at least 12 hours',
      '25 %Runs nowCandidate gets 25% · at least 2 days · 8,000 requests of each variant',
      'AllAheadCandidate gets 100% · at least 1 day',
    ]);
    expect(steps[1]).toHaveAttribute('aria-current', 'step');
    const standing = await region('Where the rollout stands');
    expect(standing.getByText('in 1 day')).toBeVisible();
    expect(standing.getByText('Support saw no complaints')).toBeVisible();
    expect(
      screen.getByRole('img', {
        name: '75% of requests go to the old version; 25% of requests go to the new version.',
      }),
    ).toBeVisible();
    expect(
      screen.getByRole('link', { name: /Compare the variants/ }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/mldeployment/flight-delay-production/monitoring/rollout',
    );
  });

  it('holds while monitoring is down, says why, and shows the rest', async () => {
    render(new FakeDeployment(blindReview()));
    expect(
      (await region('Verdict')).getByRole('heading', { name: 'Hold' }),
    ).toBeVisible();
    expect(await screen.findByRole('alert')).toHaveTextContent(DOWN);
    expect(await row(/Error ratio, candidate minus stable/)).toHaveTextContent(
      'No data',
    );
    expect(await region('What can be done')).toBeDefined();
    expect(await screen.findByRole('list', { name: 'Phases' })).toBeVisible();
  });

  it('shows what an action changes and opens its form filled in', async () => {
    render();
    const actions = await region('What can be done');
    const link = await actions.findByRole('link', {
      name: 'Open the form to Give version 2 all traffic',
    });
    const url = new URL(link.getAttribute('href')!, 'http://localhost');
    expect(url.pathname).toMatch(/\/promote-or-roll-back$/);
    expect(JSON.parse(url.searchParams.get('formData')!)).toMatchObject({
      deployment: ENTITY_REF,
      decision: 'promote',
      revision: 'r1',
    });
    const change = actions.getByRole('group', {
      name: 'Change of manifests/rollout.yaml',
    });
    expect(change).toHaveTextContent('Removed: trafficPercent: 25');
    expect(change).toHaveTextContent('Added: trafficPercent: 100');
    expect(
      actions.getByText('kubectl argo rollouts promote flight-delay'),
    ).toBeVisible();
    expect(
      actions.getByText('rollout.yaml: expected a Rollout, was a Deployment'),
    ).toBeVisible();
  });

  it('says which annotation names the manifests where none are known', async () => {
    render(
      new FakeDeployment(
        reviewOf(HEALTHY, { manifests: undefined, actions: [] }),
      ),
    );
    expect(
      await screen.findByText(/annotation airworthy.dev\/manifests/),
    ).toBeVisible();
  });

  it('offers the deploy templates where there is no rollout', async () => {
    render(
      new FakeDeployment(
        reviewOf([], {
          rollout: {},
          verdict: undefined,
          noVerdict: 'No strategy is declared',
          actions: [],
        }),
      ),
    );
    const link = await screen.findByRole('link', { name: 'Canary' });
    const url = new URL(link.getAttribute('href')!, 'http://localhost');
    expect(JSON.parse(url.searchParams.get('formData')!)).toEqual({
      deployment: ENTITY_REF,
      name: ENTITY_REF.split('/')[1],
      model: { ref: 'mlmodel:default/flight-delay' },
      environment: 'production',
    });
    // The catalog has no template for it.
    expect(screen.queryByRole('link', { name: 'A/B test' })).toBeNull();
    expect(
      screen.getByRole('link', { name: /Ask the advisor/ }),
    ).toHaveAttribute('href', '/ml-deployment/advisor');
  });

  it('lets a planned rollout begin, and the way back be rehearsed', async () => {
    const { rollout } = reviewOf(HEALTHY);
    const client = render(
      new FakeDeployment(
        reviewOf(HEALTHY, {
          rollout: { ...rollout, state: 'planned', phase: undefined },
          verdict: undefined,
          noVerdict: 'The rollout is planned and has not begun.',
          actions: [],
        }),
      ),
    );
    const begin = await screen.findByRole('link', {
      name: 'Say that it has begun',
    });
    const url = new URL(begin.getAttribute('href')!, 'http://localhost');
    expect(JSON.parse(url.searchParams.get('formData')!)).toEqual({
      deployment: ENTITY_REF,
      decision: 'begin',
      phase: 1,
    });
    await userEvent.click(
      screen.getByRole('button', { name: 'Record a rehearsal' }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Record' }),
    );
    await waitFor(() =>
      expect(client.decide).toHaveBeenCalledWith({
        entityRef: ENTITY_REF,
        revision: 'r1',
        decision: 'roll-back',
        rehearsal: true,
      }),
    );
  });

  it('says why the review cannot be read, and tries again', async () => {
    const deployment = new FakeDeployment();
    deployment.client.getReview.mockRejectedValueOnce(new Error('no route'));
    render(deployment);
    expect(await screen.findByRole('alert')).toHaveTextContent('no route');
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await region('Verdict')).toBeDefined();
  });
});

describe('a decision', () => {
  const open = async () => {
    await userEvent.click(
      await screen.findByRole('button', { name: 'Record a decision' }),
    );
    return within(
      await screen.findByRole('dialog', { name: 'Record a decision' }),
    );
  };

  it('is what the verdict says, unless somebody chooses otherwise and says why', async () => {
    const client = render(new FakeDeployment(reviewOf(SLOW)));
    const dialog = await open();
    expect(dialog.getByRole('radio', { name: /Roll back/ })).toBeChecked();
    const send = dialog.getByRole('button', { name: 'Record' });
    expect(send).toBeEnabled();

    await userEvent.click(dialog.getByRole('radio', { name: /Hold/ }));
    expect(send).toBeDisabled();
    await userEvent.type(
      dialog.getByRole('textbox', { name: 'Comment' }),
      ' One batch client ',
    );
    await userEvent.click(send);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(client.decide).toHaveBeenCalledWith({
      entityRef: ENTITY_REF,
      revision: 'r1',
      decision: 'hold',
      comment: 'One batch client',
    });
    // The review and the list are read again.
    expect(client.getReview).toHaveBeenCalledTimes(2);
    await waitFor(() => expect(client.getDecisions).toHaveBeenCalledTimes(2));
  });

  it('cannot go against the verdict without permission, but may rehearse the way back', async () => {
    const client = render(
      new FakeDeployment(
        reviewOf(HEALTHY, { may: { decide: true, override: false } }),
      ),
    );
    const dialog = await open();
    expect(dialog.getByRole('radio', { name: /Hold/ })).toBeDisabled();
    expect(
      dialog.getByText(/no permission to decide against the verdict/),
    ).toBeVisible();
    await userEvent.click(dialog.getByRole('radio', { name: /Roll back/ }));
    const send = dialog.getByRole('button', { name: 'Record' });
    expect(send).toBeDisabled();
    await userEvent.click(dialog.getByRole('checkbox', { name: /rehearsed/ }));
    await userEvent.click(send);
    await waitFor(() =>
      expect(client.decide).toHaveBeenCalledWith({
        entityRef: ENTITY_REF,
        revision: 'r1',
        decision: 'roll-back',
        rehearsal: true,
      }),
    );
  });

  it('says why the button is off for those who may not decide', async () => {
    render(
      new FakeDeployment(
        reviewOf(HEALTHY, { may: { decide: false, override: false } }),
      ),
    );
    expect(
      await screen.findByRole('button', { name: 'Record a decision' }),
    ).toHaveAccessibleDescription(/no permission to record decisions/);
  });

  it('keeps the comment when the rollout changed meanwhile, and takes the new review', async () => {
    const deployment = new FakeDeployment(reviewOf(SLOW));
    deployment.client.decide.mockRejectedValueOnce(await conflict());
    const client = render(deployment);
    const dialog = await open();
    await userEvent.type(
      dialog.getByRole('textbox', { name: 'Comment' }),
      'Too slow',
    );
    await userEvent.click(dialog.getByRole('button', { name: 'Record' }));
    expect(
      await dialog.findByText('The rollout changed meanwhile'),
    ).toBeVisible();
    expect(dialog.getByRole('button', { name: 'Record' })).toBeDisabled();

    client.getReview.mockResolvedValue(reviewOf(SLOW, { revision: 'r2' }));
    await userEvent.click(
      dialog.getByRole('button', { name: 'Read it again' }),
    );
    expect(
      await dialog.findByText(/This is the review as it is now/),
    ).toBeVisible();
    expect(dialog.getByRole('textbox', { name: 'Comment' })).toHaveValue(
      'Too slow',
    );
    await userEvent.click(dialog.getByRole('button', { name: 'Record' }));
    await waitFor(() =>
      expect(client.decide).toHaveBeenLastCalledWith(
        expect.objectContaining({ revision: 'r2', comment: 'Too slow' }),
      ),
    );
  });
});

describe('the decisions', () => {
  it('are told with who, why, and the evidence as it was', async () => {
    render(new FakeDeployment(reviewOf(HEALTHY)));
    const list = await region('Decisions');
    const item = await list.findByRole('listitem');
    expect(item).toHaveTextContent('Hold');
    expect(item).toHaveTextContent('Against the verdict');
    expect(item).toHaveTextContent('The verdict was Roll back');
    expect(item).toHaveTextContent('amelia');
    expect(item).toHaveTextContent('5 hours ago');
    expect(item).toHaveTextContent('one batch client');
    await userEvent.click(
      within(item).getByRole('button', { name: 'Evidence as it was then' }),
    );
    expect(
      within(item).getByRole('row', { name: /Latency p95/ }),
    ).toHaveTextContent('Broken');
  });

  it('are read page by page', async () => {
    const deployment = new FakeDeployment();
    deployment.client.getDecisions.mockImplementation(async ({ cursor }) =>
      cursor
        ? { items: [decisionOf({ comment: 'the older' })], totalItems: 11 }
        : { items: [decisionOf()], totalItems: 11, nextCursor: 'c2' },
    );
    render(deployment);
    await userEvent.click(await screen.findByRole('button', { name: 'Older' }));
    expect(await screen.findByText('the older')).toBeVisible();
    expect(screen.getByText('11 to 11 of 11')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Newer' }));
    expect(await screen.findByText(/one batch client/)).toBeVisible();
  });
});
