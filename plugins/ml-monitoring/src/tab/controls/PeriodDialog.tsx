import { useState } from 'react';
import {
  ZonedDateTime,
  getLocalTimeZone,
  now,
  parseAbsolute,
} from '@internationalized/date';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  DatePicker,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Text,
} from '@backstage/ui';
import { formatDateTime } from '@airworthy/plugin-ml-models-react';
import { mlMonitoringTranslationRef } from '../../translation';
import styles from './controls.module.css';

interface Period {
  from: string;
  to: string;
}

interface Props {
  title: string;
  period: Period;
  maxDays: number;
  onChoose: (period: Period) => void;
  onClose: () => void;
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** Chooses a beginning and an end, in the reader's zone. */
export const PeriodDialog = (props: Props) => {
  const { title, period, maxDays, onChoose, onClose } = props;
  const { t } = useTranslationRef(mlMonitoringTranslationRef);
  const zone = getLocalTimeZone();
  const toMinute = (iso: string) =>
    parseAbsolute(iso, zone).set({ second: 0, millisecond: 0 });
  const [from, setFrom] = useState<ZonedDateTime | null>(() =>
    toMinute(period.from),
  );
  const [to, setTo] = useState<ZonedDateTime | null>(() => toMinute(period.to));
  const latest = now(zone);

  const problem = (() => {
    if (!from || !to) return t('period.incomplete');
    const span = to.toDate().getTime() - from.toDate().getTime();
    if (span < 5 * MINUTE_MS) return t('period.tooShort');
    if (span > maxDays * DAY_MS) return t('period.tooLong', { count: maxDays });
    if (to.compare(latest) > 0) return t('period.future');
    return undefined;
  })();

  return (
    <Dialog isOpen onOpenChange={open => !open && onClose()} width={460}>
      <DialogHeader>{title}</DialogHeader>
      <DialogBody>
        <div className={styles.period}>
          <DatePicker
            label={t('period.from')}
            granularity="minute"
            hourCycle={24}
            hideTimeZone
            value={from}
            maxValue={latest}
            onChange={value => setFrom(value as ZonedDateTime | null)}
          />
          <DatePicker
            label={t('period.to')}
            granularity="minute"
            hourCycle={24}
            hideTimeZone
            value={to}
            maxValue={latest}
            onChange={value => setTo(value as ZonedDateTime | null)}
          />
          <Text as="p" variant="body-small" color="secondary">
            {t('period.zone', { zone })}
            {from && to && (
              <>
                {' '}
                {formatDateTime(from.toAbsoluteString())} –{' '}
                {formatDateTime(to.toAbsoluteString())}
              </>
            )}
          </Text>
          {problem && (
            <Text as="p" variant="body-small" color="danger" role="alert">
              {problem}
            </Text>
          )}
        </div>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          {t('cancel')}
        </Button>
        <Button
          variant="primary"
          isDisabled={problem !== undefined}
          onPress={() => {
            if (!from || !to) return;
            onChoose({
              from: from.toAbsoluteString(),
              to: to.toAbsoluteString(),
            });
            onClose();
          }}
        >
          {t('period.apply')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
};
