import { churn, churnProduction } from '../__testUtils__/entities';
import { newestVersionLink } from './iconLinks';

describe('newestVersionLink', () => {
  it('leads to the newest version, and nowhere for what has none', () => {
    expect(newestVersionLink(churn, 'registry')).toBe(
      'https://registry.example/churn/2',
    );
    expect(newestVersionLink(churn, 'run')).toBeUndefined();
    expect(newestVersionLink(churnProduction, 'registry')).toBeUndefined();
  });
});
