import { useState } from 'react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, within } from '@testing-library/react';
import userEvent, { UserEvent } from '@testing-library/user-event';
import { FilterBar, FilterOption, FilterSelect, withFilter } from '.';

const OWNERS: FilterOption[] = [
  { value: 'group:default/a', label: 'Flight operations', count: 3 },
  { value: 'group:default/b', label: 'Revenue', count: 1 },
];

interface Props {
  initial?: string[];
  onSearch?: (term: string) => void;
}

const List = ({ initial = [], onSearch = () => {} }: Props) => {
  const [owners, setOwners] = useState(initial);
  const [mine, setMine] = useState(true);
  return (
    <>
      <FilterBar
        search={{ label: 'Search models', value: '', onChange: onSearch }}
        actions={<button>Export</button>}
        inUse={owners.length}
        active={[
          ...owners.map(value => ({
            id: `owner=${value}`,
            name: 'Owner',
            value: OWNERS.find(owner => owner.value === value)?.label ?? value,
            onRemove: () => setOwners(owners.filter(other => other !== value)),
          })),
          ...(mine
            ? [{ id: 'mine', value: 'Mine', onRemove: () => setMine(false) }]
            : []),
        ]}
        onClear={() => {
          setOwners([]);
          setMine(false);
        }}
      >
        <FilterSelect
          label="Owner"
          options={OWNERS}
          values={owners}
          onChange={setOwners}
        />
      </FilterBar>
      <output>{owners.join(' ') || 'all'}</output>
    </>
  );
};

// The screen of the test is a narrow one, which opens them by a button.
async function openOwners(user: UserEvent) {
  await user.click(screen.getByRole('button', { name: /^Filters/ }));
  await user.click(await screen.findByRole('button', { name: /Owner$/ }));
}

describe('filters', () => {
  const activeNames = () =>
    within(screen.getByRole('grid', { name: 'Active filters' }))
      .getAllByRole('row')
      .map(row => row.textContent);

  it('choose values, show what is active and take it away again', async () => {
    const user = userEvent.setup();
    await renderInTestApp(<List />);
    expect(activeNames()).toEqual(['Mine']);

    await openOwners(user);
    const option = await screen.findByRole('option', { name: /Revenue/ });
    expect(option).toHaveTextContent('Revenue1');
    await user.click(option);
    await user.keyboard('{Escape}');
    expect(screen.getByRole('status')).toHaveTextContent('group:default/b');
    expect(activeNames()).toEqual(['Owner: Revenue', 'Mine']);

    await user.click(
      within(screen.getByRole('row', { name: 'Mine' })).getByRole('button'),
    );
    expect(activeNames()).toEqual(['Owner: Revenue']);
    await user.click(screen.getByRole('button', { name: 'Clear all' }));
    expect(screen.getByRole('status')).toHaveTextContent('all');
    expect(
      screen.queryByRole('grid', { name: 'Active filters' }),
    ).not.toBeInTheDocument();
  });

  it('keep a value that is no longer offered removable', async () => {
    const user = userEvent.setup();
    await renderInTestApp(<List initial={['group:default/gone']} />);
    expect(activeNames()).toContain('Owner: group:default/gone');
    await openOwners(user);
    await user.click(
      await screen.findByRole('option', { name: 'group:default/gone' }),
    );
    await user.keyboard('{Escape}');
    expect(screen.getByRole('status')).toHaveTextContent('all');
  });

  it('ask for a term once the reader pauses, not at each letter', async () => {
    const user = userEvent.setup();
    const onSearch = jest.fn();
    await renderInTestApp(<List onSearch={onSearch} />);
    await user.type(screen.getByRole('searchbox'), 'delay');
    expect(onSearch).not.toHaveBeenCalled();
    await new Promise(resolve => setTimeout(resolve, 400));
    expect(onSearch.mock.calls).toEqual([['delay']]);
  });

  it('leave out a field that has no values left', () => {
    const chosen = { owner: ['a'], tag: ['b', 'c'] };
    expect(withFilter(chosen, 'owner', [])).toEqual({ tag: ['b', 'c'] });
    expect(withFilter(chosen, 'tag', ['c'])).toEqual({
      owner: ['a'],
      tag: ['c'],
    });
    expect(chosen).toEqual({ owner: ['a'], tag: ['b', 'c'] });
  });
});
