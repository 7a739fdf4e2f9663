import {
  ANNOTATION_NEWEST_VERSION_AT,
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
];
