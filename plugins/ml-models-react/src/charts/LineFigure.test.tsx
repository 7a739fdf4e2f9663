import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { LineFigure } from './LineFigure';

describe('LineFigure', () => {
  it('describes the chart and shows the same figures as a table', async () => {
    render(
      <LineFigure
        title="Accuracy"
        description="Accuracy by version: 1 0.8, 2 unknown"
        xTitle="Version"
        yTitle="accuracy"
        series={[
          { key: 'value', label: 'accuracy' },
          { key: 'baseline', label: 'Baseline' },
        ]}
        points={[
          { x: '1', values: { value: 0.8, baseline: 0.5 } },
          { x: '2', values: { baseline: 0.5 } },
        ]}
      />,
    );
    expect(
      screen.getByRole('img', {
        name: 'Accuracy by version: 1 0.8, 2 unknown',
      }),
    ).toBeInTheDocument();

    await userEvent.click(screen.getByRole('radio', { name: 'Table' }));

    expect(screen.queryByRole('img')).not.toBeInTheDocument();
    const [head, first, second] = screen.getAllByRole('row');
    expect(
      within(head)
        .getAllByRole('columnheader')
        .map(cell => cell.textContent),
    ).toEqual(['Version', 'accuracy', 'Baseline']);
    expect(first).toHaveTextContent('10.80.5');
    expect(second).toHaveTextContent('2unknown0.5');
  });
});
