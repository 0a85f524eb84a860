import { describe, expect, it } from 'vitest';
import { UserError } from '../../../commands/command.ts';
import { dailyQuizLine } from '../../../commands/quiz/daily.ts';
import { quiz } from '../../../commands/quiz.ts';
import { quizMeButton } from '../../../src/render/quiz-daily.ts';
import { wordsFor } from '../../../src/words/index.ts';
import { idsIn, memberAt, type Table, table } from '../table.ts';

const text = (reply: unknown) => JSON.stringify(reply);

describe('“Quiz me” under a daily post', () => {
  const name = { scheduleId: 's1', day: '2026-11-24' };

  function quizMe({ services }: Table): string {
    const article = services.library.first;
    const paragraphs = article.paragraphs.slice(3, 5);
    return quizMeButton(wordsFor('en'), name, { article, paragraphs }).custom_id;
  }

  it('asks each reader the same question about that excerpt, once', async () => {
    const at = await table();
    const [lin, mo] = [memberAt(at), memberAt(at, '1002')];
    const asked = await lin.press(quiz, quizMe(at));
    expect(asked).toMatchObject({ kind: 'message', private: true });
    const choices = idsIn(asked, 'dquiz-a');
    expect(choices).toHaveLength(4);
    expect(idsIn(await mo.press(quiz, quizMe(at)), 'dquiz-a')).toEqual(choices);
    const verdicts = [];
    for (const [index, id] of choices.entries()) {
      verdicts.push(text(await memberAt(at, `20${index}`).press(quiz, id)));
    }
    expect(verdicts.filter((one) => one.includes('Right!'))).toHaveLength(1);
    const [first = ''] = choices;
    await lin.press(quiz, first);
    expect(text(await lin.press(quiz, first))).toContain('have answered the question');
    expect(text(await lin.press(quiz, quizMe(at)))).toContain('have answered the question');
    expect(await at.store.cards.of('203')).toHaveLength(verdicts[3]?.includes('Right!') ? 0 : 1);
  });

  it('tells the next post how it went', async () => {
    const at = await table();
    const words = wordsFor('en');
    expect(await dailyQuizLine(words, name, at.store.scores)).toBeNull();
    for (const [index, id] of idsIn(
      await memberAt(at).press(quiz, quizMe(at)),
      'dquiz-a',
    ).entries()) {
      await memberAt(at, `20${index}`).press(quiz, id);
    }
    expect(await dailyQuizLine(words, name, at.store.scores)).toBe(
      'The last quiz: 4 answered, 1 right',
    );
  });

  it('says when the article is no longer there', async () => {
    const at = await table();
    const gone = quizMe(at).replace(at.services.library.first.id, 'gone');
    await expect(memberAt(at).press(quiz, gone)).rejects.toThrow(UserError);
    const answer = 'dquiz-a:0:s1:2026-11-24:gone:3:0a1b';
    await expect(memberAt(at).press(quiz, answer)).rejects.toThrow(UserError);
  });

  it('takes no answer to another question than the one that it showed', async () => {
    const at = await table();
    const [choice = ''] = idsIn(await memberAt(at).press(quiz, quizMe(at)), 'dquiz-a');
    const other = `${choice.slice(0, -4)}${choice.endsWith('0000') ? '1111' : '0000'}`;
    await expect(memberAt(at).press(quiz, other)).rejects.toThrow(UserError);
    expect(await at.store.scores.tally('daily:s1:2026-11-24')).toMatchObject({ answered: 0 });
  });
});
