import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderMaturity } from '../__testUtils__/renderMaturity';
import { MaturityContent } from '../tab/MaturityContent';
import { layoutSectors } from './geometry';

const wheel = () =>
  screen.findByRole('group', { name: /^Journey to production/ });

describe('layoutSectors', () => {
  it('shares the whole circle out, with room for phases of few steps', () => {
    const sectors = layoutSectors([13, 3, 2, 2], 5);
    expect(sectors[0].start).toBe(2.5);
    expect(sectors[3].end).toBeCloseTo(357.5);
    sectors.slice(1).forEach((sector, i) => {
      expect(sector.start - sectors[i].end).toBeCloseTo(5);
    });
    // 340 degrees by weights of 15.5, 5.5, 4.5 and 4.5.
    expect(sectors[0].end - sectors[0].start).toBeCloseTo((340 * 15.5) / 30);
    expect(sectors[3].end - sectors[3].start).toBeCloseTo((340 * 4.5) / 30);
    expect(sectors[1].steps).toHaveLength(3);
    expect(sectors[1].steps[0].start).toBeCloseTo(sectors[1].start);
    expect(sectors[1].steps[2].end).toBeCloseTo(sectors[1].end);
  });
});

describe('JourneyWheel', () => {
  it('names every step with its state, in the wheel and in the list', async () => {
    renderMaturity(<MaturityContent />);
    expect(
      within(await wheel())
        .getAllByRole('link')
        .map(step => step.getAttribute('aria-label')),
    ).toEqual([
      'Budget and time are agreed: Unknown',
      'The team has the skills: Unknown',
      'The use case is described: Passes',
      'The rollout is planned: Fails',
    ]);
    const list = screen.getByRole('list', { name: 'Steps of the journey' });
    expect(
      within(list).getByRole('heading', { name: '1 Gather / Assess' }),
    ).toBeVisible();
    expect(within(list).getByText('1 of 3')).toBeVisible();
    expect(
      within(list)
        .getAllByRole('link')
        .map(link => link.textContent),
    ).toEqual([
      'Budget and time are agreed',
      'The team has the skills',
      'The use case is described',
      'The rollout is planned',
    ]);
  });

  it('is walked with the arrow keys, and tells why in a tooltip', async () => {
    const { query } = renderMaturity(<MaturityContent />);
    const steps = within(await wheel()).getAllByRole('link');
    expect(steps.map(step => step.getAttribute('tabindex'))).toEqual([
      '0',
      '-1',
      '-1',
      '-1',
    ]);
    act(() => steps[0].focus());
    await userEvent.keyboard('{ArrowLeft}');
    expect(steps[3]).toHaveFocus();
    const tooltip = await screen.findByRole('tooltip');
    expect(tooltip).toHaveTextContent('Plan');
    expect(tooltip).toHaveTextContent('The rollout is planned');
    expect(tooltip).toHaveTextContent('Fails');
    expect(tooltip).toHaveTextContent('plan of the newest rollout (no)');
    expect(steps[3]).toHaveAccessibleDescription(/plan of the newest rollout/);

    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('tooltip')).not.toBeInTheDocument();

    await userEvent.keyboard('{Enter}');
    expect(query().get('view')).toBe('checks');
    expect(query().get('check')).toBe('planned');
    expect(
      await screen.findByRole('heading', { name: 'How to mend it' }),
    ).toBeVisible();
  });
});
