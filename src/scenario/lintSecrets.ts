/** Nothing shown in play gives the case away, and nothing anywhere names a real company. */
import { expand, valueAt } from './paths.ts';
import type { Complaint, Path } from './source.ts';

/** What a player reads before the debrief, on lists and on the pager. */
const SHOWN_FIRST = [
  'callsign',
  'tease',
  'inherited.callsign',
  'inherited.tease',
  'inherited.note',
  'page.headline',
  'page.shipped',
  'page.reads',
  'page.cannot',
] as const;

/** Words too common to tell anything. */
const PLAIN_WORDS = new Set([
  'about',
  'after',
  'android',
  'before',
  'everyone',
  'everything',
  'from',
  'good',
  'home',
  'into',
  'more',
  'nothing',
  'other',
  'over',
  'page',
  'people',
  'save',
  'saves',
  'than',
  'that',
  'their',
  'them',
  'they',
  'this',
  'what',
  'when',
  'where',
  'which',
  'with',
  'without',
  'score',
  'metric',
]);

/** A small list, enough to catch a slip: platforms, clouds, shops and products an author may think of. */
const REAL_NAMES = [
  'pinterest',
  'google',
  'youtube',
  'facebook',
  'instagram',
  'meta platforms',
  'amazon',
  'aws',
  'netflix',
  'spotify',
  'tiktok',
  'bytedance',
  'twitter',
  'linkedin',
  'snapchat',
  'microsoft',
  'azure',
  'openai',
  'apple',
  'uber',
  'airbnb',
  'etsy',
  'booking.com',
  'slack',
  'discord',
  'atlassian',
  'cloudflare',
  'fastly',
  'akamai',
  'datadog',
  'grafana',
  'honeycomb',
  'statsig',
  'shopify',
  'reddit',
  'walmart',
  'alibaba',
  'tumblr',
  'houzz',
  'ikea',
] as const;
const REAL_NAME = new RegExp(
  `(?<![a-z0-9])(${REAL_NAMES.map((name) => name.replace('.', '\\.')).join('|')})(?![a-z0-9])`,
  'i',
);

/** The name of a real company or product in a text; null where there is none. */
export function realNameIn(text: string): string | null {
  return REAL_NAME.exec(text)?.[1] ?? null;
}

export function lintSecrets(data: unknown): Complaint[] {
  return [...leaks(data), ...realNames(data)];
}

/** The first six letters stand for a word: `truncation` gives `truncated` away. */
export const stem = (word: string): string => word.slice(0, 6);

/** Words of a text that tell something of it. */
export function tellingWords(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word.length >= 5 && !PLAIN_WORDS.has(word));
}

function leaks(data: unknown): Complaint[] {
  const secrets = new Map<string, string>();
  for (const pattern of ['title', 'id', 'concepts.*']) {
    for (const path of expand(data, pattern)) {
      for (const word of tellingWords(String(valueAt(data, path)))) secrets.set(stem(word), word);
    }
  }
  return SHOWN_FIRST.flatMap((pattern) =>
    expand(data, pattern).flatMap((path): Complaint[] => {
      const told = tellingWords(String(valueAt(data, path))).find((word) =>
        secrets.has(stem(word)),
      );
      return told === undefined
        ? []
        : [{ code: 'SCN043', path, found: `tells “${told}”, which title, id or concepts say too` }];
    }),
  );
}

function realNames(data: unknown): Complaint[] {
  const complaints: Complaint[] = [];
  const visit = (value: unknown, path: Path): void => {
    if (typeof value === 'string') {
      const name = realNameIn(value);
      if (name !== null) complaints.push({ code: 'SCN044', path, found: `names “${name}”` });
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, child] of Object.entries(value)) {
        visit(child, [...path, Array.isArray(value) ? Number(key) : key]);
      }
    }
  };
  visit(data, []);
  return complaints;
}
