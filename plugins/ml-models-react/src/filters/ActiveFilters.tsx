import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Tag, TagGroup } from '@backstage/ui';
import { mlModelsReactTranslationRef } from '../translation';
import styles from './filters.module.css';

/** One thing that narrows a list now. @public */
export interface ActiveFilter {
  /** Unlike that of every other active filter, such as `owner=group:default/a`. */
  id: string;
  /** What it is about, such as `Owner`; left out where the value says it all. */
  name?: string;
  /** The chosen value as people know it. */
  value: string;
  /** Takes this one away. */
  onRemove: () => void;
}

/** Properties of {@link ActiveFilters}. @public */
export interface ActiveFiltersProps {
  filters: readonly ActiveFilter[];
  /** Takes all away at once. */
  onClear: () => void;
}

/**
 * What narrows a list now, each removable by pointer and keyboard; nothing at
 * all while nothing narrows it.
 *
 * @public
 */
export const ActiveFilters = ({ filters, onClear }: ActiveFiltersProps) => {
  const { t } = useTranslationRef(mlModelsReactTranslationRef);
  if (filters.length === 0) return null;

  const items = filters.map(({ id, name, value, onRemove }) => ({
    id,
    label: name ? t('filter.value', { name, value }) : value,
    onRemove,
  }));
  return (
    <div className={styles.active}>
      <TagGroup
        aria-label={t('filter.active')}
        items={items}
        onRemove={keys => items.find(({ id }) => keys.has(id))?.onRemove()}
      >
        {item => (
          <Tag id={item.id} size="medium" textValue={item.label}>
            <bdi className={styles.activeLabel}>{item.label}</bdi>
          </Tag>
        )}
      </TagGroup>
      <Button variant="tertiary" size="small" onPress={onClear}>
        {t('filter.clear')}
      </Button>
    </div>
  );
};
