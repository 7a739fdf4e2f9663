import { useRef, useState } from 'react';
import { Rubric, WhatIfResponse } from '@airworthy/plugin-ml-maturity-common';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import {
  Alert,
  Button,
  Text,
  ToggleButton,
  ToggleButtonGroup,
} from '@backstage/ui';
import { messageOf } from '../../../answer/problems';
import { mlMaturityApiRef } from '../../../api/mlMaturityApiRef';
import { mlMaturityOverviewTranslationRef } from '../../translation';
import { FileButton } from './FileButton';
import { WhatIfOutcome } from './WhatIfOutcome';
import { WhatIfProblems } from './WhatIfProblems';
import { goToLine } from './goToLine';
import { rubricText } from './rubricText';
import styles from '../rubric.module.css';

type Form = 'patch' | 'document';

/** Tries an edited rubric: who would rise or fall, or what is wrong with it. */
export const WhatIfPanel = ({ rubric }: { rubric: Rubric }) => {
  const { t } = useTranslationRef(mlMaturityOverviewTranslationRef);
  const api = useApi(mlMaturityApiRef);
  const [form, setForm] = useState<Form>('patch');
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [result, setResult] = useState<WhatIfResponse>();
  const area = useRef<HTMLTextAreaElement>(null);

  const put = (next: string) => {
    setText(next);
    setProblem(undefined);
    setResult(undefined);
  };
  const run = async () => {
    setResult(undefined);
    if (!text.trim()) {
      setProblem(t('whatIf.empty'));
      return;
    }
    setProblem(undefined);
    setBusy(true);
    try {
      setResult(
        await api.whatIf({
          rubric: rubric.metadata.id,
          ...(form === 'patch' ? { patch: text } : { document: text }),
        }),
      );
    } catch (error) {
      setProblem(messageOf(error));
    } finally {
      setBusy(false);
    }
  };

  return (
    <section aria-label={t('whatIf.title')}>
      <EntityInfoCard title={t('whatIf.title')}>
        <div className={styles.column}>
          <Text as="p" color="secondary">
            {t('whatIf.about')}
          </Text>
          <div className={styles.toolbar}>
            <ToggleButtonGroup
              aria-label={t('whatIf.form')}
              selectionMode="single"
              disallowEmptySelection
              selectedKeys={[form]}
              onSelectionChange={keys => {
                setForm(keys.has('document') ? 'document' : 'patch');
                setResult(undefined);
              }}
            >
              <ToggleButton id="patch">{t('whatIf.patch')}</ToggleButton>
              <ToggleButton id="document">{t('whatIf.document')}</ToggleButton>
            </ToggleButtonGroup>
            <FileButton
              label={t('whatIf.file')}
              onText={put}
              onProblem={setProblem}
            />
            <Button
              variant="secondary"
              onPress={() => {
                setForm('document');
                put(rubricText(rubric));
              }}
            >
              {t('whatIf.current')}
            </Button>
          </div>
          <label className={styles.field}>
            <span>{t('whatIf.text')}</span>
            <span className={styles.hint}>
              {t(
                form === 'patch' ? 'whatIf.patchAbout' : 'whatIf.documentAbout',
              )}
            </span>
            <textarea
              ref={area}
              className={styles.editor}
              rows={14}
              spellCheck={false}
              wrap="off"
              value={text}
              onChange={event => put(event.target.value)}
            />
          </label>
          <div>
            <Button isPending={busy} onPress={run}>
              {t('whatIf.run')}
            </Button>
          </div>
          {problem && (
            <Alert
              role="alert"
              status="danger"
              icon
              title={t('whatIf.failed')}
              description={problem}
            />
          )}
          <div aria-live="polite">
            {result && !result.valid && (
              <WhatIfProblems
                problems={result.problems}
                onLine={(line, column) =>
                  area.current && goToLine(area.current, line, column)
                }
              />
            )}
            {result?.valid && <WhatIfOutcome result={result} rubric={rubric} />}
          </div>
        </div>
      </EntityInfoCard>
    </section>
  );
};
