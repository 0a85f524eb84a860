import { z } from 'zod';
import { type Article, titlesOf } from '../article/article.ts';
import type { Schedule, Show } from '../daily/model.ts';
import type { Excerpt } from '../daily/sequence.ts';
import { shorten } from '../language/characters.ts';
import { type Words, wordsFor } from '../words/index.ts';
import { defineCustomId } from './custom-id.ts';
import {
  EXCERPT_PARTS,
  excerptButton,
  excerptContainer,
  excerptParts,
  pagesFor,
  placeOf,
  rowsOf,
  type Shows,
  shownTexts,
  stepButtons,
  toggleLabel,
  withoutTranslation,
  wordsButtons,
} from './excerpt.ts';
import { type Look, STANDARD_LOOK } from './look.ts';
import { button, type MessageBody, messageOf, textDisplay } from './message.ts';
import type { Shown } from './paragraph.ts';
import { quizMeButton } from './quiz-daily.ts';

/** One post of a schedule, ready to be shown. */
export interface Post {
  readonly schedule: Pick<Schedule, 'show' | 'roleId' | 'quiz' | 'language'>;
  /** The delivery's name, which the message carries in a custom_id. */
  readonly name: { readonly scheduleId: string; readonly day: string };
  readonly excerpt: Excerpt;
}

/** Discord's limit on the name of a thread. */
const MAX_THREAD_NAME = 100;

/** What a post's button leads to, in one letter: its custom_id has no room for more. */
const LETTERS = { both: 'b', english: 'e', chinese: 'c' } as const;

/**
 * The button under a post that shows or hides a language for the one who presses. It also carries
 * the delivery's name, by which the bot finds its own message again after a crash.
 */
export const postButton = defineCustomId(
  'post',
  z.tuple([
    z.enum(['b', 'e', 'c']),
    z.string().regex(/^[\w-]{1,16}$/),
    z.string().regex(/^\d{4}-\d\d-\d\d(?:\+\d{1,2})?$/),
    ...EXCERPT_PARTS,
  ]),
);

/** The languages that a letter in a post's button stands for. */
export function shownBy(letter: 'b' | 'e' | 'c'): Shown {
  return ({ b: 'both', e: 'english', c: 'chinese' } as const)[letter];
}

/** What else there is to a post: how its server wants texts to look, and a line below it. */
interface PostExtras {
  readonly look?: Look;
  readonly note?: string | null;
}

/** A post as everybody sees it, in the schedule's language. `revision` is its article's. */
export function renderPost(
  post: Post,
  revision: string,
  { look = STANDARD_LOOK, note = null }: PostExtras = {},
): MessageBody {
  const { schedule, excerpt } = post;
  const words = wordsFor(schedule.language);
  const { roleId } = schedule;
  const mention = roleId === null ? [] : [`<@&${roleId}>`];
  const shows = showsBy(words, schedule.show, excerpt.article, look);
  const notes = note === null ? [] : [`-# ${note}`];
  const pages = pagesFor(words, excerpt, shows, [...mention, ...notes]);
  const body = messageOf([
    ...mention.map(textDisplay),
    excerptContainer(words, excerpt, pages, 1, shows),
    ...notes.map(textDisplay),
    ...postButtons(words, post, { revision, look, pages: pages.length }),
  ]);
  if (roleId === null) return body;
  return { ...body, allowed_mentions: { parse: [], roles: [roleId] } };
}

/** What a forum post, or the thread under a post, is called. */
export function postTitle({ schedule, excerpt }: Post): string {
  const place = `${wordsFor(schedule.language).common.dot}${placeOf(excerpt)}`;
  const titles = titlesOf(excerpt.article);
  const title = (schedule.language === 'en' ? titles : titles.toReversed()).join('　');
  return `${shorten(title, MAX_THREAD_NAME - place.length)}${place}`;
}

function showsBy(words: Words, show: Show, article: Article, look: Look): Shows {
  const read = openly(words, show, look);
  if (show !== 'hidden') return (texts) => shownTexts(texts, read, article, look);
  const hidden = read === 'english' ? 'chinese' : 'english';
  return (texts) => [
    ...shownTexts(texts, read, article, look),
    // Small letters are a matter of whole lines, which a spoiler knows nothing of: no reading there.
    ...shownTexts(texts, hidden, article, look, false).map(spoiler),
  ];
}

/** Which languages of a post can be read by everybody without a press. */
function openly(words: Words, show: Show, { preferences }: Look): Shown {
  switch (show) {
    case 'settings':
      return preferences.translation === 'hidden' ? preferences.first : 'both';
    case 'both':
      return 'both';
    case 'english-first':
      return 'english';
    case 'chinese-first':
      return 'chinese';
    case 'hidden':
      return withoutTranslation(words);
  }
}

/**
 * Escaped text behind a spoiler. Discord ends a spoiler at the next two bars, whatever stands before
 * them, so a text that ends in a bar is kept away from the closing ones.
 */
function spoiler(text: string): string {
  return `||${text}${text.endsWith('|') ? ' ' : ''}||`;
}

function postButtons(
  words: Words,
  post: Post,
  { revision, look, pages }: { revision: string; look: Look; pages: number },
) {
  const { excerpt, schedule, name } = post;
  const shown = openly(words, schedule.show, look);
  const after = shown === 'both' ? withoutTranslation(words) : 'both';
  const parts = excerptParts(excerpt);
  const toggle = button(
    postButton.write(LETTERS[after], name.scheduleId, name.day, ...parts),
    toggleLabel(words, shown, after),
    { emoji: '👁️', primary: after === 'both' },
  );
  const onward =
    pages === 1
      ? []
      : [
          button(excerptButton.write('on', ...parts, shown, 2), words.common.nextPage, {
            emoji: '⏩',
          }),
        ];
  const main = [toggle, ...stepButtons(words, excerpt, revision), ...onward];
  const quiz = schedule.quiz ? [quizMeButton(words, name, excerpt)] : [];
  return rowsOf(main, [...wordsButtons(words, excerpt, shown), ...quiz]);
}
