import { useApi, useRouteRef } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useLoad } from '@airworthy/plugin-ml-models-react';
import { templateRouteRef } from '../routes';

const NAMESPACE = 'default';

/** The forms of templates of this catalog. */
export interface Templates {
  loading: boolean;
  /** The address of a form that is filled in; undefined where the portal has no such template. */
  hrefOf: (
    name: string,
    values?: Record<string, unknown>,
  ) => string | undefined;
}

const refOf = (name: string) => `template:${NAMESPACE}/${name}`;

/** Which of some templates the catalog has, with one request. */
export function useTemplates(names: readonly string[]): Templates {
  const catalogApi = useApi(catalogApiRef);
  const link = useRouteRef(templateRouteRef);
  const { value, loading } = useLoad(
    names.length > 0 ? names.join('\n') : undefined,
    async () => {
      const { items } = await catalogApi.getEntitiesByRefs({
        entityRefs: names.map(refOf),
        fields: ['kind', 'metadata.name', 'metadata.namespace'],
      });
      return new Set(names.filter((_, i) => items[i]));
    },
  );
  return {
    loading,
    hrefOf: (name, values) => {
      // Without the template in the catalog its form would not open.
      if (!link || !value?.has(name)) return undefined;
      const path = link({ namespace: NAMESPACE, templateName: name });
      if (!values) return path;
      return `${path}?${new URLSearchParams({
        formData: JSON.stringify(values),
      })}`;
    },
  };
}
