import { ComponentType } from 'discord-api-types/v10';
import { shorten } from '../language/characters.ts';
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
  const shown: string[] = [];
  for (const line of linePairs(whole)) {
    if (fillOf([heading, `${[...shown, line].join('\n')}\n…`, noteOfFile(words)]) > 1) break;
    shown.push(line);
  }
  const lines = readingLines(tokens, aid).map(({ text, reading }) => `${text}\n${reading}\n`);
  return withFile(words, heading, `${shown.join('\n')}\n…`, {
    name: `${aid}.txt`,
    data: Buffer.from(`${lines.join('\n')}\n${plainReading(tokens, aid)}\n`),
  });
}

/** A line together with the reading under it. */
function linePairs(text: string): string[] {
  return text.split(/\n(?!-# )/);
}

/** A message’s text in the other script; what does not fit goes whole into a file. */
export function renderInScript(words: Words, text: string, script: Script): ReadingMessage {
  const heading = `-# ${words.word.nowIn(words.common.scripts[script])}`;
  const whole = escapeMarkdown(text);
  if (fillOf([heading, whole]) <= 1) {
    return { body: messageOf([container([textDisplay(heading), textDisplay(whole)])]) };
  }
  const beside = [heading, noteOfFile(words)];
  // Each mark that is escaped takes a place more, so how much fits is found by trying.
  let length = text.length;
  while (fillOf([...beside, escapeMarkdown(shorten(text, length))]) > 1) {
    length = Math.floor(length * 0.95);
  }
  return withFile(words, heading, escapeMarkdown(shorten(text, length)), {
    name: `${script}.txt`,
    data: Buffer.from(`${text}\n`),
  });
}

function noteOfFile(words: Words): string {
  return `-# ${words.word.wholeInFile}`;
}

/** As much of a text as fits, and all of it in a file. */
function withFile(words: Words, heading: string, shown: string, file: MessageFile): ReadingMessage {
  return {
    body: messageOf([
      container([
        textDisplay(heading),
        textDisplay(shown),
        divider(),
        textDisplay(noteOfFile(words)),
      ]),
      { type: ComponentType.File, file: { url: `attachment://${file.name}` } },
    ]),
    files: [file],
  };
}
