import { useEffect, useId, useRef } from 'react';
import {
  STRATEGIES,
  StrategySupport,
  TARGETS,
  strategyOf,
  supportFor,
  targetOf,
} from '@airworthy/plugin-ml-deployment-common';
import {
  useAppSearchParams,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { Panel } from '../../shared/panel/Panel';
import { SupportDetails } from '../support/SupportDetails';
import { SupportMark } from '../support/SupportMark';
import { mlStrategiesTranslationRef } from '../translation';
import styles from './targets.module.css';

const PAIR = 'pair';
const keyOf = ({ strategy, target }: StrategySupport) =>
  `${strategy}.${target}`;

function pairOf(key: string | null): StrategySupport | undefined {
  return STRATEGIES.flatMap(({ type }) =>
    TARGETS.map(({ id }) => supportFor(type, id)),
  ).find(pair => keyOf(pair) === key);
}

/** Strategies against targets; the pair that is chosen is explained below. */
export const SupportMatrix = () => {
  const { t } = useTranslationRef(mlStrategiesTranslationRef);
  const [params, setParams] = useAppSearchParams();
  const detailsId = useId();
  const details = useRef<HTMLDivElement>(null);
  const chosen = pairOf(params.get(PAIR));
  const key = chosen && keyOf(chosen);
  // On a narrow screen the matrix is long: what was chosen comes into view.
  useEffect(() => {
    if (key) details.current?.scrollIntoView?.({ block: 'nearest' });
  }, [key]);
  const titleOf = (pair: StrategySupport) => ({
    strategy: strategyOf(pair.strategy).title,
    target: targetOf(pair.target).title,
  });
  return (
    <>
      <table className={styles.matrix}>
        <caption className={styles.caption}>{t('targets.matrix')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('targets.strategy')}</th>
            {TARGETS.map(({ id, title }) => (
              <th key={id} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {STRATEGIES.map(({ type, title }) => (
            <tr key={type}>
              <th scope="row">{title}</th>
              {TARGETS.map(({ id, title: target }) => {
                const pair = supportFor(type, id);
                const isChosen = key === keyOf(pair);
                return (
                  <td key={id}>
                    <button
                      type="button"
                      className={styles.cell}
                      aria-pressed={isChosen}
                      aria-controls={detailsId}
                      aria-label={t('targets.pairOf', {
                        ...titleOf(pair),
                        support: t(`support.${pair.support}`),
                      })}
                      onClick={() =>
                        setParams(isChosen ? {} : { [PAIR]: keyOf(pair) }, {
                          replace: true,
                        })
                      }
                    >
                      <span className={styles.target} aria-hidden>
                        {target}
                      </span>
                      <SupportMark support={pair.support} />
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <div id={detailsId} ref={details} aria-live="polite">
        {chosen ? (
          <Panel
            title={t('targets.pair', titleOf(chosen))}
            aside={<SupportMark support={chosen.support} />}
          >
            <SupportDetails pair={chosen} />
          </Panel>
        ) : (
          <Text as="p" color="secondary">
            {t('targets.pick')}
          </Text>
        )}
      </div>
    </>
  );
};
