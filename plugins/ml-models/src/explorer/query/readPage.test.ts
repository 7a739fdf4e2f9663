import { Entity } from '@backstage/catalog-model';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { ListQuery } from './buildQuery';
import { readPage } from './readPage';

const model = (name: string, framework?: string): Entity => ({
  apiVersion: 'airworthy.dev/v1alpha1',
  kind: 'MlModel',
  metadata: { name, namespace: 'default' },
  spec: { type: 'summarization', ...(framework && { framework }) },
});

const entities = [
  model('d'),
  model('a', 'xgboost'),
  model('c'),
  model('e', 'onnx'),
  model('b', 'pytorch'),
];

const query = (sort: ListQuery['sort']): ListQuery => ({
  predicate: { kind: 'MlModel' },
  sort,
  fields: ['kind', 'metadata.name', 'spec.framework'],
});
const BY_NAME = query({ id: 'name', field: 'metadata.name', order: 'asc' });
const BY_FRAMEWORK = query({
  id: 'framework',
  field: 'spec.framework',
  order: 'desc',
  optional: true,
});

const names = (items: Entity[]) => items.map(({ metadata }) => metadata.name);

describe('readPage', () => {
  it('reads a page by one request', async () => {
    const api = catalogApiMock({ entities });
    const spy = jest.spyOn(api, 'queryEntities');
    const page = await readPage(api, BY_NAME, { offset: 0, limit: 2 });
    expect(names(page.items)).toEqual(['a', 'b']);
    expect(page.totalItems).toBe(5);
    expect(spy).toHaveBeenCalledTimes(1);
    expect(spy.mock.calls[0][0]).toMatchObject({ limit: 2, offset: 0 });
  });

  it('goes on by cursor, and anywhere by offset', async () => {
    const api = catalogApiMock({ entities });
    const first = await readPage(api, BY_NAME, { offset: 0, limit: 2 });
    const spy = jest.spyOn(api, 'queryEntities');
    const next = await readPage(api, BY_NAME, {
      offset: 2,
      limit: 2,
      cursor: first.nextCursor,
    });
    expect(names(next.items)).toEqual(['c', 'd']);
    expect(spy.mock.calls[0][0]).toEqual({
      cursor: first.nextCursor,
      limit: 2,
      fields: BY_NAME.fields,
    });
    const last = await readPage(api, BY_NAME, { offset: 4, limit: 2 });
    expect(names(last.items)).toEqual(['e']);
  });

  it.each([
    [0, ['a', 'b']],
    [2, ['e', 'c']],
    [4, ['d']],
    [6, []],
  ])(
    'puts those without a value last, by name: from row %i',
    async (offset, expected) => {
      const page = await readPage(catalogApiMock({ entities }), BY_FRAMEWORK, {
        offset,
        limit: 2,
      });
      expect(names(page.items)).toEqual(expected);
      expect(page.totalItems).toBe(5);
    },
  );
});
