import { useMemo, useState } from 'react';
import {
  Capabilities,
  Rubric,
  RubricEntry,
  ScorecardResponse,
} from '@airworthy/plugin-ml-maturity-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Tab, TabList, TabPanel, Tabs } from '@backstage/ui';
import { AnswerDialog } from '../answer/AnswerDialog';
import { AssessmentView } from '../assessment/AssessmentView';
import { ChecksView } from '../checks/ChecksView';
import { HistoryView } from '../history/HistoryView';
import { useTemplates } from '../hooks/useTemplates';
import { SummaryView } from '../summary/SummaryView';
import { mlMaturityTranslationRef } from '../translation';
import { WaiverDialog } from '../waiver/WaiverDialog';
import { Maturity, MaturityContext } from './maturityContext';
import { MaturityHeader } from './MaturityHeader';
import { Notices } from './Notices';
import { TabState, VIEWS, View } from './tabState';
import { ChangeTab } from './useTabState';
import styles from './tab.module.css';

interface Props {
  card: ScorecardResponse;
  rubric: Rubric;
  rubrics: RubricEntry[];
  capabilities?: Capabilities;
  capabilitiesError?: Error;
  state: TabState;
  change: ChangeTab;
  reload: () => Promise<void>;
}

const CONTENT: Record<View, () => JSX.Element> = {
  overview: SummaryView,
  checks: ChecksView,
  history: HistoryView,
  assessment: AssessmentView,
};

/** The tab once everything is there. */
export const MaturityTab = (props: Props) => {
  const { card, rubric, rubrics, state, change, reload } = props;
  const { capabilities, capabilitiesError } = props;
  const { t } = useTranslationRef(mlMaturityTranslationRef);
  const [dialog, setDialog] = useState<{
    kind: 'answer' | 'waiver';
    checkId: string;
  }>();
  const templates = useTemplates(rubric);
  const maturity = useMemo<Maturity>(
    () => ({
      entityRef: card.entityRef,
      rubric,
      card,
      checks: new Map(rubric.checks.map(check => [check.id, check])),
      results: new Map(card.results.map(result => [result.checkId, result])),
      capabilities,
      capabilitiesError,
      templates,
      state,
      change,
      reload,
      onAnswer: checkId => setDialog({ kind: 'answer', checkId }),
      onWaive: checkId => setDialog({ kind: 'waiver', checkId }),
    }),
    [
      card,
      rubric,
      capabilities,
      capabilitiesError,
      templates,
      state,
      change,
      reload,
    ],
  );
  const check = dialog && maturity.checks.get(dialog.checkId);
  const close = () => setDialog(undefined);

  return (
    <MaturityContext.Provider value={maturity}>
      <div className={styles.root}>
        <MaturityHeader rubrics={rubrics} />
        <Notices />
        <Tabs
          className={styles.views}
          selectedKey={state.view}
          onSelectionChange={key =>
            key !== state.view &&
            change({
              view: VIEWS.find(view => view === key),
              check: undefined,
            })
          }
        >
          <TabList aria-label={t('views')}>
            {VIEWS.map(view => (
              <Tab key={view} id={view}>
                {t(`view.${view}`)}
              </Tab>
            ))}
          </TabList>
          {VIEWS.map(view => {
            const Content = CONTENT[view];
            return (
              <TabPanel key={view} id={view} className={styles.panel}>
                {state.view === view && <Content />}
              </TabPanel>
            );
          })}
        </Tabs>
        {check && dialog.kind === 'answer' && check.attestation && (
          <AnswerDialog check={check} onClose={close} />
        )}
        {check && dialog.kind === 'waiver' && (
          <WaiverDialog check={check} onClose={close} />
        )}
      </div>
    </MaturityContext.Provider>
  );
};
