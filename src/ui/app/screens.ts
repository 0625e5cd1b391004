/** The application's own screens. The incident has a machine of its own, elsewhere; this one only says what is shown. */
import { assign, setup } from 'xstate';

export type ScreenEvent =
  /** The player wants in; the world may still be warming. */
  | { readonly type: 'TAKE' }
  | { readonly type: 'READY' }
  | { readonly type: 'CLOSED' }
  | { readonly type: 'DEBRIEFED' }
  | { readonly type: 'RETRY' }
  | { readonly type: 'LEAVE' }
  | { readonly type: 'FAIL'; readonly message: string };

export const screens = setup({
  types: {
    context: {} as { readonly message: string | null },
    events: {} as ScreenEvent,
  },
  actions: {
    remember: assign({ message: ({ event }) => (event.type === 'FAIL' ? event.message : null) }),
    forget: assign({ message: null }),
  },
}).createMachine({
  id: 'screens',
  context: { message: null },
  initial: 'pager',
  on: {
    FAIL: { target: '.stopped', actions: 'remember' },
    // Another run is taken from anywhere: the one that stands is saved.
    TAKE: { target: '.opening', actions: 'forget' },
  },
  states: {
    pager: { on: { FAIL: { actions: 'remember' } } },
    opening: {
      on: { READY: 'playing', LEAVE: 'pager', FAIL: { target: 'pager', actions: 'remember' } },
    },
    playing: { on: { CLOSED: 'reviewing', RETRY: 'opening', LEAVE: 'pager' } },
    reviewing: { on: { DEBRIEFED: 'debrief', LEAVE: 'pager', RETRY: 'opening' } },
    debrief: { on: { RETRY: 'opening', LEAVE: 'pager' } },
    stopped: { on: { RETRY: 'opening', LEAVE: 'pager' } },
  },
});

export type ScreenName = 'pager' | 'opening' | 'playing' | 'reviewing' | 'debrief' | 'stopped';
