import { useMemo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Select, SelectItem, Text } from '@backstage/ui';
import { mlMaturityOverviewTranslationRef } from '../translation';
import { FilterOption } from './useFilterOptions';
import styles from './filters.module.css';

// Fewer are seen at a glance.
const SEARCH_FROM = 10;

interface Props {
  label: string;
  placeholder?: string;
  /** Undefined while they are read. */
  options?: readonly FilterOption[];
  values: string[];
  onChange: (values: string[]) => void;
  isDisabled?: boolean;
  isInvalid?: boolean;
}

/** Chooses values of one field, each with how many models have it. */
export const FilterSelect = (props: Props) => {
  const { label, placeholder, options, values, onChange } = props;
  const { t } = useTranslationRef(mlMaturityOverviewTranslationRef);
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
      label={label}
      placeholder={placeholder ?? t('filter.any')}
      selectionMode="multiple"
      items={items}
      search={
        items.length > SEARCH_FROM
          ? { placeholder: t('filter.searchIn', { name: label }) }
          : undefined
      }
      value={values}
      onChange={keys => onChange(keys.map(String))}
      isDisabled={props.isDisabled || !items.length}
      isInvalid={props.isInvalid}
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
