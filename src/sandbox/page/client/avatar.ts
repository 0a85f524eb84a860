import { html, type TemplateResult } from 'lit';
import type { PersonView } from '../protocol.ts';

const COLORS = ['#5865f2', '#3f7d58', '#b0431f', '#8a4fa8', '#a13c5c', '#2d6f8f'];

const picture = (svg: string) => `data:image/svg+xml,${encodeURIComponent(svg)}`;

/** Two facing pages, one in each language: the bot's picture. */
const BOT = picture(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 80">
<rect width="80" height="80" fill="#1f3a4d"/>
<path d="M40 24c-6-4-13-5-20-4v34c7-1 14 0 20 4V24Z" fill="#f4ead5"/>
<path d="M40 24c6-4 13-5 20-4v34c-7-1-14 0-20 4V24Z" fill="#e0523f"/>
<path d="M25 29h10M25 36h10M25 43h8" stroke="#1f3a4d" stroke-width="2.6" stroke-linecap="round"/>
<path d="M45 28v18M50.5 28v18M56 28v12" stroke="#fff" stroke-width="2.6" stroke-linecap="round" stroke-dasharray="4 3.4"/>
</svg>`);

function letterPicture(name: string, index: number): string {
  const [letter = '?'] = name.replace(/[^\p{L}]/gu, '');
  const color = COLORS[index % COLORS.length] ?? '#5865f2';
  return picture(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 80">
<rect width="80" height="80" fill="${color}"/>
<text x="40" y="54" font-family="sans-serif" font-size="40" font-weight="500" text-anchor="middle" fill="#fff">${letter}</text>
</svg>`);
}

/** The address of somebody's picture; everything is drawn here, nothing is loaded. */
export function avatarOf(userId: string, people: readonly PersonView[]): string {
  const index = people.findIndex(({ id }) => id === userId);
  const person = people[index];
  return person ? letterPicture(person.name, index) : BOT;
}

/** A round picture beside a name that stands in text, so without a description of its own. */
export function avatar(userId: string, people: readonly PersonView[]): TemplateResult {
  return html`<img class="avatar" src=${avatarOf(userId, people)} alt="" draggable="false" />`;
}
