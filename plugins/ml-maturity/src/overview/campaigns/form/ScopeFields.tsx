import { Rubric } from '@airworthy/plugin-ml-maturity-common';
import { FilterSelect, useLoad } from '@airworthy/plugin-ml-models-react';
import { FilterPredicate } from '@backstage/filter-predicates';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { Text } from '@backstage/ui';
import { messageOf } from '../../../answer/problems';
import { mlMaturityOverviewTranslationRef } from '../../translation';
import {
  SCOPE_FIELDS,
  Scope,
  ScopeField,
  predicateOf,
  withChildGroups,
} from './scope';
import { FormOptions } from './useFormOptions';
import styles from '../campaigns.module.css';

const NONE: string[] = [];

interface Props {
  scope: Scope | undefined;
  onChange: (scope: Scope) => void;
  options?: FormOptions;
  rubric?: Rubric;
  isDisabled?: boolean;
}

/** Which models a campaign is about, with how many these are. */
export const ScopeFields = (props: Props) => {
  const { scope, onChange, options, rubric, isDisabled } = props;
  const { t } = useTranslationRef(mlMaturityOverviewTranslationRef);
  const catalogApi = useApi(catalogApiRef);
  const appliesTo = rubric?.appliesTo as FilterPredicate | undefined;
  const predicate = scope && predicateOf(scope);
  const query =
    appliesTo && predicate && Object.keys(predicate).length
      ? { $all: [appliesTo, predicate] }
      : appliesTo;
  const counted = useLoad(query && scope && JSON.stringify(query), async () => {
    const { totalItems } = await catalogApi.queryEntities({
      query: query!,
      fields: ['metadata.name'],
      limit: 1,
    });
    return totalItems;
  });

  const countText = () => {
    if (counted.error) {
      return t('form.uncounted', { message: messageOf(counted.error) });
    }
    return counted.value === undefined
      ? t('form.counting')
      : t('form.matches', { count: counted.value });
  };
  const set = (field: ScopeField, values: string[]) => {
    const { [field]: before = NONE, ...others } = scope ?? {};
    const added = values.filter(value => !before.includes(value));
    const next =
      field === 'owner' && added.length
        ? [
            ...new Set([
              ...values,
              ...withChildGroups(added, options?.groups ?? []),
            ]),
          ]
        : values;
    onChange(next.length ? { ...others, [field]: next } : others);
  };

  return (
    <fieldset className={styles.fieldset}>
      <legend>{t('form.scope')}</legend>
      {scope ? (
        <>
          <Text variant="body-small" color="secondary">
            {t('form.scopeAbout')}
          </Text>
          <div className={styles.scope}>
            {(Object.keys(SCOPE_FIELDS) as ScopeField[]).map(field => (
              <FilterSelect
                key={field}
                label={t(`filter.${field}`)}
                options={options?.scope[field]}
                values={scope[field] ?? NONE}
                onChange={values => set(field, values)}
                isDisabled={isDisabled}
              />
            ))}
          </div>
          <Text variant="body-small" aria-live="polite">
            {countText()}
          </Text>
        </>
      ) : (
        <Text variant="body-small" color="secondary">
          {t('form.keepScope')}
        </Text>
      )}
    </fieldset>
  );
};
