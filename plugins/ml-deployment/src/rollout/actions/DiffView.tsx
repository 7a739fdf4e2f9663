import { Fragment } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text, VisuallyHidden } from '@backstage/ui';
import { mlRolloutTranslationRef } from '../translation';
import { DiffFile, DiffLine, diffFiles } from './diffLines';
import styles from './diff.module.css';

const SIGNS: Record<DiffLine['kind'], string> = {
  plus: '+',
  minus: '−',
  same: ' ',
};

const FileChange = ({ file }: { file: DiffFile }) => {
  const { t } = useTranslationRef(mlRolloutTranslationRef);
  const titles = {
    changed: t('diff.file', { file: file.path }),
    added: t('diff.added', { file: file.path }),
    removed: t('diff.removed', { file: file.path }),
  };
  return (
    <figure className={styles.file}>
      <figcaption className={styles.name}>{titles[file.kind]}</figcaption>
      <div
        className={styles.scroll}
        // A long line is reached by the keyboard, too.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        role="group"
        aria-label={titles[file.kind]}
      >
        <code className={styles.code}>
          {file.hunks.map(({ from, lines }, i) => (
            <Fragment key={from}>
              {(i > 0 || from > 1) && (
                <div className={styles.gap}>
                  {t('diff.lines', { line: String(from) })}
                </div>
              )}
              {lines.map(({ kind, text }, j) => (
                <div key={j} className={styles.line} data-kind={kind}>
                  <span className={styles.sign} aria-hidden>
                    {SIGNS[kind]}
                  </span>
                  {kind !== 'same' && (
                    <VisuallyHidden>{t(`diff.${kind}`)} </VisuallyHidden>
                  )}
                  <span>{text || ' '}</span>
                </div>
              ))}
            </Fragment>
          ))}
        </code>
      </div>
    </figure>
  );
};

/** A unified diff, line by line. */
export const DiffView = ({ diff }: { diff: string }) => {
  const { t } = useTranslationRef(mlRolloutTranslationRef);
  const files = diffFiles(diff);
  if (!files) {
    return (
      <div>
        <Text as="p" variant="body-small" color="secondary">
          {t('diff.plain')}
        </Text>
        <pre className={styles.plain}>{diff}</pre>
      </div>
    );
  }
  return (
    <div className={styles.files}>
      {files.map(file => (
        <FileChange key={file.path} file={file} />
      ))}
    </div>
  );
};
