import {
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  TextInputStyle,
} from 'discord-api-types/v10';
import { z } from 'zod';
import { shorten } from '../language/characters.ts';
import { remembering } from '../language/remembering.ts';
import { type Card, GRADES, type Grade } from '../quiz/card.ts';
import type { Question, Verdict } from '../quiz/question.ts';
import type { Words } from '../words/index.ts';
import { countingNumber, defineCustomId } from './custom-id.ts';
import { escapeMarkdown } from './escape.ts';
import { button, container, type MessageBody, messageOf, row, textDisplay } from './message.ts';
import { answerRow, answerTexts, plainTask, questionTexts, verdictText } from './question.ts';

const cardId = z.string().regex(/^[0-9a-f]{12}$/);
/** How often the card had been reviewed when it was asked: a button of an earlier time does nothing. */
const reps = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number);
const place = z
  .string()
  .regex(/^[0-3]$/)
  .transform(Number);

/** The choice at a place, and the place of the right one. */
export const reviewAnswerButton = defineCustomId('review-a', z.tuple([cardId, reps, place, place]));
export const reviewTypeButton = defineCustomId('review-type', z.tuple([cardId, reps]));
export const reviewTypedModal = defineCustomId('review-typed', z.tuple([cardId, reps]));
/** What is done with a card: to see it, to take its review back. */
export const reviewCardButton = defineCustomId(
  'review-card',
  z.tuple([z.enum(['show', 'undo']), cardId, reps]),
);
export const reviewGradeButton = defineCustomId(
  'review-grade',
  z.tuple([z.enum(GRADES), cardId, reps]),
);
export const reviewButton = defineCustomId('review', z.tuple([z.enum(['next', 'stop', 'now'])]));
export const reviewListButton = defineCustomId(
  'review-list',
  z.tuple([z.enum(['back', 'on']), countingNumber]),
);

/** The file of the export, as the message names it. */
export const ANKI_FILE = 'duidu-cards.txt';
/** When each grade would bring a card back, and the zone to say it in. */
export interface Dates {
  readonly at: Readonly<Record<Grade, number>>;
  readonly now: number;
  readonly zone: string;
}

/** A card as it is asked; without a question the reader judges for themself. */
export function renderCard(
  words: Words,
  card: Card,
  question: Question | null,
  due: number,
): MessageBody {
  const { id, memory, text } = card;
  const ids = {
    choice: (at: number) =>
      reviewAnswerButton.write(id, memory.reps, at, question?.choices?.right ?? 0),
    type: reviewTypeButton.write(id, memory.reps),
  };
  const stop = button(reviewButton.write('stop'), words.review.stop);
  const shown = text.learning === 'zh' ? text.en : text.zh;
  const texts =
    question === null
      ? [`**${escapeMarkdown(shown)}**`, `-# ${words.review.produce}`]
      : questionTexts(words, question);
  const show = button(reviewCardButton.write('show', id, memory.reps), words.review.show, {
    primary: true,
  });
  return messageOf([
    container([`-# ${words.review.left(due)}`, ...texts].map(textDisplay)),
    ...(question === null ? [row(show, stop)] : [answerRow(words, question, ids), row(stop)]),
  ]);
}

/** The field in which a card's word is typed. */
export function renderReviewModal(
  words: Words,
  card: Card,
  question: Question,
): APIModalInteractionResponseCallbackData {
  return {
    custom_id: reviewTypedModal.write(card.id, card.memory.reps),
    title: words.review.typedTitle,
    components: [
      {
        type: ComponentType.Label,
        label: words.question.typed,
        description: shorten(plainTask(words, question), 100),
        component: {
          type: ComponentType.TextInput,
          custom_id: 'answer',
          style: TextInputStyle.Short,
          max_length: 200,
          required: true,
        },
      },
    ],
  };
}

/** A sentence with both sides, for the reader to say how well they knew it. */
export function renderShown(words: Words, { id, memory, text }: Card, dates: Dates): MessageBody {
  return messageOf([
    container([
      textDisplay(`> ${escapeMarkdown(text.en)}\n> ${escapeMarkdown(text.zh)}`),
      textDisplay(`**${words.review.howWell}**`),
    ]),
    gradeRow(words, id, memory.reps, dates, null),
  ]);
}

