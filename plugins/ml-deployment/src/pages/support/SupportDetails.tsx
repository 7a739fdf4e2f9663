import {
  ProductVersion,
  StrategySupport,
  targetOf,
} from '@airworthy/plugin-ml-deployment-common';
import { ExternalLink } from '@airworthy/plugin-ml-models-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { CodeText } from '../../shared/CodeText';
import { mlStrategiesTranslationRef } from '../translation';
import styles from './support.module.css';

/** Products with the versions that are needed. */
export const ProductList = (props: { products: readonly ProductVersion[] }) => {
  const { t } = useTranslationRef(mlStrategiesTranslationRef);
  return (
    <>
      {props.products
        .map(({ product, since }) =>
          since ? t('support.since', { product, since }) : product,
        )
        .join(', ')}
    </>
  );
};

/** How a target carries a strategy out, or why it does not. */
export const SupportDetails = ({ pair }: { pair: StrategySupport }) => {
  const { t } = useTranslationRef(mlStrategiesTranslationRef);
  const { needs: own } = targetOf(pair.target);
  return (
    <dl className={styles.details}>
      {pair.support === 'none' ? (
        <>
          <dt>{t('support.why')}</dt>
          <dd>
            <CodeText text={pair.reason} />
          </dd>
          {pair.instead.length > 0 && (
            <>
              <dt>{t('support.instead')}</dt>
              <dd>{pair.instead.map(id => targetOf(id).title).join('; ')}</dd>
            </>
          )}
        </>
      ) : (
        <>
          <dt>{t('support.how')}</dt>
          <dd>
            <CodeText text={pair.how} />
          </dd>
          <dt>{t('support.needs')}</dt>
          <dd>
            <ProductList products={[...own, ...pair.needs]} />
          </dd>
          {pair.caveats.length > 0 && (
            <>
              <dt>{t('support.caveats')}</dt>
              <dd>
                <ul className={styles.caveats}>
                  {pair.caveats.map(text => (
                    <li key={text}>
                      <CodeText text={text} />
                    </li>
                  ))}
                </ul>
              </dd>
            </>
          )}
        </>
      )}
      <dt>{t('support.sources')}</dt>
      <dd className={styles.sources}>
        {pair.sources.map(({ title, url }) => (
          <ExternalLink key={url} href={url}>
            {title}
          </ExternalLink>
        ))}
      </dd>
    </dl>
  );
};
