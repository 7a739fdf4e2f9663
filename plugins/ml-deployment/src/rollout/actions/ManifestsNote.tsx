import { ANNOTATION_MANIFESTS } from '@airworthy/plugin-ml-models-common';
import type { RolloutReview } from '@airworthy/plugin-ml-deployment-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Alert, Text } from '@backstage/ui';
import { mlRolloutTranslationRef } from '../translation';
import styles from './actions.module.css';

/** Where the manifests are read from, or why there are none. */
export const ManifestsNote = ({ review }: { review: RolloutReview }) => {
  const { t } = useTranslationRef(mlRolloutTranslationRef);
  const { entity } = useEntity();
  const { manifests, actions } = review;
  if (manifests) {
    return (
      <Text
        as="p"
        variant="body-small"
        color="secondary"
        className={styles.origin}
      >
        {t('actions.origin', {
          count: manifests.files,
          target: manifests.target,
        })}
      </Text>
    );
  }
  if (entity.metadata.annotations?.[ANNOTATION_MANIFESTS]) {
    const failure = actions.find(action => action.failure)?.failure;
    return failure ? (
      <Alert
        status="warning"
        icon
        title={t('actions.unread')}
        description={failure}
      />
    ) : null;
  }
  return (
    <Alert
      status="info"
      icon
      title={t('actions.noManifests')}
      description={t('actions.noManifestsAbout', {
        annotation: ANNOTATION_MANIFESTS,
      })}
    />
  );
};
