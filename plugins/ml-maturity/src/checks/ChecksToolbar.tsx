import { useEffect, useRef, useState } from 'react';
import useDebounce from 'react-use/esm/useDebounce';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  SearchField,
  ToggleButton,
  ToggleButtonGroup,
} from '@backstage/ui';
import { RiCloseLine } from '@remixicon/react';
import { useMaturity } from '../tab/maturityContext';
import { CHECK_FILTERS, CheckFilter, GROUPINGS } from '../tab/tabState';
import { mlMaturityTranslationRef } from '../translation';
import styles from './checks.module.css';

const DELAY_MS = 250;

/** Search, filters and grouping of checks. */
export const ChecksToolbar = ({
  counts,
}: {
  counts: Record<CheckFilter, number>;
}) => {
  const { t } = useTranslationRef(mlMaturityTranslationRef);
  const { state, change } = useMaturity();
  const [text, setText] = useState(state.text);
  const known = useRef(state.text);

  // The address changed without this field: back button, cleared filters.
  useEffect(() => {
    if (state.text !== known.current) {
      known.current = state.text;
      setText(state.text);
    }
  }, [state.text]);
  useDebounce(
    () => {
      if (text !== known.current) {
        known.current = text;
        change({ text }, { replace: true });
      }
    },
    DELAY_MS,
    [text],
  );

  return (
    <div className={styles.toolbar}>
      <SearchField
        aria-label={t('checks.search')}
        placeholder={t('checks.search')}
        size="small"
        className={styles.search}
        maxLength={200}
        value={text}
        onChange={setText}
      />
      <ToggleButtonGroup
        aria-label={t('checks.groupBy')}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[state.group]}
        onSelectionChange={keys =>
          change({ group: GROUPINGS.find(name => keys.has(name)) })
        }
      >
        {GROUPINGS.map(name => (
          <ToggleButton key={name} id={name}>
            {t(`checks.by.${name}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <div
        className={styles.filters}
        role="group"
        aria-label={t('checks.filters')}
      >
        {CHECK_FILTERS.map(name => {
          const isOn = state.filters.includes(name);
          return (
            <button
              key={name}
              type="button"
              className={styles.filter}
              aria-pressed={isOn}
              disabled={!isOn && counts[name] === 0}
              onClick={() =>
                change({
                  filters: isOn
                    ? state.filters.filter(other => other !== name)
                    : [...state.filters, name],
                })
              }
            >
              {t(`filter.${name}`)}
              <span className={styles.count}>{counts[name]}</span>
            </button>
          );
        })}
        {state.level !== undefined && (
          <Button
            size="small"
            variant="secondary"
            iconEnd={<RiCloseLine aria-hidden />}
            aria-label={t('checks.clearLevel', { level: String(state.level) })}
            onPress={() => change({ level: undefined })}
          >
            {t('level.of', { level: String(state.level) })}
          </Button>
        )}
      </div>
    </div>
  );
};
