import { useEffect, useId, useRef } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Badge } from '@backstage/ui';
import { RiArrowDownSLine, RiArrowRightSLine } from '@remixicon/react';
import { formatDistance } from '../format/time';
import { StateMark } from '../status/StateMark';
import { mlMaturityTranslationRef } from '../translation';
import { CheckDetail } from './CheckDetail';
import { CheckRow } from './selectChecks';
import styles from './checks.module.css';

interface Props {
  row: CheckRow;
  isOpen: boolean;
  onToggle: () => void;
}

/** A check in one line, which opens. */
export const CheckItem = ({ row, isOpen, onToggle }: Props) => {
  const { t } = useTranslationRef(mlMaturityTranslationRef);
  const { check, result, state, expiring } = row;
  const id = useId();
  const item = useRef<HTMLLIElement>(null);
  const openedHere = useRef(false);

  // A link from the wheel or from elsewhere leads to this check.
  useEffect(() => {
    if (isOpen && !openedHere.current) {
      item.current?.scrollIntoView?.({ block: 'start' });
      item.current?.querySelector('button')?.focus({ preventScroll: true });
    }
    openedHere.current = false;
  }, [isOpen]);

  const Arrow = isOpen ? RiArrowDownSLine : RiArrowRightSLine;
  return (
    <li ref={item} className={styles.item} data-open={isOpen}>
      <button
        type="button"
        className={styles.row}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => {
          openedHere.current = true;
          onToggle();
        }}
      >
        <StateMark state={state} label={t(`state.${state}`)} />{' '}
        <span className={styles.words}>
          <span className={styles.title}>{check.title}</span>{' '}
          <span className={styles.reason}>{result.reason}</span>
        </span>
        <span className={styles.tags}>
          {state === 'draft' && <Badge>{t(`state.${result.status}`)}</Badge>}
          {result.waiver?.state === 'requested' && (
            <Badge>{t('waiver.state.requested')}</Badge>
          )}
          {expiring && (
            <Badge>
              {result.expiresAt
                ? t('checks.expires', {
                    when: formatDistance(result.expiresAt),
                  })
                : t('checks.expired')}
            </Badge>
          )}
          <span className={styles.method}>{t(`method.${result.method}`)}</span>
          <span className={styles.level}>
            {t('level.short', { level: String(check.level) })}
          </span>
        </span>
        <Arrow className={styles.arrow} aria-hidden />
      </button>
      {isOpen && (
        <div id={id} className={styles.detail}>
          <CheckDetail row={row} />
        </div>
      )}
    </li>
  );
};
