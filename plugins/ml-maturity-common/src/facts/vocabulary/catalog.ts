import { FactSchema } from '../types';
import { define } from './define';

/** Facts from the catalog: the entity, its relations, its owner and siblings. @public */
export const catalogFacts: FactSchema = {
  collector: 'catalog',
  title: 'Catalog',
  facts: define([
    ['lifecycle', 'string', 'Lifecycle of the model.'],
    ['description', 'boolean', 'Whether the model has a description.'],
    ['owner.exists', 'boolean', 'Whether the owner is in the catalog.'],
    ['owner.isGroup', 'boolean', 'Whether the owner is a group.'],
    [
      'owner.hasContact',
      'boolean',
      'Whether the owner group names an email address, a chat or an on-call service.',
    ],
    ['owner.childGroups', 'integer', 'Groups below the owner group.'],
    ['system.exists', 'boolean', 'Whether the system is in the catalog.'],
    [
      'siblings.inProduction',
      'integer',
      'Other models in production with the same owner or system.',
    ],
    [
      'siblings.known',
      'boolean',
      'Whether other models of the same owner or system are in the catalog.',
    ],
    [
      'relations.trainedBy.exists',
      'boolean',
      'Whether the training pipeline is in the catalog.',
    ],
    ['relations.trainedBy.type', 'string', 'Type of the pipeline component.'],
    [
      'relations.trainedBy.isOrchestrated',
      'boolean',
      'Whether an orchestrator runs the pipeline.',
    ],
    [
      'relations.baseModel.exists',
      'boolean',
      'Whether the base model is in the catalog.',
    ],
    [
      'datasets.count',
      'integer',
      'Datasets that it depends on and that exist.',
    ],
    [
      'datasets.missing',
      'integer',
      'Datasets that it names but that do not exist.',
    ],
    [
      'datasets.withSize',
      'integer',
      'Datasets that state their rows or bytes.',
    ],
    [
      'datasets.withOrigin',
      'integer',
      'Datasets that state whether they are real, synthetic or mixed.',
    ],
    ['datasets.withVersion', 'integer', 'Datasets with a version.'],
    ['datasets.withSchema', 'integer', 'Datasets with a schema.'],
  ]),
};
