import { render, screen } from '@testing-library/react';
import { LifecycleBadge, StatusBadge } from '.';

describe('badges', () => {
  it.each([
    ['ok', 'OK'],
    ['warning', 'Warning'],
    ['critical', 'Critical'],
    ['unknown', 'Unknown'],
    ['on-fire', 'Unknown'],
  ])('says the status %p in a word', (status, word) => {
    render(<StatusBadge status={status as 'ok'} />);
    expect(screen.getByText(word)).toBeInTheDocument();
  });

  it('shows a lifecycle of its own vocabulary as it is', () => {
    render(<LifecycleBadge lifecycle="constructor" />);
    expect(screen.getByText('constructor')).toBeInTheDocument();
  });
});
