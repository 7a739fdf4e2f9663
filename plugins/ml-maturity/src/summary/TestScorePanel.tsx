import { MlTestScoreItemResult } from '@airworthy/plugin-ml-maturity-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { RiCheckLine, RiUser3Line } from '@remixicon/react';
import { CheckLink } from '../tab/CheckLink';
import { useMaturity } from '../tab/maturityContext';
import { mlMaturityTranslationRef } from '../translation';
import styles from './testScore.module.css';

const Cell = ({ item }: { item: MlTestScoreItemResult }) => (
  <span className={styles.cell} data-points={item.points} aria-hidden>
    {item.points === 1 && <RiCheckLine />}
    {item.points === 0.5 && <RiUser3Line />}
    {item.points === 0 && item.item}
  </span>
);

/** The ML Test Score: four sections of seven items; the least of them is the score. */
export const TestScorePanel = () => {
  const { t } = useTranslationRef(mlMaturityTranslationRef);
  const { card, checks } = useMaturity();
  const { total, band, sections, explanation } = card.scorecard.mlTestScore;
  return (
    <div className={styles.root}>
      <div className={styles.head}>
        <Text variant="title-medium" weight="bold" className={styles.number}>
          {total}
        </Text>
        <Text as="p" variant="body-small" color="secondary">
          {t('testScore.band', { label: band.label })}: {band.description}
        </Text>
      </div>
      {sections.map(section => (
        <details key={section.id} className={styles.section}>
          <summary className={styles.summary}>
            <span className={styles.title}>{section.title}</span>
            <span className={styles.cells}>
              {section.items.map(item => (
                <Cell key={item.item} item={item} />
              ))}
            </span>
            <span
              className={styles.points}
              data-least={section.points === total}
            >
              {t('testScore.points', { points: String(section.points) })}
            </span>
          </summary>
          <ul className={styles.items}>
            {section.items.map(
              ({ item, points, checkIds, explanation: why }) => (
                <li key={item} className={styles.item}>
                  <span className={styles.id}>{item}</span>
                  <span>
                    {checkIds[0] ? (
                      <CheckLink checkId={checkIds[0]}>
                        {checks.get(checkIds[0])?.title ?? checkIds[0]}
                      </CheckLink>
                    ) : (
                      t('testScore.noCheck')
                    )}
                    {points > 0 && <span className={styles.why}> {why}</span>}
                  </span>
                  <span className={styles.itemPoints}>{points}</span>
                </li>
              ),
            )}
          </ul>
        </details>
      ))}
      <Text as="p" variant="body-small" color="secondary">
        {explanation} {t('testScore.key')}
      </Text>
    </div>
  );
};
