/** Progress on the error stream: one line that is written over at a terminal, a few lines elsewhere. */
import type { OnProgress } from '../session/run.ts';

/** Steps worth a line where lines stay. */
const QUARTERS = 4;

export function progressTo(stream: NodeJS.WriteStream): OnProgress & { finish(): void } {
  let last = '';
  let quarter = -1;
  const report = (done: number, label: string): void => {
    const percent = Math.round(100 * Math.min(1, Math.max(0, done)));
    if (stream.isTTY) {
      const text = `${String(percent).padStart(3)} %  ${label}`;
      if (text !== last) stream.write(`\r\u001B[2K${text}`);
      last = text;
      return;
    }
    const now = Math.floor((percent * QUARTERS) / 100);
    if (now <= quarter) return;
    quarter = now;
    stream.write(`${percent} % ${label}\n`);
  };
  const finish = (): void => {
    if (stream.isTTY && last !== '') stream.write('\r\u001B[2K');
    last = '';
    quarter = -1;
  };
  return Object.assign(report, { finish });
}
