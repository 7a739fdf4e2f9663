import { storyAt } from './story';

describe('storyAt', () => {
  // A Wednesday.
  const story = storyAt(Date.parse('2026-11-25T03:14:15.926Z'));

  it('begins at a midnight, with the baseline before', () => {
    expect(story.now).toBe(`TIMESTAMP '2026-11-25 03:14:15.926'`);
    expect(story.from).toBe(`TIMESTAMP '2026-10-11 00:00:00.000'`);
    expect(story.baselineFrom).toBe(`TIMESTAMP '2026-09-11 00:00:00.000'`);
  });

  it('hangs its moments on the Monday of the week', () => {
    const friday = `TIMESTAMP '2026-11-20 14:00:00.000'`;
    expect(story.before(3, 14)).toBe(friday);
    expect(storyAt(Date.parse('2026-11-23T00:00:00Z')).before(3, 14)).toBe(
      friday,
    );
    expect(storyAt(Date.parse('2026-11-29T23:59:59Z')).before(3, 14)).toBe(
      friday,
    );
  });

  it('has every week that the log touches', () => {
    expect(story.weeks.map(week => week.name)).toEqual([
      '2026-10-05',
      '2026-10-12',
      '2026-10-19',
      '2026-10-26',
      '2026-11-02',
      '2026-11-09',
      '2026-11-16',
      '2026-11-23',
    ]);
  });
});
