import { CHECK_STATES } from '../status/looks';
import { StateLabel } from '../status/StateLabel';
import { WheelPhase } from './wheelPhases';
import styles from './list.module.css';

/** What the states of the wheel look like; only those that it shows. */
export const WheelLegend = ({ phases }: { phases: WheelPhase[] }) => {
  const shown = new Set(
    phases.flatMap(({ steps }) => steps.map(({ state }) => state)),
  );
  return (
    <ul className={styles.legend}>
      {CHECK_STATES.filter(state => shown.has(state)).map(state => (
        <li key={state}>
          <StateLabel state={state} />
        </li>
      ))}
    </ul>
  );
};
