/** A media query as state. */
import { useEffect, useState } from 'preact/hooks';

export const NARROW = '(max-width: 900px)';
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
