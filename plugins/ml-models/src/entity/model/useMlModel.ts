import { useMemo } from 'react';
import { readMlModel } from '@airworthy/plugin-ml-models-common';
import { useEntity } from '@backstage/plugin-catalog-react';

/** The model of the page, as far as its entity can be read. */
export function useMlModel() {
  const { entity } = useEntity();
  return useMemo(() => readMlModel(entity), [entity]);
}
