import { editCatalogInfo } from './editCatalogInfo';

describe('editCatalogInfo, with anchors', () => {
  const anchored = `apiVersion: a/v1
kind: Thing
metadata: { name: thing }
spec:
  owner: &owner retention # asked first
  backup: *owner
  first: &all {a: '1',b: '2'}
  second: *all
  third:   3
`;
  const change = (spec: object) => () =>
    editCatalogInfo({
      path: 'info.yaml',
      content: anchored,
      merge: true,
      entities: [
        {
          apiVersion: 'a/v1',
          kind: 'Thing',
          metadata: { name: 'thing' },
          spec,
        },
      ],
    }).content;

  it('changes what they have no part in, and what an alias stands for', () => {
    expect(change({ third: 4 })()).toBe(
      anchored.replace('third:   3', 'third: 4'),
    );
    expect(change({ second: { a: '2' } })()).toBe(
      anchored.replace('second: *all', 'second:\n    a: "2"\n    b: "2"'),
    );
  });

  it('writes out what an alias stood for where its anchor changes', () => {
    expect(change({ owner: 'growth' })()).toBe(
      anchored
        .replace('&owner retention', '&owner growth')
        .replace('*owner', 'retention'),
    );
    expect(change({ first: { a: '2' } })()).toContain(`
  second:
    a: "1"
    b: "2"
`);
  });

  it('refuses to take an anchor away that others use', () => {
    expect(change({ owner: null })).toThrow(
      'info.yaml: thing:default/thing: expected no anchors where it is changed, was: an anchor that other places use. Write them out first',
    );
  });
});
