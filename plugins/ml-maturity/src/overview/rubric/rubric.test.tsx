import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeOrganisation, counts } from '../__testUtils__/organisation';
import { renderOverview } from '../__testUtils__/renderOverview';

describe('rubric', () => {
  it('shows the checks with their coverage, and finds them by level and text', async () => {
    renderOverview('rubric');
    expect(
      await screen.findByText('7 of 7 checks; 4 models evaluated'),
    ).toBeInTheDocument();
    expect(
      screen.getAllByRole('img', {
        name: '1 pass, 2 fail, 1 unknown, 0 in error, 0 waived',
      }),
    ).toHaveLength(7);

    await userEvent.click(screen.getByRole('button', { name: /Level/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: /^Level 1/ }),
    );
    expect(
      await screen.findByText('2 of 7 checks; 4 models evaluated'),
    ).toBeInTheDocument();

    await userEvent.type(screen.getByRole('searchbox'), 'carbon');
    expect(await screen.findByText(/^1 of 7 checks/)).toBeInTheDocument();
  });

  it('points to the line of a problem', async () => {
    const organisation = new FakeOrganisation();
    organisation.api.whatIf.mockResolvedValueOnce({
      valid: false,
      problems: [
        {
          line: 2,
          column: 3,
          field: 'checks[0].level',
          checkId: 'privacy',
          message: 'expected one of the levels, was 9',
        },
      ],
    });
    renderOverview('rubric?view=what-if', organisation);
    const area = await screen.findByRole<HTMLTextAreaElement>('textbox', {
      name: /Rubric as YAML/,
    });
    const run = screen.getByRole('button', { name: 'Try it' });
    await userEvent.click(run);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Paste a rubric or choose a file first.',
    );

    await userEvent.click(area);
    await userEvent.paste('checks:\n  - id: privacy\n    level: 9\n');
    await userEvent.click(run);

    expect(organisation.api.whatIf).toHaveBeenCalledWith({
      rubric: 'small',
      patch: 'checks:\n  - id: privacy\n    level: 9\n',
    });
    const row = await screen.findByRole('row', { name: /expected one of/ });
    expect(row).toHaveTextContent('checks[0].level');
    await userEvent.click(
      within(row).getByRole('button', { name: 'Go to line 2' }),
    );
    expect(area).toHaveFocus();
    expect(area.value.slice(area.selectionStart, area.selectionEnd)).toBe(
      '- id: privacy',
    );
  });

  it('says who would rise and fall', async () => {
    const organisation = new FakeOrganisation();
    organisation.api.whatIf.mockResolvedValueOnce({
      valid: true,
      problems: [],
      rubricId: 'small',
      versionBefore: '1.0.0',
      versionAfter: '1.1.0',
      models: 4,
      rises: 0,
      falls: 1,
      unchanged: 3,
      rescored: 0,
      joins: 0,
      leaves: 0,
      levelsBefore: [3, 1],
      levelsAfter: [4, 0],
      scoreBefore: 0.4,
      scoreAfter: 0.3,
      moves: [
        {
          entityRef: 'mlmodel:default/flight-delay',
          name: 'flight-delay',
          title: 'Flight delay',
          levelBefore: 1,
          levelAfter: 0,
          scoreBefore: 0.5,
          scoreAfter: 0.4,
          causes: [
            {
              checkId: 'privacy',
              status: { before: 'pass', after: 'fail' },
              weight: { before: 1, after: 3 },
            },
          ],
        },
      ],
      checks: [
        {
          checkId: 'privacy',
          title: 'Personal data is protected',
          change: 'changed',
          before: counts({ pass: 2, fail: 2 }),
          after: counts({ pass: 1, fail: 3 }),
        },
      ],
    });
    renderOverview('rubric?view=what-if', organisation);
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Start from the rubric in force',
      }),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Try it' }));
    expect(organisation.api.whatIf).toHaveBeenCalledWith({
      rubric: 'small',
      document: expect.stringContaining('id: privacy'),
    });
    const moves = await screen.findByRole('table', {
      name: 'Models that move',
    });
    expect(
      within(moves).getByRole('row', { name: /Flight delay/ }),
    ).toHaveTextContent(
      '1 → 050% → 40%Personal data is protected (weight 1 → 3)',
    );
    expect(
      within(moves).getByRole('img', { name: 'Fall' }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('table', { name: 'Checks that differ' }),
    ).toHaveTextContent('Changed2 of 41 of 4');
  });
});
