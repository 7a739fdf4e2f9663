import { arcLine, Sector } from './geometry';
import { CENTRE, RADII } from './measures';
import { WheelPhase } from './wheelPhases';
import styles from './wheel.module.css';

const LETTER = 7.6;

interface Props {
  id: string;
  number: number;
  phase: WheelPhase;
  sector: Sector;
}

/** The name, as much of it as there is room for. */
function fit(text: string, room: number): string {
  const letters = [...text];
  const most = Math.max(Math.floor(room / LETTER), 3);
  return letters.length > most
    ? `${letters.slice(0, most - 1).join('')}…`
    : text;
}

/** A phase around its steps: its name, and how much of it is done. */
export const PhaseArc = ({ id, number, phase, sector }: Props) => {
  const { start, end } = sector;
  const middle = (start + end) / 2;
  // Text in the lower half runs the other way, so that it stands upright.
  const below = middle > 100 && middle < 260;
  const radius = RADII.phaseText + (below ? 9 : 0);
  const share = phase.steps.length ? phase.done / phase.steps.length : 0;
  const count = `${phase.done}/${phase.steps.length}`;
  const room = (((end - start) * Math.PI) / 180) * radius;
  const name = fit(
    `${number} ${phase.title}`,
    room - (count.length + 1) * LETTER,
  );
  return (
    <g aria-hidden>
      <path
        d={arcLine(CENTRE, RADII.phase, start, end)}
        className={styles.track}
      />
      {share > 0 && (
        <path
          d={arcLine(CENTRE, RADII.phase, start, start + (end - start) * share)}
          className={styles.progress}
        />
      )}
      <path
        id={id}
        d={
          below
            ? arcLine(CENTRE, radius, end, start)
            : arcLine(CENTRE, radius, start, end)
        }
        fill="none"
      />
      <text className={styles.phase}>
        <textPath href={`#${id}`} startOffset="50%" textAnchor="middle">
          {name}
          <tspan className={styles.count} dx="6">
            {count}
          </tspan>
        </textPath>
      </text>
    </g>
  );
};
