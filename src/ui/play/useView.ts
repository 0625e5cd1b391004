/** The view of a run that is open; parts of the play screen exist only while there is one. */
import type { View } from '../../session/view.ts';
import { useApp } from '../app/context.ts';

export const useView = (): View => {
  const view = useApp().run.view.value;
  if (view === null) throw new Error('the play screen is shown without a run');
  return view;
};
