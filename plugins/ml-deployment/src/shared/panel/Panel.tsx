import { ReactNode, useId } from 'react';
import { Box, Text } from '@backstage/ui';
import styles from './panel.module.css';

interface Props {
  title: ReactNode;
  /** What it is about, in a sentence. */
  about?: ReactNode;
  /** Controls beside the title. */
  aside?: ReactNode;
  children: ReactNode;
}

/** A part of a page. */
export const Panel = ({ title, about, aside, children }: Props) => {
  const id = useId();
  return (
    <Box
      as="section"
      bg="neutral"
      aria-labelledby={id}
      className={styles.panel}
    >
      <div className={styles.head}>
        <div className={styles.titles}>
          <Text as="h3" variant="title-x-small" weight="bold" id={id}>
            {title}
          </Text>
          {about && (
            <Text as="p" variant="body-small" color="secondary">
              {about}
            </Text>
          )}
        </div>
        {aside && <div className={styles.aside}>{aside}</div>}
      </div>
      {children}
    </Box>
  );
};
