/** Label of the variant that an object belongs to. @public */
export const VARIANT_LABEL = 'airworthy.dev/variant';

/** Annotations that keep what a way back needs. @public */
export const STABLE_ANNOTATIONS = {
  version: 'airworthy.dev/stable-version',
  image: 'airworthy.dev/stable-image',
  uri: 'airworthy.dev/stable-uri',
} as const;
