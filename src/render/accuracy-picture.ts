import { fileURLToPath } from 'node:url';
import type { DayScore } from '../quiz/score.ts';

const FONT = '@fontsource-variable/noto-sans/files/noto-sans-latin-wght-normal.woff2';
const FAMILY = 'Duidu Sans';
const WIDTH = 720;
const HEIGHT = 240;
const PLOT = { left: 64, top: 20, right: WIDTH - 16, bottom: HEIGHT - 40 };
const COLOURS = {
  paper: '#f7f5ef',
  ink: '#3a3a3a',
  grid: '#d9d5c7',
  right: '#2f5d8a',
  none: '#c9c4b4',
};

/**
 * The share of right answers on each day as a PNG of 720 × 240 pixels: a bar a day, as wide as the
 * day, as high as its share; a dot where nothing was answered. It has no words, so that it is the
 * same in every language; whoever shows it says in words what it shows.
 */
export async function accuracyPicture(days: readonly DayScore[]): Promise<Uint8Array> {
  // Loaded at the first picture only: the drawing library takes 30 MB.
  const { createCanvas, GlobalFonts } = await import('@napi-rs/canvas');
  if (!GlobalFonts.has(FAMILY)) {
    GlobalFonts.registerFromPath(fileURLToPath(import.meta.resolve(FONT)), FAMILY);
  }
  const canvas = createCanvas(WIDTH, HEIGHT);
  const context = canvas.getContext('2d');
  context.fillStyle = COLOURS.paper;
  context.fillRect(0, 0, WIDTH, HEIGHT);
  context.font = `18px "${FAMILY}"`;
  context.lineWidth = 1;
  const { left, right, top, bottom } = PLOT;
  for (const share of [0, 0.5, 1]) {
    const y = Math.round(bottom - share * (bottom - top)) + 0.5;
    context.fillStyle = COLOURS.grid;
    context.fillRect(left, y, right - left, 1);
    context.fillStyle = COLOURS.ink;
    context.textAlign = 'right';
    context.fillText(`${share * 100}%`, left - 8, y + 6);
  }
  const step = (right - left) / Math.max(1, days.length);
  for (const [index, day] of days.entries()) {
    const share = day.answered === 0 ? 0 : day.right / day.answered;
    const height = Math.max(3, share * (bottom - top));
    context.fillStyle = day.answered === 0 ? COLOURS.none : COLOURS.right;
    const [width, tall] = day.answered === 0 ? [3, 3] : [step - 4, height];
    context.fillRect(left + index * step + (step - width) / 2, bottom - tall, width, tall);
  }
  context.fillStyle = COLOURS.ink;
  context.textAlign = 'left';
  context.fillText(days[0]?.day ?? '', left, HEIGHT - 14);
  context.textAlign = 'right';
  context.fillText(days.at(-1)?.day ?? '', right, HEIGHT - 14);
  return canvas.encode('png');
}
