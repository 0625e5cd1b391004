/** Drills: one for tonight, the same for everybody, and as many as one likes by difficulty. Nobody reads the pool before it is asked for. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { PoolDrill } from '../../drills/pool.ts';
import { DIFFICULTIES } from '../../drills/nameFormat.ts';
import type { SavedRun } from '../../storage/saves.ts';
import { useApp } from '../app/context.ts';
import { savedRun } from './cards.ts';
import { freshDrill, nextDrill, tonightOf } from './drillChoice.ts';

/** The pager itself comes first. */
const LATER_MS = 400;

type Found = readonly PoolDrill[] | 'failed' | null;

const WORDS: Readonly<Record<(typeof DIFFICULTIES)[number], string>> = {
  1: 'a first one',
  2: 'easy',
  3: 'middling',
  4: 'hard',
  5: 'hardest',
};

export const Drills = ({ runs }: { readonly runs: readonly SavedRun[] }): JSX.Element => {
  const app = useApp();
  const found = useSignal<Found>(null);

  const read = async (): Promise<readonly PoolDrill[]> => {
    try {
      const drills = await app.drills();
      found.value = drills;
      return drills;
    } catch {
      found.value = 'failed';
      return [];
    }
  };
  useEffect(() => {
    const later = setTimeout(() => void read(), LATER_MS);
    return () => clearTimeout(later);
  }, []);

  const drills = found.value === 'failed' ? null : found.value;
  const tonight = drills === null ? undefined : tonightOf(drills, Date.now());
  const last = runs.find((run) => run.scenario === tonight?.id);

  const take = async (
    choose: (drills: readonly PoolDrill[]) => PoolDrill | undefined,
  ): Promise<void> => {
    const drill = choose(drills ?? (await read()));
    if (drill === undefined) return;
    const begun = runs.find((run) => run.scenario === drill.id && !run.closed);
    await app.play(begun === undefined ? freshDrill(drill) : savedRun(begun));
  };
  const isNone = drills !== null && drills.length === 0;

  return (
    <section aria-labelledby="drills-title">
      <h2 id="drills-title" class="label">
        Drills
      </h2>
      {found.value === 'failed' && (
        <p class="card warning" role="alert">
          The drills could not be loaded. The campaign can be played; try a drill again in a while.
        </p>
      )}
      {isNone ? (
        <p class="soft">No drills came with this build.</p>
      ) : (
        <div class="drills">
          <button
            type="button"
            class="card drill-tonight"
            onClick={() => void take((all) => tonightOf(all, Date.now()))}
          >
            <span class="row spread">
              <b>Tonight</b>
              <span class={`state ${last?.closed === true ? 'closed' : ''}`}>
                {last === undefined ? '' : last.closed ? 'closed' : 'begun'}
              </span>
            </span>
            <span class="mono">{tonight?.callSign ?? 'Reading which one it is'}</span>
            <span class="soft">One drill a day, the same for everybody.</span>
          </button>
          <div class="card drill-levels">
            <b id="drill-levels">By difficulty</b>
            <div class="row" role="group" aria-labelledby="drill-levels">
              {DIFFICULTIES.map((difficulty) => (
                <button
                  key={difficulty}
                  type="button"
                  class="button"
                  aria-label={`Drill of difficulty ${difficulty} of 5, ${WORDS[difficulty]}`}
                  title={WORDS[difficulty]}
                  onClick={() => void take((all) => nextDrill(all, difficulty, runs))}
                >
                  {difficulty}
                </button>
              ))}
            </div>
            <span class="soft">
              Each is drawn, lived through and found fair before it is shipped. What it is, the
              debrief says.
            </span>
          </div>
        </div>
      )}
    </section>
  );
};
