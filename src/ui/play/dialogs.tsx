/** Whatever sheet is open over the desk. */
import type { JSX } from 'preact';
import { Help } from '../help/help.tsx';
import { Palette } from '../palette/palette.tsx';
import { Dashboards } from '../panels/dashboards.tsx';
import { Picker } from '../radius/picker.tsx';
import { ChoiceSheet } from './choiceSheet.tsx';
import { CloseSheet } from './closeSheet.tsx';
import { useDesk } from './desk.ts';
import { NextDaySheet } from './nextDaySheet.tsx';
import { WaitSheet } from './waitSheet.tsx';

export const Dialogs = (): JSX.Element | null => {
  const desk = useDesk();
  const dialog = desk.dialog.value;
  if (dialog === null) return null;
  const close = (): void => {
    // A sheet may have opened the next one while it was closing.
    if (desk.dialog.value === dialog) desk.dialog.value = null;
  };
  switch (dialog.open) {
    case 'palette':
      return <Palette onClose={close} />;
    case 'help':
      return <Help onClose={close} />;
    case 'panels':
      return <Dashboards focus={dialog.focus} onClose={close} />;
    case 'choices':
      return <ChoiceSheet key={dialog.item.id} item={dialog.item} onClose={close} />;
    case 'picker':
      return <Picker layer={dialog.layer} onClose={close} />;
    case 'wait':
      return <WaitSheet onClose={close} />;
    case 'next-day':
      return <NextDaySheet onClose={close} />;
    default:
      return <CloseSheet onClose={close} />;
  }
};
