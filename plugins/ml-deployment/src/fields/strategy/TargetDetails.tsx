import {
  StrategySupport,
  targetOf,
} from '@airworthy/plugin-ml-deployment-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { MarkdownContent } from '@backstage/core-components';
import { Text } from '@backstage/ui';
import { mlFieldsTranslationRef } from '../translation';
import styles from './strategy.module.css';

interface Props {
  support: Exclude<StrategySupport, { support: 'none' }>;
}

/** How a platform does it, what that needs, and what to mind. */
export const TargetDetails = ({ support }: Props) => {
  const { t } = useTranslationRef(mlFieldsTranslationRef);
  const target = targetOf(support.target);
  const needs = [...target.needs, ...support.needs].map(({ product, since }) =>
    since ? `${product} ${since}` : product,
  );
  return (
    <div className={styles.details}>
      <Text as="p" variant="body-small">
        {target.summary}
      </Text>
      <dl className={styles.facts}>
        <dt>{t('strategy.how')}</dt>
        <dd>
          <MarkdownContent className={styles.markdown} content={support.how} />
        </dd>
        <dt>{t('strategy.needs')}</dt>
        <dd>{[...new Set(needs)].join(', ')}</dd>
        {support.caveats.length > 0 && (
          <>
            <dt>{t('strategy.mind')}</dt>
            <dd>
              <ul className={styles.list}>
                {support.caveats.map(caveat => (
                  <li key={caveat}>
                    <MarkdownContent
                      className={styles.markdown}
                      content={caveat}
                    />
                  </li>
                ))}
              </ul>
            </dd>
          </>
        )}
      </dl>
    </div>
  );
};
