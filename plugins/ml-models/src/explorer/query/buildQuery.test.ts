import { parseExplorerState } from '../state/explorerState';
import { QueryContext, buildQuery } from './buildQuery';
import { DEPLOYMENTS, MODELS } from './definitions';

const build = (query: string, context?: QueryContext, definition = MODELS) =>
  buildQuery(
    definition,
    parseExplorerState(new URLSearchParams(query), definition),
    context,
  );

const ALL_MODELS = {
  $any: [{ kind: 'MlModel' }, { kind: 'Resource', 'spec.type': 'ai-model' }],
};

describe('buildQuery', () => {
  it('asks for all models by name', () => {
    expect(build('')).toEqual({
      predicate: ALL_MODELS,
      sort: { id: 'name', field: 'metadata.name', order: 'asc' },
      fields: MODELS.fields,
    });
  });

  it('joins the values of a filter by or, and filters by and', () => {
    expect(
      build('owner=group:default/a&owner=group:default/b&framework=onnx&tag=x')
        ?.predicate,
    ).toEqual({
      $all: [
        ALL_MODELS,
        {
          'relations.ownedBy': {
            $in: ['group:default/a', 'group:default/b'],
          },
        },
        { 'spec.framework': { $in: ['onnx'] } },
        { 'metadata.tags': { $in: ['x'] } },
      ],
    });
  });

  it('searches names, titles, descriptions, tags, task and framework', () => {
    expect(build('q=%20speech%20')?.fullTextFilter).toEqual({
      term: 'speech',
      fields: [
        'metadata.name',
        'metadata.title',
        'metadata.description',
        'metadata.tags',
        'spec.type',
        'spec.framework',
      ],
    });
    expect(build('q=%20')).not.toHaveProperty('fullTextFilter');
  });

  it('finds models in an environment by the deployments that are there', () => {
    expect(
      build('environment=production', {
        relatedRefs: { environment: ['mldeployment:default/a-prod'] },
      })?.predicate,
    ).toEqual({
      $all: [
        ALL_MODELS,
        { 'relations.deployedBy': { $in: ['mldeployment:default/a-prod'] } },
      ],
    });
  });

  it('asks a deployment itself for its environment', () => {
    expect(
      build('environment=production', undefined, DEPLOYMENTS)?.predicate,
    ).toEqual({
      $all: [
        { kind: 'MlDeployment' },
        { 'spec.environment': { $in: ['production'] } },
      ],
    });
  });

  it('takes the reader and their groups as owners for mine', () => {
    expect(
      build('mine=true', {
        ownershipRefs: ['user:default/ada', 'group:default/growth'],
      })?.predicate,
    ).toEqual({
      $all: [
        ALL_MODELS,
        {
          'relations.ownedBy': {
            $in: ['user:default/ada', 'group:default/growth'],
          },
        },
      ],
    });
  });

  it('names starred entities by kind, namespace and name', () => {
    expect(
      build('starred=true', {
        starredRefs: [
          'mlmodel:default/a',
          'mlmodel:default/b',
          'resource:ml/c',
        ],
      })?.predicate,
    ).toEqual({
      $all: [
        ALL_MODELS,
        {
          $any: [
            {
              $all: [
                { kind: 'mlmodel' },
                { 'metadata.namespace': 'default' },
                { 'metadata.name': { $in: ['a', 'b'] } },
              ],
            },
            {
              $all: [
                { kind: 'resource' },
                { 'metadata.namespace': 'ml' },
                { 'metadata.name': { $in: ['c'] } },
              ],
            },
          ],
        },
      ],
    });
  });

  it.each(['environment=mars', 'mine=true', 'starred=true'])(
    'needs no request where %s leaves nothing',
    query => {
      expect(
        build(query, { ownershipRefs: [], starredRefs: [], relatedRefs: {} }),
      ).toBeUndefined();
    },
  );

  it('orders by a field that not every model has', () => {
    expect(build('sort=-updated')?.sort).toEqual({
      id: 'updated',
      field: 'metadata.annotations.airworthy.dev/newest-version-at',
      optional: true,
      order: 'desc',
    });
  });
});
