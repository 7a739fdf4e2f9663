import { ReactNode, useId, useState } from 'react';
import { Flex, Text } from '@backstage/ui';
import { CsvButton } from './CsvButton';
import { FigureForm, FormSwitch } from './FormSwitch';
import styles from './charts.module.css';

/** Properties of {@link Figure}. @public */
export interface FigureProps {
  title: ReactNode;
  /** What the picture shows, in a sentence, for those who do not see it. */
  description: string;
  chart: ReactNode;
  /** The same figures as a table. */
  table: ReactNode;
  /** More controls beside the switch. */
  actions?: ReactNode;
  /** The same figures as a file. */
  csv?: FigureFile;
  /** Whether the picture is a control itself, such as one that answers to keys. */
  isInteractive?: boolean;
  /** Shows the switch as signs alone. */
  isCompact?: boolean;
}

/** Figures to download. @public */
export interface FigureFile {
  /** Without its ending. */
  fileName: string;
  /** Made when it is asked for. */
  text: () => string;
}

/** A chart with a switch to the same figures as a table. @public */
export const Figure = (props: FigureProps) => {
  const { title, description, chart, table, actions, csv } = props;
  const [form, setForm] = useState<FigureForm>('picture');
  const titleId = useId();
  return (
    <figure
      className={`${styles.root} ${styles.palette}`}
      aria-labelledby={titleId}
    >
      <figcaption className={styles.caption}>
        <Text as="h4" variant="body-medium" weight="bold" id={titleId}>
          {title}
        </Text>
        <Flex align="end" gap="2" className={styles.actions}>
          {actions}
          <FormSwitch
            form={form}
            onChange={setForm}
            isCompact={props.isCompact}
          />
          {csv && <CsvButton {...csv} />}
        </Flex>
      </figcaption>
      {form === 'picture' ? (
        <div
          role={props.isInteractive ? undefined : 'img'}
          aria-label={props.isInteractive ? undefined : description}
        >
          {chart}
        </div>
      ) : (
        table
      )}
    </figure>
  );
};
