import {
  CheckCoverage,
  Rubric,
  RubricCheck,
} from '@airworthy/plugin-ml-maturity-common';
import { ExternalLink, formatDate } from '@airworthy/plugin-ml-models-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Badge, Link, Text } from '@backstage/ui';
import { formatShare } from '../../../format/percent';
import { SafeMarkdown } from '../../../tab/SafeMarkdown';
import { OverviewState } from '../../state/overviewState';
import { usePageLinks } from '../../state/usePageLinks';
import { mlMaturityOverviewTranslationRef } from '../../translation';
import { CoverageBar } from './CoverageBar';
import panelStyles from '../../panel/panel.module.css';
import styles from '../rubric.module.css';

interface Props {
  check: RubricCheck;
  coverage?: CheckCoverage;
  rubric: Rubric;
  state: OverviewState;
}

const titleOf = (
  list: readonly { id: string; title: string }[],
  id: string | undefined,
) => list.find(item => item.id === id)?.title ?? id;

/** A check as it stands, with how the models do in it. */
export const CoverageItem = ({ check, coverage, rubric, state }: Props) => {
  const { t } = useTranslationRef(mlMaturityOverviewTranslationRef);
  const links = usePageLinks();
  const { counts } = coverage ?? {};
  const known = counts
    ? counts.pass + counts.fail + counts.unknown + counts.error
    : 0;
  const about = [
    t('summary.level', { level: String(check.level) }),
    titleOf(rubric.categories, check.category),
    check.phase && titleOf(rubric.phases, check.phase),
    t('rubric.weight', { weight: String(check.weight) }),
    check.tracks &&
      t('rubric.tracks', {
        tracks: check.tracks.map(id => titleOf(rubric.tracks, id)).join(', '),
      }),
    check.mlTestScore,
  ];
  return (
    <li className={styles.check}>
      <details>
        <summary className={styles.summary}>
          <span className={styles.title}>
            <span className={styles.name}>
              {check.title}{' '}
              {check.status === 'draft' && (
                <Badge size="small">{t('rubric.draft')}</Badge>
              )}
              {check.status !== 'draft' &&
                coverage?.counted === false &&
                check.effectiveFrom && (
                  <Badge size="small">
                    {t('rubric.from', { day: formatDate(check.effectiveFrom) })}
                  </Badge>
                )}
            </span>
            <Text variant="body-small" color="secondary">
              {about.filter(Boolean).join(' · ')}
            </Text>
          </span>
          <span className={styles.coverage}>
            {counts && known + counts.waived > 0 ? (
              <>
                <Text variant="body-small" className={styles.share}>
                  {t('rubric.passing', {
                    share: formatShare(known ? counts.pass / known : null),
                  })}
                </Text>
                <CoverageBar counts={counts} />
              </>
            ) : (
              <Text variant="body-small" color="secondary">
                {t('rubric.noModels')}
              </Text>
            )}
          </span>
        </summary>
        <div className={styles.detail}>
          {counts && (
            <Text as="p" variant="body-small">
              {t('rubric.coverage', {
                pass: String(counts.pass),
                fail: String(counts.fail),
                unknown: String(counts.unknown),
                error: String(counts.error),
                waived: String(counts.waived),
              })}
              {counts['not-applicable'] > 0 &&
                `, ${t('rubric.notApplicable', {
                  total: String(counts['not-applicable']),
                })}`}
              {' · '}
              <Link
                href={links.models({
                  ...state,
                  rubric: rubric.metadata.id,
                  results: { check: [check.id] },
                })}
                standalone
                className={panelStyles.link}
              >
                {t('rubric.open')}
              </Link>
            </Text>
          )}
          <h4>{t('rubric.why')}</h4>
          <SafeMarkdown content={check.why} />
          {check.expects && (
            <>
              <h4>{t('rubric.expects')}</h4>
              <p>{check.expects}</p>
            </>
          )}
          {check.rule && (
            <>
              <h4>{t('rubric.rule')}</h4>
              <code className={styles.code}>{check.rule}</code>
            </>
          )}
          {check.attestation && (
            <>
              <h4>{t('rubric.question')}</h4>
              <p>{check.attestation.question}</p>
            </>
          )}
          <h4>{t('rubric.mend')}</h4>
          <SafeMarkdown content={check.remediation.text} />
          {check.sources && check.sources.length > 0 && (
            <>
              <h4>{t('rubric.sources')}</h4>
              <ul className={styles.sources}>
                {check.sources.map(({ title, url }) => (
                  <li key={url}>
                    <ExternalLink href={url}>{title}</ExternalLink>
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
      </details>
    </li>
  );
};
