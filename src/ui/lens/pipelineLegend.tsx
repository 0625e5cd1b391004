/** The topics that lead the stream, with their colour and both shares. */
import type { JSX } from 'preact';
import { cssColour, topicColour } from '../../scene/topicColours.ts';
import type { PipelineView } from '../../session/view.ts';
import { useApp } from '../app/context.ts';
import { share } from './shares.ts';

/** As many as a line holds. */
const LED = 4;

export const PipelineLegend = ({ pipeline }: { readonly pipeline: PipelineView }): JSX.Element => {
  const { theme } = useApp();
  const led = pipeline.topics
    .map((topic, index) => ({ ...topic, index }))
    .toSorted((a, b) => b.now - a.now || a.index - b.index)
    .slice(0, LED);
  return (
    <ul class="pipeline-legend" aria-label="Topics shown most">
      {led.map((topic) => (
        <li key={topic.id}>
          <i style={{ background: cssColour(topicColour(topic.index, theme.value)) }} />
          {topic.label} <b>{share(topic.now)}</b>
          <span class="mute"> was {share(topic.before)}</span>
        </li>
      ))}
    </ul>
  );
};
