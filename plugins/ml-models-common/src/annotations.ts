/** When the newest version of a model was made; set by the catalog module so that lists can be sorted by it. @public */
export const ANNOTATION_NEWEST_VERSION_AT = 'airworthy.dev/newest-version-at';
/** Track of the models of a group, on the `Group`. @public */
export const ANNOTATION_TRACK = 'airworthy.dev/track';
