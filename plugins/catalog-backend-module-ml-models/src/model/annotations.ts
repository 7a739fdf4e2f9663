import {
  ANNOTATION_DATASET_BYTES,
  ANNOTATION_DATASET_ORIGIN,
  ANNOTATION_DATASET_ROWS,
  ANNOTATION_DATASET_SCHEMA,
  ANNOTATION_DATASET_VERSION,
  ANNOTATION_NEWEST_VERSION_AT,
  ANNOTATION_REGISTRY,
  ANNOTATION_REGISTRY_FETCHED_AT,
  ANNOTATION_REGISTRY_ID,
  ANNOTATION_REGISTRY_URL,
  ANNOTATION_TRACK,
} from '@airworthy/plugin-ml-models-common';

export const annotations = [
  {
    name: ANNOTATION_NEWEST_VERSION_AT,
    title: 'Newest version at',
    description:
      'When the newest version of a model was made, in UTC. Set by the catalog so that models can be sorted by it.',
  },
  {
    name: ANNOTATION_TRACK,
    title: 'MLOps track',
    description:
      'On a Group: the journey that its models walk, `startup` or `large-organisation`, where the model does not say.',
  },
  {
    name: ANNOTATION_DATASET_ROWS,
    title: 'Dataset rows',
    description:
      'On a Resource of type `dataset`: how many rows, images or documents it holds, as a whole number.',
  },
  {
    name: ANNOTATION_DATASET_BYTES,
    title: 'Dataset bytes',
    description:
      'On a Resource of type `dataset`: its size in bytes, as a whole number.',
  },
  {
    name: ANNOTATION_DATASET_ORIGIN,
    title: 'Dataset origin',
    description:
      'On a Resource of type `dataset`: `real`, `synthetic`, or `mixed` where it holds both.',
  },
  {
    name: ANNOTATION_DATASET_VERSION,
    title: 'Dataset version',
    description:
      'On a Resource of type `dataset`: its version as its store names it, such as a tag, a DVC hash or a Delta version.',
  },
  {
    name: ANNOTATION_DATASET_SCHEMA,
    title: 'Dataset schema',
    description:
      'On a Resource of type `dataset`: its columns with their types, or the address of its data contract.',
  },
  {
    name: ANNOTATION_REGISTRY,
    title: 'Registry',
    description:
      'Registry that a model or deployment was read from, by its name in app-config.',
  },
  {
    name: ANNOTATION_REGISTRY_ID,
    title: 'Registry id',
    description: 'What that registry calls the model or deployment.',
  },
  {
    name: ANNOTATION_REGISTRY_URL,
    title: 'Registry page',
    description: 'Page of the model or deployment in that registry.',
  },
  {
    name: ANNOTATION_REGISTRY_FETCHED_AT,
    title: 'Fetched at',
    description:
      'When the model or deployment was last read from its registry with a change, in UTC.',
  },
];
