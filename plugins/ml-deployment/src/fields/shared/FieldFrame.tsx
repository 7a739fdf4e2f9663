import { KeyboardEvent, ReactNode, useId } from 'react';
import { MarkdownContent } from '@backstage/core-components';
import { BgProvider, Text } from '@backstage/ui';
import styles from './shared.module.css';

interface Props {
  title: string;
  description?: string;
  isRequired?: boolean;
  /** Whether it is one control, whose label the name is, rather than a part of the form. */
  isSimple?: boolean;
  /** Id of the form's element; the form puts its errors below the field. */
  formId?: string;
  children: ReactNode;
}

/* Enter in a search or number box would send the whole form; some boxes let nobody above them know. */
function keepForm(event: KeyboardEvent) {
  if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
    event.preventDefault();
  }
}

/** A field of many controls, with its name and what it is for above them. */
export const FieldFrame = (props: Props) => {
  const { title, description, isRequired, isSimple, formId, children } = props;
  const id = useId();
  return (
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      role="group"
      aria-labelledby={`${id}-title`}
      aria-describedby={[
        ...(description ? [`${id}-description`] : []),
        ...(formId ? [`${formId}__error`] : []),
      ].join(' ')}
      className={styles.frame}
      onKeyDownCapture={keepForm}
    >
      <div>
        <Text
          as="div"
          variant={isSimple ? 'body-small' : 'body-large'}
          weight={isSimple ? 'regular' : 'bold'}
          id={`${id}-title`}
        >
          {title}
          {isRequired && <span aria-hidden> *</span>}
        </Text>
        {description && (
          <div id={`${id}-description`} className={styles.description}>
            <MarkdownContent content={description} linkTarget="_blank" />
          </div>
        )}
      </div>
      {/* The paper of the form, so that boxes stand out from it. */}
      <BgProvider bg="neutral-1">{children}</BgProvider>
    </div>
  );
};
