import type { APIButtonComponentWithCustomId } from 'discord-api-types/v10';
import type { TextPair } from '../article/article.ts';
import type { BlankedText, Hint, Prompt, Question, Verdict } from '../quiz/question.ts';
import type { Words } from '../words/index.ts';
import { escapeMarkdown } from './escape.ts';
import { button, row } from './message.ts';

/** Choices up to so many characters stand on the buttons themselves; a phone shows no more. */
const ON_BUTTON = 24;
const BLANK = '＿＿＿';
const LETTERS = ['A', 'B', 'C', 'D'];

/** What is asked: the task, what it is asked of, and the choices where they do not fit on buttons. */
export function questionTexts(words: Words, question: Question): string[] {
  const { prompt, choices } = question;
  const texts = [`**${taskOf(words, prompt)}**`, ...materialOf(words, prompt)];
  if (choices === null || onButtons(question)) return texts;
  return [
    ...texts,
    choiceTexts(question)
      .map((text, at) => `**${LETTERS[at]}**　${text}`)
      .join('\n'),
  ];
}

/** The buttons to answer with: one a choice, or the one that opens a field. */
export function answerRow(
  words: Words,
  question: Question,
  ids: { readonly choice: (place: number) => string; readonly type: string },
) {
  const short = onButtons(question);
  if (question.choices === null) {
    return row(button(ids.type, words.question.type, { emoji: '✍️', primary: true }));
  }
  const buttons = question.choices.texts.map((text, at): APIButtonComponentWithCustomId => {
    const letter = LETTERS[at] ?? '';
    const named = isOrder(question) ? text : `${letter}　${withZhuyin(question, at, text)}`;
    return button(ids.choice(at), short ? named : letter);
  });
  return row(...buttons);
}

/** The right answer with its sentence pairs. */
export function answerTexts(words: Words, question: Question): string[] {
  const pairs = pairsText(question.pairs);
  return [answerLine(words, question), ...(pairs === '' ? [] : [pairs])];
}

/** What is to be learnt from a question that is no longer shown: no letter, since its choices are gone. */
export function lessonTexts(words: Words, question: Question): string[] {
  if (question.word === null) return [pairsText(question.pairs)];
  return answerTexts(words, { ...question, choices: null });
}

/** Sentence pairs as a quotation, English first. */
export function pairsText(pairs: readonly TextPair[]): string {
  return pairs
    .map(({ en, zh }) => `> ${escapeMarkdown(en)}\n> ${escapeMarkdown(zh)}`)
    .join('\n> \n');
}

/** How an answer was judged: right or not, and why it counts although it is not letter for letter. */
export function verdictText(words: Words, verdict: Verdict): string {
  const notes = notesText(words, verdict);
  const gap = words.language === 'en' && notes !== '' ? ' ' : '';
  const said = verdict.result === 'wrong' ? words.question.wrong : words.question.right;
  return `${verdict.result === 'wrong' ? '❌' : '✅'} **${said}**${gap}${notes}`;
}

/** Why an answer counts although it is not letter for letter the right one; empty for no reason. */
export function notesText({ question, language }: Words, { notes }: Verdict): string {
  return notes.map((note) => question.notes[note]).join(language === 'en' ? ' ' : '');
}

/** The task in one line, without markdown: what a modal shows over its field. */
export function plainTask(words: Words, { prompt }: Question): string {
  return taskOf(words, prompt, (text) => text);
}

function taskOf(words: Words, prompt: Prompt, show = escapeMarkdown): string {
  const { question } = words;
  switch (prompt.task) {
    case 'match':
      return question.match[prompt.language];
    case 'cloze':
      return question.cloze[prompt.language];
    case 'order':
      return question.order;
    case 'meaning': {
      const word = question.quoted(show(prompt.word));
      return prompt.sentence === null ? question.meaning(word) : question.meaningHere(word);
    }
    case 'word':
      return question.word[prompt.language](question.quoted(show(prompt.meaning)));
    case 'reading':
      return question.reading(question.quoted(show(prompt.word)));
    case 'recall':
      return question.recall[prompt.language](question.quoted(show(prompt.meaning)));
  }
}

function materialOf(words: Words, prompt: Prompt): string[] {
  switch (prompt.task) {
    case 'match':
      return [quote(prompt.text)];
    case 'cloze':
    case 'recall': {
      const translated = prompt.translation === '' ? '' : `\n${quote(prompt.translation)}`;
      const texts = `> ${blanked(prompt.sentence)}${translated}`;
      if (prompt.hint === null) return [texts];
      return [texts, `-# ${hintOf(words, prompt.language, prompt.hint)}`];
    }
    case 'order': {
      const parts = prompt.parts.map((part, at) => {
        const letter = String.fromCharCode('A'.charCodeAt(0) + at);
        return `**${letter}**　${escapeMarkdown(part)}`;
      });
      return [parts.join('\n'), quote(prompt.translation)];
    }
    default:
      return prompt.sentence === null ? [] : [quote(prompt.sentence)];
  }
}

function quote(text: string): string {
  return `> ${escapeMarkdown(text)}`;
}

function blanked(text: BlankedText): string {
  return text.map((part) => (part === null ? BLANK : escapeMarkdown(part))).join('');
}

function hintOf(
  { question }: Words,
  language: 'en' | 'zh',
  { length, words, first }: Hint,
): string {
  const counted = language === 'zh' ? question.characters(length) : question.letters(length, words);
  return first === null ? counted : question.begins(counted, escapeMarkdown(first));
}

function withZhuyin({ choices }: Question, at: number, text: string): string {
  const zhuyin = choices?.zhuyin?.[at];
  return zhuyin === undefined ? text : `${text}　${zhuyin}`;
}

function onButtons(question: Question): boolean {
  const texts = question.choices?.texts ?? [];
  return texts.every((text, at) => withZhuyin(question, at, text).length <= ON_BUTTON);
}

/** The parts of an order question have letters themselves; its choices need no others. */
function isOrder({ choices }: Question): boolean {
  return choices?.language === 'order';
}

function choiceTexts(question: Question): string[] {
  const texts = question.choices?.texts ?? [];
  return texts.map((text, at) => escapeMarkdown(withZhuyin(question, at, text)));
}

function answerLine(words: Words, question: Question): string {
  const { choices, word, right } = question;
  const letter = choices === null || isOrder(question) ? '' : `${LETTERS[choices.right]}`;
  if (word === null) return `**${words.question.answer(letter === '' ? right : letter)}**`;
  const about = [word.zh, `${word.pinyin}　${word.zhuyin}`, word.gloss]
    .map((part) => escapeMarkdown(part.trim()))
    .filter((part) => part !== '');
  const named = [letter, escapeMarkdown(right)].filter((part) => part !== '').join('　');
  return `**${words.question.answer(named)}**\n-# ${about.join(words.common.dot)}`;
}
