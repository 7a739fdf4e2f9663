import { MarkdownContent } from '@backstage/core-components';
import { safeHref } from '@airworthy/plugin-ml-models-react';
import styles from './tab.module.css';

/** Markdown of a rubric. Links lead to the web or nowhere. */
export const SafeMarkdown = ({ content }: { content: string }) => (
  <div dir="auto" className={styles.markdown}>
    <MarkdownContent
      content={content}
      // The renderer's own guard throws on a script address, and would take
      // the whole page with it.
      transformLinkUri={href => safeHref(href) ?? ''}
      // A picture from anywhere would tell its host who reads the rubric.
      transformImageUri={() => 'data:,'}
    />
  </div>
);
