import { FilterPredicate } from '@backstage/filter-predicates';
import {
  ANNOTATION_NEWEST_VERSION_AT,
  RELATION_DEPLOYED_BY,
  mlDeploymentPredicate,
  mlModelPredicate,
} from '@airworthy/plugin-ml-models-common';

/** Filters that a list may have; each is a key of the address and of the texts. */
export type FilterId =
  | 'owner'
  | 'system'
  | 'task'
  | 'lifecycle'
  | 'framework'
  | 'environment'
  | 'track'
  | 'tag'
  | 'runtime'
  | 'strategy'
  | 'state';

/** A filter by the values of one field. */
export interface FilterDefinition {
  id: FilterId;
  /** Path of the field, as the catalog's queries and facets write it. */
  field: string;
  /** What the values are: references to entities of this kind, or plain words. */
  refKind?: string;
  /** The field is one of other entities, which are related to those listed. */
  via?: { predicate: FilterPredicate; relation: string };
}

/** An order that a reader may choose. */
export interface SortDefinition {
  id: string;
  field: string;
  /** Whether entities without the field are possible; they come last. */
  optional?: boolean;
}

/** What one list of the explorer asks the catalog for. */
export interface ListDefinition {
  id: 'models' | 'deployments';
  predicate: FilterPredicate;
  fields: string[];
  searchFields: string[];
  filters: FilterDefinition[];
  sorts: SortDefinition[];
}

const COMMON_FIELDS = [
  'kind',
  'apiVersion',
  'metadata.name',
  'metadata.namespace',
  'metadata.title',
  'metadata.description',
  'metadata.tags',
  'spec.type',
  'spec.lifecycle',
  'spec.owner',
  'spec.system',
  'relations',
];
const COMMON_SEARCH_FIELDS = [
  'metadata.name',
  'metadata.title',
  'metadata.description',
  'metadata.tags',
  'spec.type',
];
const OWNER: FilterDefinition = {
  id: 'owner',
  field: 'relations.ownedBy',
  refKind: 'group',
};
const SYSTEM: FilterDefinition = {
  id: 'system',
  field: 'relations.partOf',
  refKind: 'system',
};
const LIFECYCLE: FilterDefinition = {
  id: 'lifecycle',
  field: 'spec.lifecycle',
};
const TAG: FilterDefinition = { id: 'tag', field: 'metadata.tags' };

const COMMON_SORTS: SortDefinition[] = [
  { id: 'name', field: 'metadata.name' },
  { id: 'owner', field: 'spec.owner', optional: true },
  { id: 'system', field: 'spec.system', optional: true },
  { id: 'lifecycle', field: 'spec.lifecycle', optional: true },
];

/** The fields of a deployment that the explorer shows. */
export const DEPLOYMENT_FIELDS = [
  ...COMMON_FIELDS,
  'spec.environment',
  'spec.model',
  'spec.strategy.type',
  'spec.strategy.state',
  'spec.strategy.startedAt',
  'spec.variants',
];

/** The list of models. */
export const MODELS: ListDefinition = {
  id: 'models',
  predicate: mlModelPredicate as FilterPredicate,
  fields: [
    ...COMMON_FIELDS,
    `metadata.annotations.${ANNOTATION_NEWEST_VERSION_AT}`,
    'spec.framework',
    'spec.license',
    'spec.track',
    'spec.primaryMetric',
    'spec.versions',
  ],
  searchFields: [...COMMON_SEARCH_FIELDS, 'spec.framework'],
  filters: [
    OWNER,
    SYSTEM,
    { id: 'task', field: 'spec.type' },
    LIFECYCLE,
    { id: 'framework', field: 'spec.framework' },
    {
      id: 'environment',
      field: 'spec.environment',
      via: { predicate: mlDeploymentPredicate, relation: RELATION_DEPLOYED_BY },
    },
    { id: 'track', field: 'spec.track' },
    TAG,
  ],
  sorts: [
    ...COMMON_SORTS,
    { id: 'task', field: 'spec.type' },
    { id: 'framework', field: 'spec.framework', optional: true },
    {
      id: 'updated',
      field: `metadata.annotations.${ANNOTATION_NEWEST_VERSION_AT}`,
      optional: true,
    },
  ],
};

/** The list of deployments. */
export const DEPLOYMENTS: ListDefinition = {
  id: 'deployments',
  predicate: mlDeploymentPredicate,
  fields: DEPLOYMENT_FIELDS,
  searchFields: [...COMMON_SEARCH_FIELDS, 'spec.model', 'spec.environment'],
  filters: [
    OWNER,
    SYSTEM,
    { id: 'environment', field: 'spec.environment' },
    { id: 'runtime', field: 'spec.type' },
    LIFECYCLE,
    { id: 'strategy', field: 'spec.strategy.type' },
    { id: 'state', field: 'spec.strategy.state' },
    TAG,
  ],
  sorts: [
    ...COMMON_SORTS,
    { id: 'model', field: 'spec.model' },
    { id: 'environment', field: 'spec.environment' },
    { id: 'runtime', field: 'spec.type' },
    { id: 'strategy', field: 'spec.strategy.type', optional: true },
    { id: 'rollout', field: 'spec.strategy.startedAt', optional: true },
  ],
};
