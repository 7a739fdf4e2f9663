import { useMemo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Select, SelectItem, Text } from '@backstage/ui';
import { mlModelsReactTranslationRef } from '../translation';
import { FilterOption } from './FilterOption';
import styles from './filters.module.css';

// Fewer are seen at a glance.
const SEARCH_FROM = 10;

/** Properties of {@link FilterSelect}. @public */
export interface FilterSelectProps {
  /** What the values are, such as `Owner`. */
  label: string;
  /** Said while nothing is chosen; `Any` without it. */
  placeholder?: string;
  /** What can be chosen; undefined while that is read, which disables the filter. */
  options?: readonly FilterOption[];
  /**
   * What is chosen. Values that are not among the options are offered too, so
   * that one which came from an old address can be taken away.
   */
  values: readonly string[];
  onChange: (values: string[]) => void;
  isDisabled?: boolean;
  isInvalid?: boolean;
}

/**
 * Chooses any number of values of one field, each with how many have it; with
 * a search field where the choices are many.
 *
 * @public
 */
export const FilterSelect = (props: FilterSelectProps) => {
  const { label, placeholder, options, values, onChange } = props;
  const { t } = useTranslationRef(mlModelsReactTranslationRef);
  const items = useMemo(() => {
    const known = new Set(options?.map(({ value }) => value));
    const gone = values
      .filter(value => !known.has(value))
      .map((value): FilterOption => ({ value, label: value }));
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
