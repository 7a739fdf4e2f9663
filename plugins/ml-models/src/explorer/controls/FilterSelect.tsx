import { useMemo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Select, SelectItem, Text } from '@backstage/ui';
import { mlModelsTranslationRef } from '../../translation';
import { FilterId } from '../query/definitions';
import { FilterOption } from '../query/useFilterOptions';
import styles from './controls.module.css';

// Fewer are seen at a glance.
const SEARCH_FROM = 10;

interface Props {
  id: FilterId;
  /** Undefined while they are read. */
  options?: FilterOption[];
  values: string[];
  onChange: (values: string[]) => void;
}

/** Chooses values of one field, each with how many entities have it. */
export const FilterSelect = ({ id, options, values, onChange }: Props) => {
  const { t } = useTranslationRef(mlModelsTranslationRef);
  const name = t(`filter.${id}`);
  const items = useMemo(() => {
    const known = new Set(options?.map(({ value }) => value));
    // A value of the address that nothing has any more must stay removable.
    const gone = values
      .filter(value => !known.has(value))
      .map(value => ({ value, label: value, count: undefined }));
    return [...(options ?? []), ...gone].map(option => ({
      ...option,
      id: option.value,
    }));
  }, [options, values]);

  return (
    <Select
      label={name}
      placeholder={t('filter.any')}
      selectionMode="multiple"
      items={items}
      search={
        items.length > SEARCH_FROM
          ? { placeholder: t('filter.searchOptions', { name }) }
          : undefined
      }
      value={values}
      onChange={keys => onChange(keys.map(String))}
      isDisabled={!items.length}
      className={styles.filter}
    >
      {item => (
        <SelectItem id={item.id} textValue={item.label} showSelectionIndicator>
          <span className={styles.option}>
            <bdi className={styles.optionLabel}>{item.label}</bdi>
            {item.count !== undefined && (
              <Text variant="body-small" color="secondary">
                {item.count}
              </Text>
            )}
          </span>
        </SelectItem>
      )}
    </Select>
  );
};
