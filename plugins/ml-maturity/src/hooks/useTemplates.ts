import { useMemo } from 'react';
import { Rubric } from '@airworthy/plugin-ml-maturity-common';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useLoad } from '@airworthy/plugin-ml-models-react';

const NONE: ReadonlySet<string> = new Set();

/** The reference as the catalog writes it. */
export function templateRefOf(template: string): string {
  return stringifyEntityRef(
    parseEntityRef(template, { defaultNamespace: 'default' }),
  );
}

/** Which templates of a rubric the catalog has, with one request. */
export function useTemplates(rubric: Rubric | undefined): ReadonlySet<string> {
  const catalogApi = useApi(catalogApiRef);
  const refs = useMemo(
    () => [
      ...new Set(
        rubric?.checks
          .map(({ remediation }) => remediation.template)
          .filter((template): template is string => template !== undefined)
          .map(templateRefOf),
      ),
    ],
    [rubric],
  );
  const { value } = useLoad(
    refs.length ? refs.join('\n') : undefined,
    async () => {
      const { items } = await catalogApi.getEntitiesByRefs({
        entityRefs: refs,
        fields: ['kind', 'metadata.name', 'metadata.namespace'],
      });
      return new Set(refs.filter((_, i) => items[i]));
    },
  );
  return value ?? NONE;
}
