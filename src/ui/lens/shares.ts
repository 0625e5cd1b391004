/** A share of impressions as the pipeline writes it: `6.2 %`, `31 %`. */
export const share = (part: number): string => `${(100 * part).toFixed(part < 0.0995 ? 1 : 0)} %`;
