import { STRATEGIES } from '@airworthy/plugin-ml-deployment-common';
import {
  useAppLocation,
  useRouteRef,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Container, Link, Text } from '@backstage/ui';
import { advisorRouteRef, strategiesRouteRef } from '../../routes';
import { mlStrategiesTranslationRef } from '../translation';
import { StrategyCard } from './StrategyCard';
import { StrategyDetail } from './StrategyDetail';
import pageStyles from '../page.module.css';
import styles from './strategies.module.css';

const AllStrategies = ({ base }: { base: string }) => {
  const { t } = useTranslationRef(mlStrategiesTranslationRef);
  const advisor = useRouteRef(advisorRouteRef)?.();
  return (
    <>
      <div className={pageStyles.intro}>
        <Text as="p" color="secondary">
          {t('strategies.about')}
        </Text>
        {advisor && (
          <Link href={advisor} standalone className={pageStyles.link}>
            {t('strategies.ask')}
          </Link>
        )}
      </div>
      <ul className={styles.cards}>
        {STRATEGIES.map(strategy => (
          <StrategyCard
            key={strategy.type}
            strategy={strategy}
            href={`${base}/${strategy.type}`}
          />
        ))}
      </ul>
    </>
  );
};

/** The strategies, or the one that the address names. */
export const StrategiesPage = () => {
  const { t } = useTranslationRef(mlStrategiesTranslationRef);
  const base = useRouteRef(strategiesRouteRef)?.() ?? '';
  const { pathname } = useAppLocation();
  const [type] = pathname.slice(base.length).split('/').filter(Boolean);
  const strategy = STRATEGIES.find(known => known.type === type);
  return (
    <Container>
      <div className={pageStyles.root}>
        {type && (
          <div>
            <Link href={base} standalone className={pageStyles.link}>
              ← {t('strategies.all')}
            </Link>
          </div>
        )}
        {strategy && <StrategyDetail key={type} strategy={strategy} />}
        {type && !strategy && (
          <Text as="p">{t('strategies.none', { type })}</Text>
        )}
        {!type && <AllStrategies base={base} />}
      </div>
    </Container>
  );
};
