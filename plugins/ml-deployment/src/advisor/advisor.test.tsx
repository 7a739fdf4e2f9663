import { useState } from 'react';
import { AdviceAnswers } from '@airworthy/plugin-ml-deployment-common';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { configure, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { AdviceQuestions, AdviceRanking } from '.';

configure({ asyncUtilTimeout: 15_000 });
jest.setTimeout(60_000);

/** A usual online service; the rules of the advice put a canary first. */
const USUAL: AdviceAnswers = {
  risk: 'medium',
  reversible: 'with-effort',
  existingVersion: true,
  labelDelay: 'days',
  requestsPerDay: 50_000,
  userComparison: false,
  state: 'stateless',
  workload: 'requests',
  spareCapacity: 'double',
  latencyObjective: 'relaxed',
  platform: ['weights', 'mirror', 'headers', 'variant-metrics'],
  regulated: false,
};

const Advisor = (props: {
  start?: AdviceAnswers;
  onAnswers?: (answers: AdviceAnswers) => void;
}) => {
  const [answers, setAnswers] = useState(props.start ?? {});
  return (
    <>
      <AdviceQuestions
        value={answers}
        onChange={value => {
          setAnswers(value);
          props.onAnswers?.(value);
        }}
      />
      <AdviceRanking answers={answers} />
    </>
  );
};

const ranked = () =>
  within(screen.getByRole('list', { name: 'Strategies, best first' }))
    .getAllByRole('button')
    .map(
      button =>
        /Reasons for (.*):/.exec(button.getAttribute('aria-label') ?? '')?.[1],
    );

async function choose(question: RegExp, answer: string) {
  await userEvent.click(screen.getByRole('button', { name: question }));
  await userEvent.click(await screen.findByRole('option', { name: answer }));
}

describe('the questions', () => {
  it('are all asked, and answered one by one with live advice', async () => {
    const onAnswers = jest.fn();
    renderInTestApp(<Advisor start={USUAL} onAnswers={onAnswers} />);

    expect(await screen.findByRole('status')).toHaveTextContent(
      'Canary is the first choice',
    );
    // Nothing to compare with: neither canary, nor shadow, nor a test is possible.
    await choose(/Is there a version in production/, 'No');

    expect(onAnswers).toHaveBeenLastCalledWith({
      ...USUAL,
      existingVersion: false,
    });
    expect(ranked()[0]).not.toBe('Canary');
    const canary = screen.getByRole('button', {
      name: /Reasons for Canary/,
    });
    await userEvent.click(canary);
    expect(canary).toHaveAttribute('aria-expanded', 'true');
    expect(
      screen.getByText(
        /There is no version in production to compare with, and/,
      ),
    ).toBeVisible();
  });

  it('can go back to having no answer', async () => {
    const onAnswers = jest.fn();
    renderInTestApp(<Advisor start={{ risk: 'high' }} onAnswers={onAnswers} />);
    await screen.findByRole('status');
    await choose(/How much harm/, 'Not answered');
    expect(onAnswers).toHaveBeenLastCalledWith({});
  });

  it('tell a platform that can do nothing from one that is not known', async () => {
    const onAnswers = jest.fn();
    renderInTestApp(<Advisor onAnswers={onAnswers} />);
    await userEvent.click(
      await screen.findByRole('checkbox', { name: 'None of these' }),
    );
    expect(onAnswers).toHaveBeenLastCalledWith({ platform: [] });

    await userEvent.click(screen.getByRole('checkbox', { name: /Mirror/ }));
    expect(onAnswers).toHaveBeenLastCalledWith({ platform: ['mirror'] });
    expect(
      screen.getByRole('checkbox', { name: 'None of these' }),
    ).not.toBeChecked();

    await userEvent.click(screen.getByRole('checkbox', { name: /Mirror/ }));
    expect(onAnswers).toHaveBeenLastCalledWith({});
  });

  it('take the number of requests', async () => {
    const onAnswers = jest.fn();
    renderInTestApp(<Advisor onAnswers={onAnswers} />);
    const requests = await screen.findByRole('textbox', {
      name: /How many requests/,
    });
    await userEvent.type(requests, '1500');
    await userEvent.tab();
    expect(onAnswers).toHaveBeenLastCalledWith({ requestsPerDay: 1500 });
    await userEvent.clear(requests);
    await userEvent.tab();
    expect(onAnswers).toHaveBeenLastCalledWith({});
  });
});

describe('the ranking', () => {
  it('says which missing answers matter, and which answers would change it', async () => {
    renderInTestApp(<Advisor start={{ risk: 'high' }} />);
    const open = await screen.findByRole('region', {
      name: 'Not answered yet, and could change it',
    });
    expect(open).toHaveTextContent(
      'Is there a version in production to compare with?',
    );
    await choose(/Is there a version in production/, 'Yes');
    expect(open).not.toHaveTextContent(
      'Is there a version in production to compare with?',
    );
    expect(
      screen.getByRole('region', {
        name: 'What would change the first choice',
      }),
    ).toHaveTextContent(
      /Is there a version in production to compare with\? “No”: .* instead/,
    );
  });

  it('is a choice by keyboard where one is asked for', async () => {
    const onSelect = jest.fn();
    renderInTestApp(
      <AdviceRanking answers={USUAL} selected="canary" onSelect={onSelect} />,
    );
    const canary = await screen.findByRole('radio', { name: /Canary/ });
    expect(canary).toBeChecked();
    await userEvent.tab();
    expect(canary).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}');
    const second = screen.getAllByRole('radio')[1];
    expect(onSelect).toHaveBeenCalledWith(second.getAttribute('value'));
  });
});
