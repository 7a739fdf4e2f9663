import { useId, useState } from 'react';
import {
  RankedStrategy,
  strategyOf,
} from '@airworthy/plugin-ml-deployment-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Badge, Radio, Text } from '@backstage/ui';
import { RiArrowDownSLine, RiForbid2Line, RiMedalLine } from '@remixicon/react';
import { ReasonList } from './ReasonList';
import { mlAdvisorTranslationRef } from './translation';
import styles from './AdviceRanking.module.css';

interface Props {
  ranked: RankedStrategy;
  isSelected: boolean;
  isChoice: boolean;
}

/** One strategy: its place, what it is, and its reasons below. */
export const RankedRow = ({ ranked, isSelected, isChoice }: Props) => {
  const { t } = useTranslationRef(mlAdvisorTranslationRef);
  const { title, summary } = strategyOf(ranked.strategy);
  const id = useId();
  const isFirst = ranked.rank === 1 && ranked.possible;
  const [opened, setOpened] = useState<boolean>();
  const isOpen = opened ?? (isFirst || isSelected);
  const counts = {
    pros: String(ranked.for.length),
    cons: String(ranked.against.length),
  };
  const name = (
    <span className={styles.name}>
      <span className={styles.rank}>{ranked.rank}.</span> {title}
    </span>
  );
  const Row = isChoice ? 'div' : 'li';

  return (
    <Row className={styles.row} data-selected={isSelected || undefined}>
      <div className={styles.head}>
        {isChoice ? (
          <Radio value={ranked.strategy} aria-describedby={`${id}-about`}>
            {name}
          </Radio>
        ) : (
          <Text weight="bold">{name}</Text>
        )}
        {isFirst && (
          <Badge icon={<RiMedalLine aria-hidden />}>{t('ranking.first')}</Badge>
        )}
        {!ranked.possible && (
          <Badge icon={<RiForbid2Line aria-hidden />}>
            {t('ranking.ruledOut')}
          </Badge>
        )}
        <button
          type="button"
          className={styles.toggle}
          aria-expanded={isOpen}
          aria-controls={`${id}-reasons`}
          aria-label={t('ranking.reasons', { strategy: title, ...counts })}
          onClick={() => setOpened(!isOpen)}
        >
          {t('ranking.count', counts)}
          <RiArrowDownSLine aria-hidden className={styles.arrow} />
        </button>
      </div>
      <Text
        as="p"
        variant="body-small"
        color="secondary"
        id={`${id}-about`}
        className={styles.about}
      >
        {summary}
      </Text>
      <div id={`${id}-reasons`} hidden={!isOpen} className={styles.below}>
        <ReasonList ranked={ranked} />
      </div>
    </Row>
  );
};
