import { describe, expect, it } from 'vitest';
import { type Drawn, progressBar } from '../../../src/intake/cli/progress.ts';

function terminal(options: Partial<Drawn>) {
  const written: string[] = [];
  const stream: Drawn = { write: (text) => written.push(String(text)) > 0, ...options };
  return { written, bar: progressBar(stream) };
}

describe('the progress bar', () => {
  it('grows on one line and leaves nothing behind', () => {
    const { written, bar } = terminal({ isTTY: true, columns: 36 });
    bar.show('Aligning', 0);
    bar.show('Aligning', 0.5);
    bar.show('Aligning', 0.501);
    bar.show('Aligning', 1);
    bar.end();
    bar.end();
    expect(written).toEqual([
      '\r\u001b[KAligning ░░░░░░░░░░░░░░░░░░░░   0 %',
      '\r\u001b[KAligning ██████████░░░░░░░░░░  50 %',
      '\r\u001b[KAligning ████████████████████ 100 %',
      '\r\u001b[K',
    ]);
  });

  it('fits where there is no room', () => {
    const { written, bar } = terminal({ isTTY: true, columns: 4 });
    bar.show('Aligning', 0.5);
    expect(written).toEqual(['\r\u001b[KAligning   50 %']);
  });

  it('is as wide as usual where the terminal does not say how wide it is', () => {
    for (const options of [{ isTTY: true }, { isTTY: true, columns: 0 }]) {
      const { written, bar } = terminal(options);
      bar.show('Aligning', 1);
      expect(written.join('')).toContain('█'.repeat(40));
    }
  });

  it('says nothing where nobody sits', () => {
    const { written, bar } = terminal({});
    bar.show('Aligning', 0.5);
    bar.end();
    expect(written).toEqual([]);
  });
});
