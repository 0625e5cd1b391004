/** Settings, inputs and scales of the ranker. */
import { FEATURES } from '../../sim/faults.ts';
import { HEADS } from '../../sim/presets.ts';
import { SURFACES } from '../../sim/segments.ts';
import { SETTINGS } from '../../sim/settings.ts';
import { FEATURE_WORDS, HEAD_WORDS, SETTING_WORDS } from '../actWords.ts';
import type { Run } from '../run.ts';
import { scopeWords } from '../segmentWords.ts';
import type { MenuItem } from '../view.ts';
import { change, choices } from './choices.ts';

export function settingChanges(run: Run): MenuItem[] {
  const item = change(run);
  return [
    item(
      'revert-setting',
      'Put back a setting',
      'to its last good value',
      choices(
        SETTINGS,
        (s) => SETTING_WORDS[s],
        'one key of the configuration',
        (setting) => ({ kind: 'revert-setting', setting }),
      ),
    ),
    item(
      'feature-fallback',
      'Mask an input of the ranker',
      'a default in its place',
      choices(
        FEATURES,
        (f) => FEATURE_WORDS[f],
        'for everybody',
        (feature) => ({ kind: 'feature-fallback', feature }),
      ),
    ),
    item(
      'pin-consumer',
      'Pin a surface to its embedding',
      'the version it was trained on',
      choices(
        SURFACES,
        (s) => scopeWords([{ surface: [s] }]),
        'needs both versions written',
        (surface) => ({ kind: 'pin-consumer', surface }),
      ),
    ),
    item(
      'recalibrate',
      'Recalibrate a head',
      'its scale, not its order',
      choices(
        HEADS,
        (h) => HEAD_WORDS[h],
        'on what was observed today',
        (head) => ({ kind: 'recalibrate', head }),
      ),
    ),
  ];
}
