/** When the newest version of a model was made; set by the catalog module so that lists can be sorted by it. @public */
export const ANNOTATION_NEWEST_VERSION_AT = 'airworthy.dev/newest-version-at';
/** Track of the models of a group, on the `Group`. @public */
export const ANNOTATION_TRACK = 'airworthy.dev/track';
/** Rows of a dataset, on the `Resource` of type `dataset`. @public */
export const ANNOTATION_DATASET_ROWS = 'airworthy.dev/dataset-rows';
/** Bytes of a dataset. @public */
export const ANNOTATION_DATASET_BYTES = 'airworthy.dev/dataset-bytes';
/** Where the data of a dataset come from: `real`, `synthetic` or `mixed`. @public */
export const ANNOTATION_DATASET_ORIGIN = 'airworthy.dev/dataset-origin';
/** Version of a dataset as its store names it. @public */
export const ANNOTATION_DATASET_VERSION = 'airworthy.dev/dataset-version';
/** Columns of a dataset with their types, or the address of its data contract. @public */
export const ANNOTATION_DATASET_SCHEMA = 'airworthy.dev/dataset-schema';
/** Registry that an entity was read from, by its name in app-config. @public */
export const ANNOTATION_REGISTRY = 'airworthy.dev/registry';
/** What that registry calls it. @public */
export const ANNOTATION_REGISTRY_ID = 'airworthy.dev/registry-id';
/** Its page in that registry. @public */
export const ANNOTATION_REGISTRY_URL = 'airworthy.dev/registry-url';
/** When it was last read from there with a change. @public */
export const ANNOTATION_REGISTRY_FETCHED_AT =
  'airworthy.dev/registry-fetched-at';
/** Where the manifests of a deployment are: a folder or file, relative to the folder of the file that the entity was read from. @public */
export const ANNOTATION_MANIFESTS = 'airworthy.dev/manifests';
