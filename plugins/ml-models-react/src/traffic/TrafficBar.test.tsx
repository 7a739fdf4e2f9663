import { render, screen, within } from '@testing-library/react';
import { TrafficBar, TrafficTable } from '.';

const VARIANTS = [
  { name: 'main', role: 'stable' as const, version: '4', traffic: 90 },
  { name: 'next', role: 'candidate' as const, version: '5', traffic: 10 },
  { name: 'copy', role: 'shadow' as const, version: '6', traffic: 100 },
];

describe('traffic', () => {
  it('says the split in words beside and instead of the bar', () => {
    render(<TrafficBar variants={VARIANTS} />);
    expect(
      screen.getByRole('img', {
        name: 'Traffic: stable 4 answers 90%, candidate 5 answers 10%, shadow 6 gets copies of 100%',
      }),
    ).toBeInTheDocument();
    const [stable, candidate, shadow] = screen.getAllByRole('listitem');
    expect(stable).toHaveTextContent('90%Stable, version 4');
    expect(candidate).toHaveTextContent('10%Candidate, version 5');
    expect(shadow).toHaveTextContent('100%Shadow, version 6 (copies only)');
  });

  it('says that traffic is unknown where no variants are listed', () => {
    render(<TrafficBar variants={[]} />);
    expect(screen.getByText(/Traffic unknown/)).toBeInTheDocument();
  });

  it('has a table form', () => {
    render(<TrafficTable variants={VARIANTS} />);
    const row = screen.getByRole('row', { name: /copy/ });
    expect(within(row).getByText('Shadow')).toBeInTheDocument();
    expect(within(row).getByText('100% copied')).toBeInTheDocument();
  });
});
