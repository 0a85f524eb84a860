import { describe, expect, it } from 'vitest';
import { DELIVERY_STATES, type Delivery, FAILURES, PAUSES } from '../../src/daily/model.ts';
import { fillOf, type MessageBody } from '../../src/render/message.ts';
import { renderScheduleList } from '../../src/render/schedule.ts';
import { renderHistory } from '../../src/render/schedule-history.ts';
import { zoneCity } from '../../src/render/schedule-text.ts';
import { wordsFor } from '../../src/words/index.ts';
import { LANGUAGES } from '../../src/words/language.ts';
import { TIDES } from '../article/fixtures.ts';
import { DAILY, MORNING } from '../daily/fixtures.ts';

const SENT: Delivery = {
  scheduleId: DAILY.id,
  day: '2026-11-24',
  state: 'sent',
  owedAt: MORNING,
  attempts: 1,
  nextAttemptAt: MORNING,
  claimedAt: null,
  doubtSince: null,
  channelId: DAILY.channelId,
  messageId: '900000000000000001',
  sentAt: MORNING + 60_000,
  reason: null,
  articleId: 'tides',
  paragraphs: [1],
};

function textsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [];
  const own = 'content' in value && typeof value.content === 'string' ? [value.content] : [];
  return [...own, ...Object.values(value).flatMap(textsIn)];
}
const textOf = (body: MessageBody) => textsIn(body.components).join('\n');

describe('history', () => {
  const said = (changes: Partial<Delivery>) =>
    textOf(renderHistory(wordsFor('en'), DAILY, [{ ...SENT, ...changes }]));
  const owed = `<t:${MORNING / 1000}:f>`;

  it('tells when a post was owed and sent, and leads to it', () => {
    const link = `https://discord.com/channels/${DAILY.guildId}/${DAILY.channelId}/${SENT.messageId}`;
    expect(said({})).toContain(`- ${owed}: sent <t:${MORNING / 1000 + 60}:f>, ${link}`);
    expect(said({ reason: 'thread' })).toContain('without its thread');
    expect(said({ day: '2026-11-24+1' })).toContain(`${owed} (by \`/daily now\`): sent`);
  });

  it('says why one was not sent, or when it is tried again', () => {
    const failed = { channelId: null, messageId: null, sentAt: null };
    expect(said({ ...failed, state: 'missed', reason: 'down' })).toContain('not sent, I was not');
    expect(said({ ...failed, state: 'owed' })).toContain(`${owed}: on its way`);
    const retried = { ...failed, state: 'owed', reason: 'server-error' } as const;
    expect(said({ ...retried, nextAttemptAt: MORNING + 120_000 })).toContain(
      `not sent yet, Discord had a fault; the next attempt <t:${MORNING / 1000 + 120}:R>`,
    );
  });

  it.each(LANGUAGES)('has words for every state and reason, and fits: %s', (language) => {
    const words = wordsFor(language);
    for (const state of DELIVERY_STATES) {
      for (const reason of FAILURES) {
        const all = Array.from({ length: 20 }, () => ({ ...SENT, state, reason }));
        const texts = textsIn(renderHistory(words, DAILY, all).components);
        expect(fillOf(texts)).toBeLessThanOrEqual(1);
        expect(texts.join()).not.toContain('undefined');
      }
    }
    expect(textOf(renderHistory(words, { ...DAILY, next: null }, []))).toContain(
      words.schedule.nothingNext,
    );
  });
});

describe('the list of schedules', () => {
  it.each(LANGUAGES)('fits with everything chosen, and says why one rests: %s', (language) => {
    const words = wordsFor(language);
    for (const reason of PAUSES) {
      const schedule = {
        ...DAILY,
        days: [1, 2, 4, 5, 6, 7] as const,
        zone: 'America/Argentina/ComodRivadavia',
        thread: true,
        roleId: '400000000000000001',
        paused: { reason, since: MORNING },
      };
      const title = { en: 'Tides '.repeat(40), zh: '潮汐'.repeat(90) };
      const view = { schedule, article: { ...TIDES, title }, next: [], now: MORNING };
      const body = renderScheduleList(
        words,
        Array.from({ length: 25 }, () => view),
        2,
      );
      expect(fillOf(textsIn(body.components))).toBeLessThanOrEqual(1);
      const why =
        reason === 'by-hand' ? words.schedule.pausedByHand : words.schedule.reasons[reason];
      expect(textOf(body)).toContain(why);
    }
    expect(zoneCity(words, 'America/Porto_Acre')).toBe('Porto Acre');
  });
});
