import { createHash } from 'node:crypto';
import { type Language, languageOf } from '../../language/characters.ts';
import type { DroppedLine } from '../interleaved.ts';
import type { DropReason } from '../noise.ts';
import type { Warning, WarningCode } from '../report.ts';
import { type Html, html } from './html.ts';
import { type Level, levelOf, type Review, type ReviewedPair } from './review.ts';
import { STYLE } from './style.ts';

/** Says where a line stands, as a person looks for it. */
export type PlaceOf = (at: { readonly file: Language | null; readonly line: number }) => string;

/** Nothing is fetched, nothing runs, and only this one style counts. */
const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'`;

/**
 * One page, whole in itself, that shows an alignment side by side: what is unsure by colour and by
 * sign, what was merged, what was left out and why. All text in it is escaped.
 */
export function reviewPage(review: Review, place: PlaceOf): string {
  const { title, script, pairs, dropped, errors, warnings } = review;
  const chinese = script === 'traditional' ? 'zh-Hant' : 'zh-Hans';
  const unsure = pairs.filter((pair) => levelOfPair(pair) !== 'sure').length;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}: English and Chinese side by side</title>
<style>${{ safe: STYLE }}</style>
</head>
<body>
<header>
<h1><bdi>${title}</bdi></h1>
<p>${counted(pairs.length, 'pair')}, ${unsure} unsure · ${counted(dropped.length, 'line')} left out · ${counted(errors.length + warnings.length, 'warning')}</p>
</header>
<main>
${problems(review, place)}
<section aria-labelledby="pairs">
<div class="bar"><h2 id="pairs">Pairs</h2>
${filter(pairs.length, unsure)}</div>
${pairs.map((pair, index) => pairHtml(pair, index + 1, chinese))}
</section>
${leftOut(dropped, place, chinese)}
</main>
</body>
</html>
`.safe;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function filter(pairs: number, unsure: number): Html {
  if (pairs === 0) return html`<p class="quiet">Nothing belongs together.</p>`;
  if (unsure === 0) return html`<p class="quiet">✓ The aligner is sure of all of them.</p>`;
  return html`<label><input type="checkbox" id="only"> Only the ${unsure} unsure</label>`;
}

/** Of so many of a kind a person wants to know how many first. */
const FOLDED = 4;

function problems({ pairs, errors, warnings }: Review, place: PlaceOf): Html {
  if (errors.length + warnings.length === 0) return html``;
  const item = (one: Warning, sign: string) => {
    const number = pairOf(one, pairs);
    const where =
      number === 0 ? html`${place(one)}` : html`<a href="#pair-${number}">${place(one)}</a>`;
    return html`<li><strong>${sign}</strong> <bdi>${where}</bdi>: <bdi>${one.message}</bdi> <code>${one.code}</code></li>`;
  };
  const of = (all: readonly Warning[], sign: string) =>
    [...Map.groupBy(all, ({ code }) => code)].map(([code, alike]) => {
      const items = alike.map((one) => item(one, sign));
      if (items.length < FOLDED) return html`${items}`;
      return html`<li><details><summary><strong>${sign}</strong> ${items.length} times <code>${code}</code></summary>
<ul>${items}</ul></details></li>`;
    });
  return html`<section aria-labelledby="warnings"><h2 id="warnings">Warnings</h2>
<ul class="warnings">${of(errors, '✖ Error')}${of(warnings, '⚠ Warning')}</ul></section>`;
}

/** What is said of the whole rather than of a line. */
const OF_ALL: ReadonlySet<WarningCode> = new Set([
  'one-language',
  'invalid',
  'no-title',
  'no-rights',
]);

/** The number of the pair that a warning is about; 0 for none. */
function pairOf({ file, line, code }: Warning, pairs: readonly ReviewedPair[]): number {
  if (OF_ALL.has(code)) return 0;
  const sides = file === null ? (['en', 'zh'] as const) : [file];
  return pairs.findIndex(({ lines }) => sides.some((side) => lines[side].includes(line))) + 1;
}

const SIGNS: Readonly<Record<Level, string>> = { sure: '✓', unsure: '?', doubtful: '‼' };

function badge(confidence: number): Html {
  const level = levelOf(confidence);
  return html`<span class="badge ${level}">${SIGNS[level]} ${Math.floor(confidence * 100)} % sure</span>`;
}

/** The pair is as unsure as the least sure thing about it. */
function levelOfPair({ confidence, parts }: ReviewedPair): Level {
  return levelOf(Math.min(confidence, ...parts.map((part) => part.confidence)));
}

function pairHtml(pair: ReviewedPair, number: number, chinese: string): Html {
  const { lines, confidence, parts } = pair;
  const merged = lines.en.length + lines.zh.length > 2;
  return html`<article class="pair ${levelOfPair(pair)}" id="pair-${number}" aria-labelledby="number-${number}">
<h3 id="number-${number}">${number}</h3>
<p class="about">English ${linesIn(lines.en)} · Chinese ${linesIn(lines.zh)} ${badge(confidence)}${merged ? html` <span class="badge merged">⊕ merged ${lines.en.length}:${lines.zh.length}</span>` : html``}</p>
${parts.map((part) => partHtml(part, parts.length > 1, chinese))}
</article>
`;
}

function linesIn(numbers: readonly number[]): string {
  return `line${numbers.length === 1 ? '' : 's'} ${numbers.join(' + ')}`;
}

function partHtml(part: ReviewedPair['parts'][number], many: boolean, chinese: string): Html {
  const level = levelOf(part.confidence);
  const told =
    many && level !== 'sure' ? html`<p class="about">${badge(part.confidence)}</p>` : html``;
  return html`<div class="part ${level}"><p lang="en">${part.en}</p><p lang="${chinese}">${part.zh}</p>${told}</div>
`;
}

const REASONS: Readonly<Record<DropReason, string>> = {
  repeated: 'comes back without a translation: an advertisement',
  caption: 'stands under a picture',
  'caption with credit': 'stands under a picture, with a credit',
  'no text': 'has no letters',
  'no partner': 'has no translation',
};

function leftOut(dropped: readonly DroppedLine[], place: PlaceOf, chinese: string): Html {
  if (dropped.length === 0) return html``;
  return html`<section aria-labelledby="left-out"><h2 id="left-out">Lines left out</h2>
<ul class="dropped">${dropped.map(
    (
      one,
    ) => html`<li><p class="about"><strong><bdi>${place(one)}</bdi></strong> ${REASONS[one.reason]}</p>
<p lang="${languageOf(one.text) === 'zh' ? chinese : 'en'}">${one.text}</p></li>`,
  )}</ul></section>`;
}
