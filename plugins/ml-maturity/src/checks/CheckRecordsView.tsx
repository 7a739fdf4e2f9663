import { useLoad } from '@airworthy/plugin-ml-models-react';
import { RubricCheck, waiverState } from '@airworthy/plugin-ml-maturity-common';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Skeleton } from '@backstage/ui';
import { mlMaturityApiRef } from '../api/mlMaturityApiRef';
import { AnswerRecord } from '../answer/AnswerRecord';
import { EventList } from '../history/EventList';
import { LoadFailure } from '../tab/LoadFailure';
import { useMaturity } from '../tab/maturityContext';
import { mlMaturityTranslationRef } from '../translation';
import { WaiverRecordView } from '../waiver/WaiverRecordView';

const DAYS = 365;
const SHOWN = 20;

/** Who answered and waived a check, and how its result went. */
export const CheckRecordsView = ({ check }: { check: RubricCheck }) => {
  const { t } = useTranslationRef(mlMaturityTranslationRef);
  const api = useApi(mlMaturityApiRef);
  const { entityRef, rubric, card } = useMaturity();
  const address = { entityRef, checkId: check.id, rubric: rubric.metadata.id };
  const loaded = useLoad(
    [entityRef, check.id, rubric.metadata.id, card.evaluatedAt].join('|'),
    async signal => {
      const [records, history] = await Promise.all([
        api.getCheckRecords(address, { signal }),
        api.getHistory({ ...address, days: DAYS, limit: SHOWN }, { signal }),
      ]);
      return { records, events: history.events };
    },
  );
  if (loaded.error) {
    return (
      <LoadFailure
        title={t('history.unread')}
        error={loaded.error}
        onRetry={loaded.reload}
      />
    );
  }
  if (!loaded.value) return <Skeleton height={48} />;
  const { records, events } = loaded.value;
  return (
    <Flex direction="column" gap="3">
      {records.attestations.map(record => (
        <AnswerRecord
          key={record.id}
          record={record}
          question={check.attestation}
        />
      ))}
      {records.waivers.map(waiver => (
        <WaiverRecordView
          key={waiver.id}
          waiver={waiver}
          state={waiverState(waiver, Date.now())}
        />
      ))}
      <EventList events={events} ofOneCheck />
    </Flex>
  );
};
