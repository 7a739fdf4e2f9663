import { useEntityPresentation } from '@backstage/plugin-catalog-react';

/** A group or person by the name that people know. */
export const OwnerName = ({ entityRef }: { entityRef: string }) => {
  const { primaryTitle } = useEntityPresentation(entityRef, {
    defaultKind: 'group',
  });
  return <bdi title={entityRef}>{primaryTitle}</bdi>;
};
