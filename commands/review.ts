import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { shorten } from '../src/language/characters.ts';
import { fold } from '../src/language/fold.ts';
import { ankiFile } from '../src/quiz/anki.ts';
import type { Card } from '../src/quiz/card.ts';
import type { Preferences } from '../src/reader/preferences.ts';
import { escapeMarkdown } from '../src/render/escape.ts';
import { renderNotice } from '../src/render/message.ts';
import { cardFor } from '../src/render/readers-script.ts';
import {
  ANKI_FILE,
  cardName,
  renderAnki,
  renderCardList,
  reviewListButton,
} from '../src/render/review.ts';
import { choice, named } from '../src/words/index.ts';
import {
  type Command,
  type CommandRequest,
  type CompletionRequest,
  handle,
  privateReply,
  type Reply,
  type Services,
  UserError,
  updateOrCopy,
} from './command.ts';
import { soonOrLater } from './in-time.ts';
import { askNext, REVIEW_BUTTONS, typedCard } from './review-card.ts';

/** So much of what was typed for a card is said back. */
const SHOWN = 60;

const { Subcommand, String: Text } = ApplicationCommandOptionType;

export const review: Command = {
  data: {
    ...named((words) => words.review.review),
    options: [
      { type: Subcommand, ...named((words) => words.review.due) },
      { type: Subcommand, ...named((words) => words.review.list) },
      {
        type: Subcommand,
        ...named((words) => words.review.remove),
        options: [
          {
            type: Text,
            ...named((words) => words.review.card),
            required: true,
            autocomplete: true,
          },
        ],
      },
      { type: Subcommand, ...named((words) => words.review.export) },
      {
        type: Subcommand,
        ...named((words) => words.review.remind),
        options: [
          {
            type: Text,
            ...named((words) => words.review.state),
            required: true,
            choices: (['on', 'off'] as const).map((state) =>
              choice(state, (words) => words.review.states[state]),
            ),
          },
        ],
      },
    ],
  },

  run(request, services) {
    if (request.subcommand === 'list') return list(request, services);
    if (request.subcommand === 'remove') return remove(request, services);
    if (request.subcommand === 'export') return exported(request, services);
    if (request.subcommand === 'remind') return remind(request, services);
    return soonOrLater(() => askNext(request, services, privateReply));
  },

  complete: completeCard,
  components: [
    ...REVIEW_BUTTONS,
    handle(reviewListButton, async ([, page], request, { cards }) =>
      updateOrCopy(
        request,
        renderCardList(
          request.words,
          seenBy(await cards.of(request.userId), request.preferences),
          page,
        ),
      ),
    ),
  ],
  modals: [typedCard],
};

async function list(
  { userId, words, preferences }: CommandRequest,
  { cards }: Services,
): Promise<Reply> {
  const all = await cards.of(userId);
  if (all.length === 0) return privateReply(renderNotice(words.review.noCards));
  return privateReply(renderCardList(words, seenBy(all, preferences), 1));
}

async function remove(
  { userId, options, words, preferences }: CommandRequest,
  { cards }: Services,
): Promise<Reply> {
  const typed = options.text('card') ?? '';
  const card = (await cards.of(userId)).find(({ id, text }) =>
    [id, text.zh, text.en].includes(typed),
  );
  if (card === undefined)
    throw new UserError(({ review }) => review.noSuchCard(escapeMarkdown(shorten(typed, SHOWN))));
  await cards.remove(userId, card.id);
  return privateReply(
    renderNotice(words.review.removed(cardName(words, cardFor(card, preferences)))),
  );
}

function seenBy(cards: readonly Card[], preferences: Preferences): Card[] {
  return cards.map((card) => cardFor(card, preferences));
}

async function completeCard({ userId, focused, words }: CompletionRequest, { cards }: Services) {
  const wanted = fold(focused.text.trim());
  const all = await cards.of(userId);
  return all
    .filter((card) => fold(cardName(words, card)).includes(wanted))
    .map((card) => ({ name: cardName(words, card), value: card.id }));
}

async function exported(
  { userId, words, preferences }: CommandRequest,
  { cards }: Services,
): Promise<Reply> {
  const all = await cards.of(userId);
  if (all.length === 0) return privateReply(renderNotice(words.review.noCards));
  const data = Buffer.from(ankiFile(seenBy(all, preferences), preferences.aid));
  const file = { name: ANKI_FILE, data, description: words.review.fileShows };
  return { kind: 'message', body: renderAnki(words), private: true, files: [file] };
}

async function remind(
  { userId, options, words }: CommandRequest,
  { cards }: Services,
): Promise<Reply> {
  const on = options.text('state') === 'on';
  await cards.remind(userId, on ? words.language : null);
  return privateReply(renderNotice(on ? words.review.reminding : words.review.notReminding));
}
