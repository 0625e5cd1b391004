/** The pipeline without the picture: every stage with its health and its look, and the shares by source and topic. */
import type { JSX } from 'preact';
import type { PipelineView, ShareView } from '../../session/view.ts';
import { Mark } from '../app/mark.tsx';
import { signed, wholeMinutes } from '../format.ts';
import { share } from './shares.ts';
import { factsOf, healthWords } from './stageLook.ts';
import { useStageLook } from './useStageLook.ts';

const MARKS = { watch: 'up', bad: 'square' } as const;

const Shares = ({
  title,
  shares,
}: {
  readonly title: string;
  readonly shares: readonly ShareView[];
}): JSX.Element => (
  <table class="data">
    <caption>{title}</caption>
    <thead>
      <tr>
        <th scope="col">what</th>
        <th scope="col" class="n">
          now
        </th>
        <th scope="col" class="n">
          before
        </th>
        <th scope="col" class="n">
          points
        </th>
      </tr>
    </thead>
    <tbody>
      {shares.map((entry) => (
        <tr key={entry.id}>
          <th scope="row">{entry.label}</th>
          <td class="n">{share(entry.now)}</td>
          <td class="n">{share(entry.before)}</td>
          <td class="n">{signed(100 * (entry.now - entry.before), 1)}</td>
        </tr>
      ))}
    </tbody>
  </table>
);

export const PipelineTable = ({ pipeline }: { readonly pipeline: PipelineView }): JSX.Element => {
  const looks = useStageLook();
  const topics = pipeline.topics.toSorted((a, b) => b.now - a.now);
  return (
    <div
      class="lens-table pipeline-table table-wrap"
      tabIndex={0}
      role="region"
      aria-label="The pipeline as tables"
    >
      <table class="data">
        <caption>Stages, in the order in which an idea passes them</caption>
        <thead>
          <tr>
            <th scope="col">stage</th>
            <th scope="col">health</th>
            <th scope="col">version, age, reading</th>
            <th scope="col">
              <span class="unseen">look at it</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {pipeline.stages.map((stage) => {
            const item = looks.itemOf(stage.id);
            return (
              <tr key={stage.id}>
                <th scope="row">{stage.label}</th>
                <td class={`stage-health ${stage.running ? stage.health : 'off'}`}>
                  {stage.running && stage.health !== 'fine' && <Mark shape={MARKS[stage.health]} />}
                  {healthWords(stage)}
                </td>
                <td class="stage-facts">
                  {factsOf(stage).map((fact) => (
                    <span key={fact}>{fact}</span>
                  ))}
                </td>
                <td class="stage-look">
                  {item !== null && (
                    <button
                      type="button"
                      class="chip"
                      aria-disabled={item.disabled !== null}
                      aria-label={`${stage.label}: ${item.label}, ${wholeMinutes(item.cost)}`}
                      title={item.label}
                      onClick={() => looks.open(stage.id)}
                    >
                      look <span class="price">{item.cost}</span>
                    </button>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <div class="share-tables">
        <Shares
          title={`Impressions by source, ${pipeline.covers} and before`}
          shares={pipeline.generators}
        />
        <Shares title={`Impressions by topic, ${pipeline.covers} and before`} shares={topics} />
      </div>
    </div>
  );
};
