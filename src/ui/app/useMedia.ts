/** A media query as state. */
import { useEffect, useState } from 'preact/hooks';

export const NARROW = '(max-width: 900px)';
/** Too narrow for three columns of a desk: one thing at a time, as on a phone. */
export const POCKET = '(max-width: 1260px)';
/** A pocket with room for the crowd: a tablet, not a phone. */
export const ROOMY = '(min-width: 700px)';
export const CALM = '(prefers-reduced-motion: reduce)';

export const useMedia = (query: string): boolean => {
  const [matches, setMatches] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const list = matchMedia(query);
    const follow = (): void => setMatches(list.matches);
    list.addEventListener('change', follow);
    follow();
    return () => list.removeEventListener('change', follow);
  }, [query]);
  return matches;
};
