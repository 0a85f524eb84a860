import { ComponentType } from 'discord-api-types/v10';
import { plainReading, readingLines } from '../language/reading-lines.ts';
import type { Aid, Token } from '../language/readings.ts';
import type { Script } from '../language/scripts.ts';
import type { Words } from '../words/index.ts';
import { escapeMarkdown } from './escape.ts';
import { linesWithReading } from './look.ts';
import {
  container,
  divider,
  fillOf,
  type MessageBody,
  type MessageFile,
  messageOf,
  textDisplay,
} from './message.ts';

export interface ReadingMessage {
  readonly body: MessageBody;
  readonly files?: readonly MessageFile[];
}

/** A message’s text with its reading line under line; what does not fit goes whole into a file. */
export function renderReading(words: Words, tokens: readonly Token[], aid: Aid): ReadingMessage {
  const heading = `-# ${words.reading.aids[aid]}`;
  const whole = linesWithReading(tokens, aid);
  if (fillOf([heading, whole]) <= 1) {
    return { body: messageOf([container([textDisplay(heading), textDisplay(whole)])]) };
  }
  const note = `-# ${words.word.wholeInFile}`;
  const shown: string[] = [];
  for (const line of linePairs(whole)) {
    if (fillOf([heading, [...shown, line].join('\n'), note]) > 1) break;
    shown.push(line);
  }
  const name = `${aid}.txt`;
  const lines = readingLines(tokens, aid).map(({ text, reading }) => `${text}\n${reading}\n`);
  return {
    body: messageOf([
      container([
        textDisplay(heading),
        textDisplay(`${shown.join('\n')}\n…`),
        divider(),
        textDisplay(note),
      ]),
      { type: ComponentType.File, file: { url: `attachment://${name}` } },
    ]),
    files: [{ name, data: Buffer.from(`${lines.join('\n')}\n${plainReading(tokens, aid)}\n`) }],
  };
}

/** A line together with the reading under it. */
function linePairs(text: string): string[] {
  return text.split(/\n(?!-# )/);
}

/** A message’s text in the other script; it always fits, since Discord’s messages are short. */
export function renderInScript(words: Words, text: string, script: Script): MessageBody {
  const heading = `-# ${words.word.nowIn(words.common.scripts[script])}`;
  return messageOf([container([textDisplay(heading), textDisplay(escapeMarkdown(text))])]);
}
