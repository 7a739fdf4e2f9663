import { Suspense, lazy } from 'react';
import { ErrorBoundary } from '@backstage/core-components';
import {
  useAppNavigate,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Tab, TabList, TabPanel, Tabs, Text } from '@backstage/ui';
import { LoadingBlocks } from '../shared/load/LoadingBlocks';
import type {
  MonitoringPage,
  MonitoringPlace,
} from '../shared/monitoringPaths';
import { mlMonitoringTranslationRef } from '../translation';
import { useMonitoring } from './monitoringContext';
import { PlaceLink } from './PlaceLink';
import { CauseBanner } from './cause/CauseBanner';
import styles from './tab.module.css';

const CONTENT: Record<
  MonitoringPage,
  React.ComponentType<{ place: MonitoringPlace }>
> = {
  overview: lazy(() => import('../overview/OverviewPage')),
  service: lazy(() => import('../service/ServicePage')),
  data: lazy(() => import('../data/DataPage')),
  model: lazy(() => import('../model/ModelPage')),
  rollout: lazy(() => import('../rollout/RolloutPage')),
  setup: lazy(() => import('../setup/SetupPage')),
};

const TABS = ['overview', 'service', 'data', 'model', 'rollout'] as const;

/** The sub-pages of the tab. */
export const MonitoringTabs = ({ place }: { place?: MonitoringPlace }) => {
  const { t } = useTranslationRef(mlMonitoringTranslationRef);
  const { hrefOf } = useMonitoring();
  const navigate = useAppNavigate();
  if (!place) {
    return (
      <Text as="p" color="secondary">
        {t('noPage')}{' '}
        <PlaceLink place={{ page: 'overview' }}>{t('page.overview')}</PlaceLink>
      </Text>
    );
  }
  const pages: MonitoringPage[] =
    place.page === 'setup' ? [...TABS, 'setup'] : [...TABS];
  return (
    <Tabs
      className={styles.pages}
      selectedKey={place.page}
      onSelectionChange={key => {
        const page = pages.find(name => name === key);
        if (page && (page !== place.page || place.feature !== undefined)) {
          navigate(hrefOf({ page }));
        }
      }}
    >
      <TabList aria-label={t('pages')}>
        {pages.map(page => (
          <Tab key={page} id={page}>
            {t(`page.${page}`)}
          </Tab>
        ))}
      </TabList>
      {pages.map(page => {
        const Content = CONTENT[page];
        return (
          <TabPanel key={page} id={page} className={styles.page}>
            {place.page === page && (
              <Suspense fallback={<LoadingBlocks heights={[320, 320]} />}>
                <CauseBanner />
                <ErrorBoundary>
                  <Content place={place} />
                </ErrorBoundary>
              </Suspense>
            )}
          </TabPanel>
        );
      })}
    </Tabs>
  );
};
