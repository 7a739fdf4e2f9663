import { useId } from 'react';
import { ANNOTATION_EDIT_URL } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { safeHref } from '@airworthy/plugin-ml-models-react';
import { Button, ButtonLink, Text } from '@backstage/ui';
import { RiCheckLine, RiEditLine, RiFileCopyLine } from '@remixicon/react';
import { mlSetupTranslationRef } from '../translation';
import { CheckedText } from './checkMonitoringText';
import { useCopy } from './useCopy';
import styles from '../setup.module.css';

interface Props {
  text: string;
  proposal?: string;
  checked: CheckedText;
  onChange: (text: string) => void;
}

const ROWS = 22;

/** The text that would be in the entity, with what is wrong with it. */
export const MonitoringEditor = (props: Props) => {
  const { text, proposal, checked, onChange } = props;
  const { t } = useTranslationRef(mlSetupTranslationRef);
  const { entity } = useEntity();
  const { state, copy } = useCopy();
  const problemsId = useId();
  const editUrl = safeHref(entity.metadata.annotations?.[ANNOTATION_EDIT_URL]);
  const { problems } = checked;

  return (
    <EntityInfoCard title={t('editor.title')}>
      <div className={styles.column}>
        <label className={styles.field}>
          <span>{t('editor.label')}</span>
          <Text variant="body-small" color="secondary">
            {t('editor.hint')}
          </Text>
          <textarea
            className={styles.editor}
            rows={ROWS}
            spellCheck={false}
            wrap="off"
            value={text}
            aria-invalid={problems.length > 0}
            aria-describedby={problemsId}
            onChange={event => onChange(event.target.value)}
          />
        </label>
        <div id={problemsId} aria-live="polite">
          {problems.length === 0 && (
            <Text as="p" variant="body-small" color="secondary">
              {t('editor.valid')}
            </Text>
          )}
          {problems.length > 0 && (
            <>
              <Text as="p" variant="body-small" weight="bold" color="danger">
                {t('editor.problems')}
              </Text>
              <ul className={styles.problems}>
                {'notYaml' in checked && checked.notYaml ? (
                  <li>{t('editor.notYaml', { message: checked.notYaml })}</li>
                ) : (
                  problems.map(({ field, expected }) => (
                    <li key={`${field} ${expected}`}>
                      {t('editor.problem', { field, expected })}
                    </li>
                  ))
                )}
              </ul>
            </>
          )}
        </div>
        <div className={styles.buttons}>
          <Button
            variant="secondary"
            iconStart={
              state === 'copied' ? (
                <RiCheckLine aria-hidden />
              ) : (
                <RiFileCopyLine aria-hidden />
              )
            }
            isDisabled={problems.length > 0}
            onPress={() => copy(text)}
          >
            {state === 'copied' ? t('editor.copied') : t('editor.copy')}
          </Button>
          {editUrl && (
            <ButtonLink
              variant="secondary"
              href={editUrl}
              target="_blank"
              rel="noopener noreferrer"
              iconStart={<RiEditLine aria-hidden />}
            >
              {t('editor.edit')}
            </ButtonLink>
          )}
          {proposal !== undefined && proposal !== text && (
            <Button variant="tertiary" onPress={() => onChange(proposal)}>
              {t('editor.reset')}
            </Button>
          )}
        </div>
        {state === 'failed' && (
          <Text as="p" variant="body-small" color="danger">
            {t('editor.copyFailed')}
          </Text>
        )}
      </div>
    </EntityInfoCard>
  );
};
