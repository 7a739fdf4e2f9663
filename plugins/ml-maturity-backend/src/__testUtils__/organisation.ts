import { Entity } from '@backstage/catalog-model';

const relation = (type: string, targetRef: string) => ({ type, targetRef });

function node(
  kind: 'Group' | 'System' | 'Domain',
  name: string,
  parent?: string,
): Entity {
  const type = kind === 'Group' ? 'childOf' : 'partOf';
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default', title: `The ${name}` },
    spec: {},
    relations: parent ? [relation(type, parent)] : [],
  };
}

function model(
  name: string,
  of: { owner?: string; system?: string; license?: string; tags?: string[] },
  spec: Record<string, string> = {},
): Entity {
  return {
    apiVersion: 'airworthy.dev/v1alpha1',
    kind: 'MlModel',
    metadata: { name, namespace: 'default', etag: name, tags: of.tags ?? [] },
    spec: {
      type: 'tabular-classification',
      lifecycle: 'production',
      ...(of.license ? { license: of.license } : {}),
      ...spec,
    },
    relations: [
      ...(of.owner ? [relation('ownedBy', of.owner)] : []),
      ...(of.system ? [relation('partOf', of.system)] : []),
    ],
  };
}

/**
 * Two teams in a department of a company, which form a circle by mistake with
 * a third; a system in a domain within a domain; five models that all may
 * read, and one that the limited user may not.
 */
export const ORGANISATION: Entity[] = [
  node('Group', 'company', 'group:default/oddity'),
  node('Group', 'department', 'group:default/company'),
  node('Group', 'red', 'group:default/department'),
  node('Group', 'blue', 'group:default/department'),
  node('Group', 'oddity', 'group:default/company'),
  node('Group', 'hidden-team', 'group:default/company'),
  node('Domain', 'world'),
  node('Domain', 'flights', 'domain:default/world'),
  node('System', 'delays', 'domain:default/flights'),
  model('churn', {
    owner: 'group:default/red',
    system: 'system:default/delays',
    license: 'MIT',
    tags: ['a'],
  }),
  model('fares', {
    owner: 'group:default/red',
    license: 'MIT',
    tags: ['a', 'b'],
  }),
  model(
    '=cmd',
    { owner: 'group:default/blue', system: 'system:default/delays' },
    { type: 'fill-mask' },
  ),
  model(
    'noise',
    { owner: 'group:default/department' },
    { lifecycle: 'experimental' },
  ),
  model('orphan', {}),
  model('hidden-one', {
    owner: 'group:default/hidden-team',
    system: 'system:default/delays',
    license: 'MIT',
  }),
];

export const ref = (name: string) => `mlmodel:default/${name}`;
