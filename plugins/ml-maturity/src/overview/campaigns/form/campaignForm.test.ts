import { Campaign } from '@airworthy/plugin-ml-maturity-common';
import { campaign } from '../../__testUtils__/organisation';
import {
  emptyForm,
  formOf,
  inputOf,
  patchOf,
  problemsOf,
} from './campaignForm';
import { predicateOf, scopeOf, withChildGroups } from './scope';

const complete = {
  ...emptyForm(new Date('2026-03-01T10:00:00Z')),
  title: ' Schemas ',
  checks: ['privacy'],
  owner: 'group:default/air',
};

describe('form of a campaign', () => {
  it('lasts from the first moment of the start to the last of the due day', () => {
    expect(inputOf(complete)).toEqual({
      title: 'Schemas',
      goal: { checks: ['privacy'] },
      scope: {},
      owner: 'group:default/air',
      startsAt: '2026-03-01T00:00:00.000Z',
      dueAt: '2026-05-30T23:59:59.999Z',
    });
  });

  it.each([
    [{ due: '2026-02-28' }, { dueAt: 'dueFirst' }],
    [{ due: undefined }, { dueAt: 'missing' }],
    [{ remind: '0' }, { remindEveryDays: 'remindRange' }],
    [{ remind: '1.5' }, { remindEveryDays: 'remindRange' }],
    [{ remind: '365' }, {}],
    [{ title: 'x'.repeat(201) }, { title: 'tooLong' }],
    [{ goal: 'level' as const }, { goal: 'missing' }],
    [{ goal: 'level' as const, level: 1, checks: [] }, {}],
  ])('finds what is wrong with %j', (part, problems) => {
    expect(problemsOf({ ...complete, ...part })).toEqual(problems);
  });

  it('changes only what differs', () => {
    const form = formOf({ ...campaign, remindEveryDays: 7 } as Campaign);
    expect(
      patchOf({ ...form, remind: '', title: 'New' }, {
        ...campaign,
        remindEveryDays: 7,
      } as Campaign),
    ).toEqual({ title: 'New', remindEveryDays: null });
  });
});

describe('scope of a campaign', () => {
  it.each([
    {},
    { owner: ['group:default/a', 'group:default/b'] },
    { lifecycle: ['production'], tag: ['nlp'], system: ['system:default/x'] },
  ])('comes back from its predicate: %j', scope => {
    expect(scopeOf(predicateOf(scope))).toEqual(scope);
  });

  it('reads plain values, and leaves what it cannot show', () => {
    expect(scopeOf({ 'spec.lifecycle': 'production' })).toEqual({
      lifecycle: ['production'],
    });
    expect(scopeOf({ $not: { kind: 'MlModel' } })).toBeUndefined();
    expect(scopeOf({ 'spec.type': { $exists: true } })).toBeUndefined();
  });

  it('adds all groups below, in a circle too', () => {
    expect(
      withChildGroups(
        ['a'],
        [
          { id: 'a', parents: ['c'] },
          { id: 'b', parents: ['a'] },
          { id: 'c', parents: ['b'] },
          { id: 'd', parents: [] },
        ],
      ),
    ).toEqual(['a', 'b', 'c']);
  });
});
