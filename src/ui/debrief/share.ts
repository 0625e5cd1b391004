/** A probability as a reader takes it: no reading makes anything certain. */
export const percent = (share: number): string => {
  if (share > 0.995 && share < 1) return '> 99 %';
  if (share < 0.005 && share > 0) return '< 1 %';
  return `${Math.round(100 * share)} %`;
};