/** What was counted, when the card comes back, and the buttons to correct it. */
export function renderGraded(
  words: Words,
  card: Card,
  graded: {
    readonly question: Question | null;
    readonly verdict: Verdict | null;
    readonly grade: Grade;
    readonly dates: Dates;
  },
): MessageBody {
  const { question, verdict, grade, dates } = graded;
  const before = card.memory.reps - 1;
  const { text } = card;
  const back = `<t:${Math.floor(card.memory.due / 1000)}:R>`;
  const answers =
    question === null
      ? [`> ${escapeMarkdown(text.en)}\n> ${escapeMarkdown(text.zh)}`]
      : answerTexts(words, question);
  const texts = [
    ...(verdict === null ? [] : [verdictText(words, verdict)]),
    ...answers,
    `-# ${words.review.comesBack(words.review.grades[grade], back)}`,
  ];
  return messageOf([
    container(texts.map(textDisplay)),
    gradeRow(words, card.id, before, dates, grade),
    row(
      button(reviewButton.write('next'), words.review.next, { primary: true }),
      button(reviewCardButton.write('undo', card.id, before), words.review.undo, { emoji: '↩️' }),
      button(reviewButton.write('stop'), words.review.stop),
    ),
  ]);
}

function gradeRow(words: Words, id: string, asked: number, dates: Dates, chosen: Grade | null) {
  const buttons = GRADES.map((grade) => {
    const label = `${words.review.grades[grade]}${words.common.dot}${dateText(words, dates, grade)}`;
    return button(reviewGradeButton.write(grade, id, asked), label, { primary: grade === chosen });
  });
  return row(...buttons);
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** When a grade would bring the card back: minutes or hours, or from a day on the date. */
function dateText({ review, language }: Words, { at, now, zone }: Dates, grade: Grade): string {
  const wait = at[grade] - now;
  if (wait < HOUR) return review.minutes(Math.max(1, Math.round(wait / MINUTE)));
  if (wait < DAY) return review.hours(Math.round(wait / HOUR));
  const locale = language === 'en' ? 'en-GB' : language;
  return dateFormat(`${locale} ${zone} ${wait > 300 * DAY ? 'year' : ''}`).format(at[grade]);
}

/** By locale, zone and whether the year is shown; a format takes far longer to make than to use. */
const dateFormat = remembering((key) => {
  const [locale, timeZone = 'UTC', year] = key.split(' ');
  const options = { month: 'short', day: 'numeric', timeZone } as const;
  return new Intl.DateTimeFormat(
    locale,
    year === 'year' ? { ...options, year: 'numeric' } : options,
  );
}, 100);

/** What is said when no card is asked: enough for now, or nothing is due. */
export function renderNoCard(
  words: Words,
  { text, next }: { readonly text: string; readonly next: number | null },
): MessageBody {
  const when = next === null ? '' : `<t:${Math.floor(next / 1000)}:R>`;
  const texts = next === null ? [text] : [text, words.review.nextAt(when)];
  return messageOf([container(texts.map(textDisplay))]);
}

const PAGE = 12;

/** A page of a reader's cards (counted from 1), the one that is due first in front. */
export function renderCardList(words: Words, cards: readonly Card[], page: number): MessageBody {
  const pages = Math.max(1, Math.ceil(cards.length / PAGE));
  const at = Math.min(page, pages);
  const lines = cards.slice((at - 1) * PAGE, at * PAGE).map((card) => cardLine(words, card));
  const place = pages > 1 ? `\n-# ${words.common.page(at, pages)}` : '';
  const steps = row(
    button(reviewListButton.write('back', Math.max(1, at - 1)), words.common.previousPage, {
      disabled: at === 1,
    }),
    button(reviewListButton.write('on', Math.min(pages, at + 1)), words.common.nextPage, {
      disabled: at === pages,
    }),
  );
  return messageOf([
    container([
      textDisplay(`## ${words.review.title(cards.length)}${place}`),
      textDisplay(lines.join('\n')),
    ]),
    ...(pages > 1 ? [steps] : []),
  ]);
}

function cardLine(words: Words, { text, memory }: Card): string {
  const when = words.review.dueAt(`<t:${Math.floor(memory.due / 1000)}:R>`);
  const front = escapeMarkdown(shorten(text[text.learning], 60));
  const back = escapeMarkdown(shorten(text.learning === 'zh' ? text.en : text.zh, 60));
  return `**${front}**　${back}\n-# ${when}`;
}

/** A card in one line without markdown: what autocomplete shows. */
export function cardName(words: Words, { text }: Card): string {
  return [text[text.learning], text[text.learning === 'zh' ? 'en' : 'zh']].join(words.common.dot);
}

/** The message that carries the file for Anki. */
export function renderAnki(words: Words): MessageBody {
  return messageOf([
    container([
      textDisplay(words.review.exported),
      { type: ComponentType.File, file: { url: `attachment://${ANKI_FILE}` } },
    ]),
  ]);
}

/** The private message to a reader who wants to know when cards are due. */
export function renderReminder(words: Words, due: number): MessageBody {
  return messageOf([
    container([
      textDisplay(`**${words.review.reminder(due)}**`),
      textDisplay(`-# ${words.review.reminderHint}`),
    ]),
    row(button(reviewButton.write('now'), words.review.start, { primary: true })),
  ]);
}
