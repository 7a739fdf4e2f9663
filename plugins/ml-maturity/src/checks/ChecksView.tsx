import { useMemo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Text } from '@backstage/ui';
import { useMaturity } from '../tab/maturityContext';
import { mlMaturityTranslationRef } from '../translation';
import { CheckItem } from './CheckItem';
import { ChecksToolbar } from './ChecksToolbar';
import { countByFilter, filterRows, groupRows, rowsOf } from './selectChecks';
import styles from './checks.module.css';

/** All checks, grouped and filtered. */
export const ChecksView = () => {
  const { t } = useTranslationRef(mlMaturityTranslationRef);
  const { rubric, results, state, change } = useMaturity();
  const rows = useMemo(
    () => rowsOf(rubric, results, Date.now()),
    [rubric, results],
  );
  const counts = useMemo(() => countByFilter(rows), [rows]);
  const shown = filterRows(rows, state);
  const groups = groupRows(rubric, shown, state.group, t('checks.noPhase'));
  const applicable = rows.length - counts['not-applicable'];

  return (
    <div className={styles.root}>
      <ChecksToolbar counts={counts} />
      <Text as="p" variant="body-small" color="secondary" role="status">
        {t('checks.shown', {
          shown: String(shown.length),
          total: String(applicable),
          skipped: String(counts['not-applicable']),
        })}
      </Text>
      {groups.length === 0 && (
        <div className={styles.empty}>
          <Text as="p" color="secondary">
            {t('checks.none')}
          </Text>
          <Button
            variant="secondary"
            size="small"
            onPress={() => change({ filters: [], level: undefined, text: '' })}
          >
            {t('checks.clear')}
          </Button>
        </div>
      )}
      {groups.map(group => (
        <section
          key={group.id}
          className={styles.group}
          aria-labelledby={`checks-${group.id}`}
        >
          <div className={styles.head}>
            <Text
              as="h3"
              variant="title-x-small"
              weight="bold"
              id={`checks-${group.id}`}
            >
              {group.title}
            </Text>
            <Text variant="body-small" color="secondary">
              {t('checks.passing', {
                pass: String(
                  group.rows.filter(row => row.state === 'pass').length,
                ),
                total: String(group.rows.length),
              })}
            </Text>
          </div>
          <ul className={styles.list}>
            {group.rows.map(row => (
              <CheckItem
                key={row.check.id}
                row={row}
                isOpen={state.check === row.check.id}
                onToggle={() =>
                  change(
                    {
                      check:
                        state.check === row.check.id ? undefined : row.check.id,
                    },
                    { replace: true },
                  )
                }
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
};
