/** Every few items, counted from the end, so that the newest is always there. */
export function thin<T>(items: readonly T[], most: number): T[] {
  const stride = Math.max(Math.ceil(items.length / most), 1);
  return items.filter((_, i) => (items.length - 1 - i) % stride === 0);
}
