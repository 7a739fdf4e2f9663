const QUANTITY =
  /^(\d+|\d+\.\d*|\.\d+)(?:([KMGTPE]i)|([numkMGTPE])|[eE]([+-]?\d{1,2}))?$/;

const BINARY = ['Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];
const DECIMAL: Record<string, number> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
};

/**
 * The number that a quantity of Kubernetes stands for, such as 0.5 for `500m`;
 * undefined where it is not a quantity, or below 0.
 */
export function parseQuantity(text: string): number | undefined {
  const match = QUANTITY.exec(text);
  if (!match) return undefined;
  const [, digits, binary, decimal, exponent] = match;
  const value = Number(digits);
  if (binary) return value * 1024 ** (BINARY.indexOf(binary) + 1);
  if (decimal) return value * DECIMAL[decimal];
  return exponent ? value * 10 ** Number(exponent) : value;
}
