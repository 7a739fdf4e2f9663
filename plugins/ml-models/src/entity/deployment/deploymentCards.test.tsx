import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { broken, churn, churnProduction } from '../__testUtils__/entities';
import { renderEntity } from '../__testUtils__/renderEntity';
import { DeploymentFactsCard } from './DeploymentFactsCard';
import { MonitoringCard } from './MonitoringCard';
import { ServingCard } from './ServingCard';
import { StrategyCard } from './StrategyCard';

describe('ServingCard', () => {
  it('shows the model, its versions, their traffic and main metric', async () => {
    renderEntity(<ServingCard />, churnProduction, { others: [churn] });
    expect(await screen.findByRole('link', { name: 'Churn' })).toHaveAttribute(
      'href',
      '/catalog/default/mlmodel/churn',
    );
    const next = within(screen.getByRole('row', { name: /^next/ }));
    expect(next.getByText('Candidate')).toBeInTheDocument();
    expect(next.getByText('25%')).toBeInTheDocument();
    expect(next.getByText('0.93')).toBeInTheDocument();
    const shadow = within(screen.getByRole('row', { name: /^copy/ }));
    expect(shadow.getByText('copies only')).toBeInTheDocument();
    expect(shadow.getByText('not listed by the model')).toBeInTheDocument();
    expect(shadow.getByText('unknown')).toBeInTheDocument();
  });

  it('does not call a metric unknown while the model is read', async () => {
    renderEntity(<ServingCard />, churnProduction, {
      catalogApi: catalogApiMock.mock({
        getEntitiesByRefs: () => new Promise(() => {}),
      }),
    });
    expect(await screen.findByRole('row', { name: /^next/ })).toHaveTextContent(
      '25%',
    );
    expect(screen.queryByText('unknown')).not.toBeInTheDocument();
  });

  it('names a model that the reader may not see', async () => {
    renderEntity(<ServingCard />, churnProduction);
    expect(await screen.findByText('mlmodel:default/churn')).toBeVisible();
    expect(
      screen.getByText('(not in the catalog, or not visible to you)'),
    ).toBeVisible();
    expect(screen.getByRole('row', { name: /^next/ })).toBeInTheDocument();
  });
});

describe('StrategyCard', () => {
  it('shows the phases, the one that runs now and the way back', async () => {
    renderEntity(<StrategyCard />, churnProduction);
    const phases = await screen.findByRole('list', { name: 'Phases' });
    const [first, second, all] = within(phases).getAllByRole('listitem');
    expect(first).toHaveTextContent('First · done');
    expect(second).toHaveTextContent('Second · now');
    expect(second).toHaveTextContent('25% of traffic · at least 1 day');
    expect(second).toHaveAttribute('aria-current', 'step');
    expect(all).toHaveTextContent('All · to come');
    expect(screen.getByText('Progressing')).toBeVisible();
    expect(screen.getByText('Set the traffic to 0.')).toBeVisible();
  });

  it('does not guess how far a rollout came that was rolled back', async () => {
    const strategy = { ...(churnProduction.spec!.strategy as object) };
    renderEntity(<StrategyCard />, {
      ...churnProduction,
      spec: {
        ...churnProduction.spec,
        strategy: { ...strategy, state: 'rolled-back' },
      },
    });
    expect(await screen.findByText('Rolled back')).toBeVisible();
    expect(screen.queryByText(/· (done|now|to come)/)).not.toBeInTheDocument();
  });
});

describe('DeploymentFactsCard', () => {
  it('copies the endpoint', async () => {
    renderEntity(<DeploymentFactsCard />, churnProduction);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Copy endpoint' }),
    );
    expect(await screen.findByText('Copied')).toBeInTheDocument();
  });
});

describe('MonitoringCard', () => {
  it('shows limits with the side that is bad', async () => {
    renderEntity(<MonitoringCard />, churnProduction);
    const errors = within(
      await screen.findByRole('row', { name: /^error_ratio/ }),
    );
    expect(errors.getByText('above 0.01')).toBeInTheDocument();
    expect(errors.getByText('above 0.05')).toBeInTheDocument();
    const accuracy = within(screen.getByRole('row', { name: /^accuracy/ }));
    expect(accuracy.getByText('none')).toBeInTheDocument();
    expect(accuracy.getByText('below 0.9')).toBeInTheDocument();
  });
});

describe('a deployment full of nulls', () => {
  it('is shown as far as it can be read', async () => {
    renderEntity(
      <>
        <ServingCard />
        <StrategyCard />
        <DeploymentFactsCard />
        <MonitoringCard />
      </>,
      broken('MlDeployment'),
    );
    expect(await screen.findByText(/Traffic unknown/)).toBeVisible();
    expect(screen.getByText('Canary')).toBeVisible();
    expect(screen.getByText('The plan names no phases.')).toBeVisible();
    expect(screen.getByRole('row', { name: 'psi' })).toHaveTextContent(
      'psinonenone2 windows in a row',
    );
  });
});
