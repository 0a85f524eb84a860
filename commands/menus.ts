import { shorten } from '../src/language/characters.ts';
import { hasHan } from '../src/language/han.ts';
import { inScript, scriptOf, writtenText } from '../src/language/scripts.ts';
import { chineseVocabulary } from '../src/language/vocabulary.ts';
import { scriptShown, usageFor } from '../src/render/look.ts';
import { renderInScript, renderReading } from '../src/render/reading.ts';
import { renderLooseWords } from '../src/render/vocabulary.ts';
import { menuName } from '../src/words/index.ts';
import { type MenuRequest, type MessageMenu, UserError } from './command.ts';
import { atDesk, listChinese } from './look-up.ts';

/** As long as a message can be: a member may write 2,000 characters, with Nitro 4,000, as a bot may. */
const MAX_TEXT = 4_000;

/** The message in pinyin or zhuyin, as the reader likes it; pinyin for who chose neither. */
export const readingMenu: MessageMenu = {
  data: menuName((words) => words.word.readingMenu),
  run: (request, services) => {
    const text = chineseTextOf(request);
    const { preferences, words } = request;
    const aid = preferences.aid === 'none' ? 'pinyin' : preferences.aid;
    const script = scriptOf(text) ?? scriptShown(preferences, 'traditional');
    return atDesk(request, services, ({ aids }) => {
      const tokens = aids.readings(text, usageFor(preferences, script));
      return renderReading(words, tokens, aid);
    });
  },
};

/** The words of the message with what they mean. */
export const wordsMenu: MessageMenu = {
  data: menuName((words) => words.word.wordsMenu),
  run: (request, services) => {
    const text = chineseTextOf(request);
    return atDesk(request, services, (desk) => {
      const listing = listChinese(chineseVocabulary(text, desk.aids.dictionary), desk);
      const { words } = request;
      return { body: renderLooseWords(words, words.word.titleOfMessage, listing) };
    });
  },
};

/** The message in the other script, with the words of its region. */
export const scriptMenu: MessageMenu = {
  data: menuName((words) => words.word.scriptMenu),
  run: (request) => {
    const text = chineseTextOf(request);
    const written = writtenText(text);
    const target = written.script === 'simplified' ? 'traditional' : 'simplified';
    const converted = inScript(written, target);
    if (converted.text === text) throw new UserError((words) => words.word.sameInBoth);
    return {
      kind: 'message',
      private: true,
      ...renderInScript(request.words, converted.text, target),
    };
  },
};

function chineseTextOf({ message }: MenuRequest): string {
  if (!hasHan(message.text)) throw new UserError((words) => words.word.noChinese);
  return shorten(message.text, MAX_TEXT);
}
