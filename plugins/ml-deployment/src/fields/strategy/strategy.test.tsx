import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderField } from '../__testUtils__/renderField';
import { strategyField } from './field';
import { StrategyValue } from './schema';
import { strategyProblems } from './validate';

const OBJECT = { type: 'object' };
const fixedTo = (strategy: string) => ({
  ...OBJECT,
  'ui:options': { strategy },
});

async function select(label: RegExp, option: RegExp) {
  await userEvent.click(await screen.findByRole('button', { name: label }));
  await userEvent.click(await screen.findByRole('option', { name: option }));
}

describe('the checks', () => {
  it.each<[string, StrategyValue | undefined, string | undefined, RegExp[]]>([
    [
      'nothing',
      undefined,
      undefined,
      [/^strategy: .* was nothing/, /^target:/],
    ],
    [
      'a pair that there is',
      { strategy: 'canary', target: 'gateway-api', answers: {} },
      undefined,
      [],
    ],
    [
      'another strategy than that of the template',
      { strategy: 'rolling', target: 'gateway-api' },
      'canary',
      [/^strategy: expected canary, as the template says, was rolling$/],
    ],
    [
      'a platform that cannot',
      { strategy: 'recreate', target: 'argo-rollouts-istio' },
      undefined,
      [
        /^target: expected a platform that can carry out Recreate, such as .*, was Argo Rollouts with Istio: A Rollout has the strategies/,
      ],
    ],
    [
      'a number of requests that cannot be',
      {
        strategy: 'canary',
        target: 'gateway-api',
        answers: { requestsPerDay: -1 },
      },
      undefined,
      [/^answers\.requestsPerDay: /],
    ],
  ])('of %s', (_, value, fixed, problems) => {
    const found = strategyProblems(value, fixed);
    expect(found).toHaveLength(problems.length);
    problems.forEach((problem, i) => expect(found[i]).toMatch(problem));
  });
});

describe('the field', () => {
  it('advises while the questions are answered, and takes strategy and platform', async () => {
    const { submit } = renderField(strategyField, { schema: OBJECT });
    const platform = await screen.findByRole('button', {
      name: /Choose a platform/,
    });
    expect(platform).toBeDisabled();

    await select(/Is there a version in production/, /^Yes$/);
    await userEvent.click(screen.getByRole('radio', { name: /Canary/ }));
    await select(/Choose a platform/, /^Deployments with the Gateway API/);

    expect((await submit()).value).toEqual({
      strategy: 'canary',
      target: 'gateway-api',
      answers: {
        existingVersion: true,
        // What the platform can do is known once it is chosen.
        platform: ['weights', 'mirror', 'headers', 'variant-metrics'],
      },
    });
  });

  it('offers only platforms that can, and says why the others cannot', async () => {
    renderField(strategyField, { schema: fixedTo('recreate') });
    await userEvent.click(
      await screen.findByRole('button', { name: /Choose a platform/ }),
    );
    const options = (await screen.findAllByRole('option')).map(
      option => option.textContent,
    );
    expect(options.join()).not.toContain('Argo Rollouts');
    expect(options.join()).toContain('KServe, Standard mode');
    await userEvent.keyboard('{Escape}');
    await userEvent.click(
      screen.getByRole('button', { name: /Why .* cannot/ }),
    );
    expect(
      screen.getAllByText(/A Rollout has the strategies blueGreen and canary/)
        .length,
    ).toBe(2);
  });

  it('says of a fixed strategy whether it fits, and what speaks against it', async () => {
    const { submit } = renderField(strategyField, {
      schema: fixedTo('canary'),
      formData: {
        value: {
          target: 'kserve-standard',
          answers: { existingVersion: true },
        },
      },
    });
    const verdict = async () =>
      (await screen.findAllByRole('status')).map(e => e.textContent).join();
    expect(await verdict()).toMatch(/Canary/);

    await select(/Is there a version in production/, /^No$/);
    expect(await verdict()).toMatch(/Your answers rule Canary out/);
    expect(
      within(screen.getAllByRole('list', { name: 'Against' })[0]).getByText(
        /There is no version in production to compare with/,
      ),
    ).toBeVisible();
    expect((await submit()).value).toEqual({
      strategy: 'canary',
      target: 'kserve-standard',
      answers: { existingVersion: false },
    });
  });

  it('asks for another platform where the strategy cannot be carried out on it', async () => {
    const { review } = renderField(strategyField, {
      schema: fixedTo('recreate'),
      formData: { value: { target: 'argo-rollouts-istio' } },
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Argo Rollouts with Istio cannot carry out Recreate: choose another platform.',
    );
    await review();
    await screen.findAllByText(
      /target: expected a platform that can carry out Recreate/,
    );
  });
});
