import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import { z } from 'zod';
import type { Words } from '../words/index.ts';
import { defineCustomId } from './custom-id.ts';
import {
  button,
  COLOUR,
  container,
  divider,
  type MessageBody,
  messageOf,
  row,
  textDisplay,
} from './message.ts';

/** The steps of `/privacy`; `erase` asks, `yes` deletes, `no` goes back. */
export const privacyButton = defineCustomId(
  'privacy',
  z.tuple([z.enum(['export', 'erase', 'yes', 'no'])]),
);

/** The file of the export, and its name in the message. */
export const EXPORT_FILE = 'duidu.json';

/** What is kept of a reader, in plain words; `entries` is how much of it there is now. */
export function renderPrivacy(words: Words, entries: number): MessageBody {
  const { privacy } = words;
  const kept = privacy.kept.map((one) => `- ${one}`).join('\n');
  return messageOf([
    container([
      textDisplay(`## ${privacy.title}\n${privacy.keptIntro}\n${kept}`),
      textDisplay(`${privacy.never}\n**${privacy.now(entries)}**`),
      divider(),
      textDisplay(`-# ${privacy.hint}`),
    ]),
    row(
      button(privacyButton.write('export'), privacy.export, {
        emoji: '📦',
        disabled: entries === 0,
      }),
      button(privacyButton.write('erase'), privacy.erase, { emoji: '🗑️', disabled: entries === 0 }),
    ),
  ]);
}

export function renderErasing({ privacy }: Words): MessageBody {
  const yes = button(privacyButton.write('yes'), privacy.yes);
  return messageOf([
    container([textDisplay(privacy.sure)], COLOUR.notice),
    row({ ...yes, style: ButtonStyle.Danger }, button(privacyButton.write('no'), privacy.no)),
  ]);
}

/** The message that carries the export. */
export function renderExport({ privacy }: Words): MessageBody {
  return messageOf([
    container([
      textDisplay(privacy.exported),
      { type: ComponentType.File, file: { url: `attachment://${EXPORT_FILE}` } },
    ]),
  ]);
}
