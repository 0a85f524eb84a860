import { type APIComponentInContainer, ComponentType } from 'discord-api-types/v10';
import type { Period, Ranked, Score } from '../quiz/score.ts';
import type { Words } from '../words/index.ts';
import { container, type MessageBody, messageOf, textDisplay } from './message.ts';

/** The file of the picture, as the message names it. */
export const PICTURE_FILE = 'accuracy.png';

/** A reader's score, with the picture of their last days below it. */
export function renderScore(words: Words, readerId: string, score: Score): MessageBody {
  const { points, answered, streak, longestStreak } = score;
  const lines = [
    `## <@${readerId}>`,
    `**${words.score.points(rounded(points))}**${words.common.dot}${words.score.accuracy(percentOf(score), answered)}`,
    `🔥 ${words.score.streak(streak)}${words.common.dot}${words.score.longest(longestStreak)}`,
  ];
  return messageOf([container([textDisplay(lines.join('\n')), picture(words, score)])]);
}

function picture(words: Words, score: Pick<Score, 'days'>): APIComponentInContainer {
  const media = { url: `attachment://${PICTURE_FILE}` };
  const items = [{ media, description: pictureText(words, score) }];
  return { type: ComponentType.MediaGallery, items };
}

/** What the picture shows, for those who cannot see it. */
export function pictureText(words: Words, { days }: Pick<Score, 'days'>): string {
  const sum = (of: 'answered' | 'right') => days.reduce((total, day) => total + day[of], 0);
  const all = { answered: sum('answered'), right: sum('right') };
  return words.score.picture(days.length, all.answered, percentOf(all));
}

/** A leaderboard; `streaks` are those of its readers by their ids, `days` what all did, or null for no picture. */
export function renderLeaderboard(
  words: Words,
  { scope, period }: { readonly scope: 'server' | 'channel'; readonly period: Period },
  ranking: readonly Ranked[],
  streaks: ReadonlyMap<string, number>,
  days: Score['days'] | null,
): MessageBody {
  const title = words.score.boardTitle(words.score.scopes[scope], words.score.periods[period]);
  const lines = ranking.map((one, at) => {
    const streak = streaks.get(one.readerId) ?? 0;
    const line = words.score.line(words.score.points(rounded(one.points)), percentOf(one));
    const days = streak > 1 ? [`🔥${streak}`] : [];
    return `${placeMark(at, one)} ${[`<@${one.readerId}>`, line, ...days].join(words.common.dot)}`;
  });
  const list = lines.length === 0 ? words.score.nobody : lines.join('\n');
  const below =
    days === null
      ? []
      : [textDisplay(`-# ${words.score.everybody(days.length)}`), picture(words, { days })];
  return messageOf([container([textDisplay(`## ${title}`), textDisplay(list), ...below])]);
}

function percentOf({ answered, right }: Pick<Score, 'answered' | 'right'>): number {
  return answered === 0 ? 0 : Math.round((100 * right) / answered);
}

function rounded(points: number): number {
  return Math.round(points * 10) / 10;
}

/** The mark of the place at `at` (from 0) of a list, best first: a medal for the first three with points. */
export function placeMark(at: number, { points }: Pick<Ranked, 'points'>): string {
  const medal = ['🥇', '🥈', '🥉'][at];
  return points > 0 && medal !== undefined ? medal : `${at + 1}.`;
}
