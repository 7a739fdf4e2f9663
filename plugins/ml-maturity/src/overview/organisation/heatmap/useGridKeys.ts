import { KeyboardEvent, useCallback, useState } from 'react';

interface Place {
  row: number;
  column: number;
}

const STEPS: Readonly<Record<string, [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

const clamp = (value: number, size: number) =>
  Math.min(Math.max(value, 0), size - 1);

/**
 * Moves between the cells of a table by arrow keys, Home and End; one cell at
 * a time is in the tab order. Cells carry `data-cell="row:column"`.
 */
export function useGridKeys(rows: number, columns: number) {
  const [place, setPlace] = useState<Place>({ row: 0, column: 0 });
  const current = {
    row: clamp(place.row, rows),
    column: clamp(place.column, columns),
  };

  const onKeyDown = useCallback(
    (event: KeyboardEvent<HTMLElement>) => {
      const cell = (event.target as HTMLElement).dataset.cell;
      if (!cell) return;
      const [row, column] = cell.split(':').map(Number);
      const step = STEPS[event.key];
      let next: Place | undefined;
      if (step) {
        next = {
          row: clamp(row + step[0], rows),
          column: clamp(column + step[1], columns),
        };
      } else if (event.key === 'Home') {
        next = { row: event.ctrlKey ? 0 : row, column: 0 };
      } else if (event.key === 'End') {
        next = { row: event.ctrlKey ? rows - 1 : row, column: columns - 1 };
      }
      if (!next) return;
      event.preventDefault();
      setPlace(next);
      event.currentTarget
        .querySelector<HTMLElement>(`[data-cell="${next.row}:${next.column}"]`)
        ?.focus();
    },
    [rows, columns],
  );

  const cellProps = (row: number, column: number) => ({
    'data-cell': `${row}:${column}`,
    tabIndex: row === current.row && column === current.column ? 0 : -1,
    onFocus: () => setPlace({ row, column }),
  });
  return { onKeyDown, cellProps };
}
