import {
  StrategySupport,
  targetOf,
} from '@airworthy/plugin-ml-deployment-common';
import {
  Accordion,
  AccordionGroup,
  AccordionPanel,
  AccordionTrigger,
} from '@backstage/ui';
import { SupportDetails } from './SupportDetails';
import { SupportMark } from './SupportMark';
import styles from './support.module.css';

/** The targets of a strategy, each with how it carries it out or why it does not. */
export const SupportList = (props: { pairs: readonly StrategySupport[] }) => (
  <AccordionGroup allowsMultiple>
    {props.pairs.map(pair => (
      <Accordion key={pair.target}>
        <AccordionTrigger>
          <span className={styles.trigger}>
            <span className={styles.name}>{targetOf(pair.target).title}</span>
            <SupportMark support={pair.support} />
          </span>
        </AccordionTrigger>
        <AccordionPanel>
          <SupportDetails pair={pair} />
        </AccordionPanel>
      </Accordion>
    ))}
  </AccordionGroup>
);
