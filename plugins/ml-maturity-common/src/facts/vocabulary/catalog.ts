import { FactSchema } from '../types';
import { define } from './define';

/** Facts from the catalog: the entity, its relations, its owner and siblings. @public */
export const catalogFacts: FactSchema = {
  collector: 'catalog',
  title: 'Catalog',
  facts: define([
    ['lifecycle', 'string', 'Lifecycle', 'Lifecycle of the model.'],
    [
      'description',
      'boolean',
      'Description of the model',
      'Whether the model has a description.',
    ],
    [
      'owner.exists',
      'boolean',
      'Owner in the catalog',
      'Whether the owner is in the catalog.',
    ],
    [
      'owner.isGroup',
      'boolean',
      'Group as owner',
      'Whether the owner is a group.',
    ],
    [
      'owner.hasContact',
      'boolean',
      'Contact of the owner',
      'Whether the owner group names an email address, a chat or an on-call service.',
    ],
    [
      'owner.childGroups',
      'integer',
      'Groups below the owner',
      'Groups below the owner group.',
    ],
    [
      'system.exists',
      'boolean',
      'System in the catalog',
      'Whether the system is in the catalog.',
    ],
    [
      'siblings.inProduction',
      'integer',
      'Other models in production',
      'Other models in production with the same owner or system.',
    ],
    [
      'siblings.known',
      'boolean',
      'Other models of the owner or system',
      'Whether other models of the same owner or system are in the catalog.',
    ],
    [
      'relations.trainedBy.exists',
      'boolean',
      'Training pipeline in the catalog',
      'Whether the training pipeline is in the catalog.',
    ],
    [
      'relations.trainedBy.type',
      'string',
      'Type of the training pipeline',
      'Type of the pipeline component.',
    ],
    [
      'relations.trainedBy.isOrchestrated',
      'boolean',
      'Orchestrator of the training pipeline',
      'Whether an orchestrator runs the pipeline.',
    ],
    [
      'relations.baseModel.exists',
      'boolean',
      'Base model in the catalog',
      'Whether the base model is in the catalog.',
    ],
    [
      'datasets.count',
      'integer',
      'Datasets in the catalog',
      'Datasets that it depends on and that exist.',
    ],
    [
      'datasets.missing',
      'integer',
      'Datasets that are not in the catalog',
      'Datasets that it names but that do not exist.',
    ],
    [
      'datasets.withSize',
      'integer',
      'Datasets with a size',
      'Datasets that state their rows or bytes.',
    ],
    [
      'datasets.withOrigin',
      'integer',
      'Datasets with an origin',
      'Datasets that state whether they are real, synthetic or mixed.',
    ],
    [
      'datasets.withVersion',
      'integer',
      'Datasets with a version',
      'Datasets with a version.',
    ],
    [
      'datasets.withSchema',
      'integer',
      'Datasets with a schema',
      'Datasets with a schema.',
    ],
  ]),
};
