import { useMemo } from 'react';
import { readMlDeployment } from '@airworthy/plugin-ml-models-common';
import { useEntity } from '@backstage/plugin-catalog-react';

/** The deployment of the page, as far as its entity can be read. */
export function useMlDeployment() {
  const { entity } = useEntity();
  return useMemo(() => readMlDeployment(entity), [entity]);
}
