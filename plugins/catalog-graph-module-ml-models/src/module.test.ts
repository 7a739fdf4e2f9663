import { ApiBlueprint } from '@backstage/frontend-plugin-api';
import { createExtensionTester } from '@backstage/frontend-test-utils';
import {
  ALL_RELATION_PAIRS,
  CatalogGraphApi,
} from '@backstage/plugin-catalog-graph';
import { catalogGraphApi } from './module';

describe('catalogGraphApi', () => {
  it('draws the relations of models besides those that the graph knows', () => {
    const { factory } = createExtensionTester(catalogGraphApi).get(
      ApiBlueprint.dataRefs.factory,
    );
    const api = factory({}) as CatalogGraphApi;
    expect(api.knownRelationPairs).toEqual([
      ...ALL_RELATION_PAIRS,
      ['deploys', 'deployedBy'],
      ['trains', 'trainedBy'],
      ['baseOf', 'derivedFrom'],
    ]);
    expect(api.defaultRelations).toEqual(
      expect.arrayContaining([
        'ownedBy',
        'deployedBy',
        'trainedBy',
        'derivedFrom',
      ]),
    );
  });
});
