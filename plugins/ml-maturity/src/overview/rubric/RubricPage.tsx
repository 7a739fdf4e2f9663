import { useLoad } from '@airworthy/plugin-ml-models-react';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Alert,
  Container,
  Flex,
  Select,
  Skeleton,
  Tab,
  TabList,
  TabPanel,
  Tabs,
  Text,
} from '@backstage/ui';
import { formatRubricProblem } from '@airworthy/plugin-ml-maturity-common';
import { mlMaturityApiRef } from '../../api/mlMaturityApiRef';
import { formatDistance } from '../../format/time';
import { LoadFailure } from '../../tab/LoadFailure';
import { Panel } from '../panel/Panel';
import { RUBRIC_VIEWS } from '../state/overviewState';
import { useOverviewState } from '../state/useOverviewState';
import { mlMaturityOverviewTranslationRef } from '../translation';
import { useRubrics } from '../useRubrics';
import { CoverageList } from './checks/CoverageList';
import { WhatIfPanel } from './whatif/WhatIfPanel';
import pageStyles from '../organisation/organisation.module.css';
import styles from './rubric.module.css';

/** The rubric in force with how the organisation does in it, and a trial of an edited one. */
export const RubricPage = () => {
  const { t } = useTranslationRef(mlMaturityOverviewTranslationRef);
  const api = useApi(mlMaturityApiRef);
  const [state, change] = useOverviewState();
  const rubrics = useRubrics(state.rubric);
  const id = rubrics.rubric?.metadata.id ?? state.rubric;
  const entry = rubrics.items.find(
    ({ rubric }) => rubric.metadata.id === rubrics.rubric?.metadata.id,
  );
  const loaded = useLoad(id, signal => api.getRubric(id!, { signal }));

  if (rubrics.error) {
    return (
      <Container>
        <LoadFailure
          title={t('unread', { what: t('tabs.rubric') })}
          error={rubrics.error}
          onRetry={rubrics.reload}
        />
      </Container>
    );
  }
  return (
    <Container>
      <div className={pageStyles.root}>
        {entry ? (
          <header className={styles.header}>
            <div className={styles.about}>
              <Flex align="baseline" gap="2" style={{ flexWrap: 'wrap' }}>
                <Text as="h2" variant="title-small" weight="bold">
                  {entry.rubric.metadata.title}
                </Text>
                <Text variant="body-small" color="secondary">
                  {t('rubric.version', {
                    version: entry.rubric.metadata.version,
                  })}{' '}
                  · {t('rubric.source', { source: entry.source })} ·{' '}
                  {t('rubric.loaded', { when: formatDistance(entry.loadedAt) })}
                </Text>
              </Flex>
              <Text as="p" color="secondary">
                {entry.rubric.metadata.description}
              </Text>
            </div>
            {rubrics.items.length > 1 && (
              <Select
                aria-label={t('filter.rubric')}
                options={rubrics.items.map(({ rubric: { metadata } }) => ({
                  value: metadata.id,
                  label: metadata.title,
                }))}
                value={entry.rubric.metadata.id}
                onChange={key => change({ rubric: String(key) })}
                className={styles.select}
              />
            )}
          </header>
        ) : (
          <Skeleton height={64} />
        )}
        {entry && entry.problems.length > 0 && (
          <Alert
            status="warning"
            icon
            title={t('rubric.problems', { count: entry.problems.length })}
            description={
              <ul className={styles.problems}>
                {entry.problems.map(problem => (
                  <li key={formatRubricProblem(problem)}>
                    {formatRubricProblem(problem)}
                  </li>
                ))}
              </ul>
            }
          />
        )}
        <Tabs
          selectedKey={state.view}
          onSelectionChange={key =>
            key !== state.view &&
            change({ view: RUBRIC_VIEWS.find(view => view === key) })
          }
        >
          <TabList aria-label={t('rubric.views')}>
            {RUBRIC_VIEWS.map(view => (
              <Tab key={view} id={view}>
                {t(`rubric.view.${view}`)}
              </Tab>
            ))}
          </TabList>
          <TabPanel id="checks" className={styles.view}>
            <Panel title={t('rubric.checks')} loaded={loaded} height={480}>
              {detail => <CoverageList detail={detail} state={state} />}
            </Panel>
          </TabPanel>
          <TabPanel id="what-if" className={styles.view}>
            {entry && <WhatIfPanel key={id} rubric={entry.rubric} />}
          </TabPanel>
        </Tabs>
      </div>
    </Container>
  );
};
