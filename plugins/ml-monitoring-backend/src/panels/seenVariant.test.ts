import { seenVariant } from './seenVariant';

const variant = (
  name: string,
  role: 'stable' | 'candidate' | 'shadow',
  traffic: number,
) => ({ name, role, traffic, version: '1' });

describe('whose answers users get', () => {
  it('are those of the live variant beside a shadow', () => {
    expect(
      seenVariant([variant('a', 'stable', 100), variant('b', 'shadow', 100)]),
    ).toBe('a');
  });

  it('are those of the stable variant where a candidate answers too', () => {
    expect(
      seenVariant([
        variant('a', 'candidate', 10),
        variant('b', 'stable', 90),
        variant('c', 'shadow', 100),
      ]),
    ).toBe('b');
  });

  it('are those of all variants without a shadow', () => {
    expect(
      seenVariant([variant('a', 'stable', 90), variant('b', 'candidate', 10)]),
    ).toBeUndefined();
  });
});
