/** The bar of the debrief: the title, said at last; what to take along; where to go next. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Debrief } from '../../scoring/debrief.ts';
import { Brand } from '../app/brand.tsx';
import { useApp } from '../app/context.ts';
import { copy, download, fileName } from '../app/files.ts';
import { Sheet } from '../app/sheet.tsx';
import { ThemeSwitch } from '../app/themeSwitch.tsx';
import { nextAfter } from './nextIncident.ts';
import { shareBlob } from './sharePicture.ts';

const Answer = ({
  title,
  text,
}: {
  readonly title: string;
  readonly text: string;
}): JSX.Element => (
  <section class="stack">
    <h3 class="label">{title}</h3>
    <div class="interview">
      {text.split('\n').map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  </section>
);

const InterviewAnswer = ({
  debrief,
  onClose,
}: {
  readonly debrief: Debrief;
  readonly onClose: () => void;
}): JSX.Element => {
  const app = useApp();
  const take = async (): Promise<void> => {
    app.notice.value = (await copy(debrief.interview.yours))
      ? 'The answer is on the clipboard.'
      : 'The browser did not let the page copy; select the text instead.';
  };
  return (
    <Sheet
      title="As an interview answer"
      onClose={onClose}
      foot={
        <button type="button" class="button" onClick={() => void take()}>
          Copy
        </button>
      }
    >
      <Answer
        title="Yours, made of what is on the log of this run"
        text={debrief.interview.yours}
      />
      <Answer title="The author’s, for the same incident" text={debrief.interview.model} />
    </Sheet>
  );
};

export const DebriefTop = ({ debrief }: { readonly debrief: Debrief }): JSX.Element => {
  const app = useApp();
  const interview = useSignal(false);
  const next = nextAfter(app, app.run.source.value?.scenario);
  const goOn = async (): Promise<void> => {
    const source = await next?.open();
    if (source !== undefined) await app.play(source);
  };

  const exportRun = async (): Promise<void> => {
    const text = await app.run.recordingText();
    if (text !== null) download(fileName(debrief.callSign, 'run.json'), text);
  };
  const link = async (): Promise<void> => {
    const recording = app.run.recording();
    if (recording === null) return;
    const { encodeLink } = await import('../../storage/link.ts');
    const fragment = encodeLink(recording);
    if (fragment === null) {
      await exportRun();
      app.notice.value = 'This run is too long for a link: it was saved as a file instead.';
      return;
    }
    // In a world of another size the same moves meet other numbers.
    const small = new URLSearchParams(location.search).get('world') === 'small';
    const address = `${location.origin}${location.pathname}${small ? '?world=small' : ''}${fragment}`;
    app.notice.value = (await copy(address))
      ? 'The replay link is on the clipboard. Whoever opens it runs it again.'
      : address;
  };
  const picture = async (): Promise<void> => {
    const blob = await shareBlob(debrief);
    if (blob !== null) download(fileName(debrief.callSign, 'png'), blob);
  };

  return (
    <header class="top debrief-top">
      <Brand onClick={() => app.go({ type: 'LEAVE' })} />
      <p class="debrief-name soft">
        {debrief.callSign} was <b>{debrief.title}</b>
      </p>
      <div class="row wrap end">
        <button type="button" class="button small" onClick={() => (interview.value = true)}>
          Interview answer
        </button>
        <button type="button" class="button small" onClick={() => void link()}>
          Copy replay link
        </button>
        <button type="button" class="button small" onClick={() => void exportRun()}>
          Export
        </button>
        <button type="button" class="button small" onClick={() => void picture()}>
          Picture
        </button>
        {next !== null && (
          <button type="button" class="button small" onClick={() => void goOn()}>
            {next.label}
          </button>
        )}
        <ThemeSwitch />
      </div>
      {interview.value && (
        <InterviewAnswer debrief={debrief} onClose={() => (interview.value = false)} />
      )}
    </header>
  );
};
