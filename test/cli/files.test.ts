import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { check } from '../../src/cli/check.ts';
import type { CommandLine } from '../../src/cli/commandLine.ts';
import { orders } from '../../src/cli/orders.ts';
import { play } from '../../src/cli/play.ts';
import { replay } from '../../src/cli/replay.ts';
import { validity } from '../../src/cli/validity.ts';
import { SIMULATOR_VERSION } from '../../src/session/recordingFormat.ts';
import { signed, tableText } from '../../src/cli/table.ts';
import { scenarioById, SCENARIO_IDS } from '../scenario/library.ts';
import { say } from './say.ts';

const folder = mkdtempSync(join(tmpdir(), 'blast-radius-'));
const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

test('without an incident, play lists call-signs and gives nothing else away', async () => {
  const { code, out } = await say(play);
  expect(code).toBe(0);
  for (const id of SCENARIO_IDS) {
    const scenario = scenarioById(id);
    expect(out).toContain(scenario.callSign);
    expect(out).not.toContain(id);
    expect(out).not.toContain(scenario.title);
    const { inherited } = scenario;
    if (inherited !== undefined)
      expect(out).toContain(`${inherited.callSign}, taken over from ${inherited.colleague.name}`);
  }
});

test.each<[string, CommandLine, string[], string]>([
  ['an unknown incident', play, ['nowhere'], 'There is no incident “nowhere”'],
  ['a near miss', play, ['Wed 16:20 · Androis'], 'Did you mean “Wed 16:20 · Android”?'],
  ['an unknown option', play, ['1', '--sed', 'a'], 'Did you mean --seed?'],
  ['an unknown preset', play, ['1', '--preset', 'huge'], '--preset is check or standard.'],
  ['a seed that is no word', play, ['1', '--seed', 'a b'], '--seed is a word'],
  ['no recording', replay, [], 'Name one recording'],
  ['a recording that is not there', replay, [join(folder, 'none')], 'There is no file'],
  ['a folder', replay, [folder], 'is a folder'],
  ['too many seeds', orders, ['--seeds', '1000'], '--seeds is a whole number'],
  ['orders of nothing known', orders, ['nowhere'], 'There is no incident'],
  ['validity on one seed', validity, ['--seeds', '1'], '--seeds is a whole number from 2'],
  ['validity of nothing known', validity, ['nowhere'], 'There is no incident'],
  ['a table kept twice', validity, ['--write', '--kept', folder], '--kept has no place beside'],
  ['a scenario that is not there', check, [join(folder, 'none.yaml')], 'There is no file'],
])('%s: a clear message and code 2', async (_, command, argv, message) => {
  const { code, error } = await say(command, ...argv);
  expect(code).toBe(2);
  expect(error).toContain(message);
  expect(error).not.toContain('    at ');
});

const recording = {
  format: 'blast-radius/run',
  version: 2,
  simulator: SIMULATOR_VERSION,
  scenario: 'elsewhere',
  scenarioVersion: 1,
  seed: 'a',
  world: 'check',
  commands: [],
  marks: [],
};

test.each<[string, string, string]>([
  ['cut off', JSON.stringify(recording).slice(0, 80), 'cut off'],
  ['altered', JSON.stringify({ ...recording, checksum: 'x' }), 'altered'],
  ['of the format before', JSON.stringify({ ...recording, version: 1 }), 'reads format 2'],
  ['of another simulator', JSON.stringify({ ...recording, simulator: 77 }), 'simulator version 77'],
  ['foreign', '{"a": 1}', 'not a recording of Blast Radius'],
])('a recording that is %s: the reason, code 2, and as JSON', async (name, text, message) => {
  const { code, out, error } = await say(replay, file(name, text), '--json');
  expect(code).toBe(2);
  expect(error).toContain(message);
  expect(JSON.parse(out.split('\n').at(-1) ?? '')).toMatchObject({ ok: false, code: 2 });
});

test('a broken scenario: its complaints, code 1, and one JSON object last', async () => {
  const { code, out } = await say(check, file('broken.yaml', 'format: 1\nid: [\n'), '--json');
  expect(code).toBe(1);
  expect(out).toContain('broken.yaml');
  expect(JSON.parse(out.split('\n').at(-1) ?? '')).toMatchObject({ files: 1, playable: 0 });
});

test('numbers of a table stand to the right, words to the left', () => {
  expect(
    tableText(
      ['line', 'harm'],
      [
        ['nothing', '12.5'],
        ['you', '−3.0'],
      ],
    ),
  ).toBe(['line     harm', 'nothing  12.5', 'you      −3.0'].join('\n'));
  expect([signed(-4.25), signed(0.3), signed(-0.01)]).toEqual(['−4.3', '+0.3', '+0.0']);
});
