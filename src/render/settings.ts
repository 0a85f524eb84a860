import {
  type APIModalInteractionResponseCallbackData,
  type APIStringSelectComponent,
  ComponentType,
  TextInputStyle,
} from 'discord-api-types/v10';
import { z } from 'zod';
import { OPTIONS, type Preferences } from '../reader/preferences.ts';
import type { Words } from '../words/index.ts';
import { defineCustomId } from './custom-id.ts';
import { type Look, textsFor } from './look.ts';
import {
  button,
  container,
  divider,
  type MessageBody,
  messageOf,
  row,
  textDisplay,
} from './message.ts';

/** Whose settings: the reader's own, or those of the server. */
export const OWNERS = ['reader', 'server'] as const;
export type Owner = (typeof OWNERS)[number];

const SELECTS = ['script', 'aid', 'usage', 'quiz', 'language'] as const;
const BUTTONS = ['first', 'translation'] as const;

/** A select of one setting; what is chosen is the option. */
export const settingSelect = defineCustomId('setting', z.tuple([z.enum(OWNERS), z.enum(SELECTS)]));
/** A button that chooses an option of a setting. */
export const settingButton = defineCustomId(
  'set',
  z.tuple([z.enum(OWNERS), z.enum(BUTTONS), z.string()]),
);
/** The select of a time zone; `other` in it opens the modal. */
export const zoneSelect = defineCustomId('zone', z.tuple([z.enum(OWNERS)]));
/** The modal that asks for a time zone, with one field of the same name. */
export const zoneModal = defineCustomId('other-zone', z.tuple([z.enum(OWNERS)]));
export const ZONE_FIELD = 'zone';
export const OTHER_ZONE = 'other';
/** Takes back everything that was chosen. */
export const resetButton = defineCustomId('standard', z.tuple([z.enum(OWNERS)]));

/** Zones that most readers live in, from west to east; any other can be typed. */
const ZONES = [
  'America/Los_Angeles',
  'America/Denver',
  'America/Chicago',
  'America/New_York',
  'America/Sao_Paulo',
  'Europe/London',
  'Europe/Berlin',
  'Europe/Vienna',
  'Europe/Paris',
  'Europe/Moscow',
  'Africa/Johannesburg',
  'Asia/Kolkata',
  'Asia/Bangkok',
  'Asia/Singapore',
  'Asia/Kuala_Lumpur',
  'Asia/Hong_Kong',
  'Asia/Shanghai',
  'Asia/Taipei',
  'Asia/Tokyo',
  'Asia/Seoul',
  'Australia/Sydney',
  'Pacific/Auckland',
] as const;

/** Shows what every setting does: a script's phrase, a polyphone, and readings that differ by region. */
const SAMPLE = {
  en: 'My friend says this software will be updated on Friday.',
  zh: '我的朋友說，這個軟體星期五會更新。',
};

export interface SettingsView {
  readonly owner: Owner;
  /** What holds now. */
  readonly look: Look;
  /** Whether anything was chosen that could be taken back. */
  readonly chosen: boolean;
}

/** All settings in one message, with a sample of what they do. */
export function renderSettings(words: Words, view: SettingsView): MessageBody {
  const { owner, look } = view;
  const { preferences } = look;
  const { title, intro, serverTitle, serverIntro } = words.settings;
  const heading =
    owner === 'reader' ? `## ${title}\n${intro}` : `## ${serverTitle}\n${serverIntro}`;
  return messageOf([
    container([textDisplay(heading), divider(), textDisplay(sample(words, look))]),
    row(settingPicker(words, owner, preferences, 'script')),
    row(settingPicker(words, owner, preferences, 'aid')),
    ...(preferences.aid === 'none' ? [] : [row(settingPicker(words, owner, preferences, 'usage'))]),
    row(...BUTTONS.flatMap((setting) => settingButtons(words, owner, preferences, setting))),
    row(settingPicker(words, owner, preferences, 'quiz')),
    // A server's members each have a Discord of their own language.
    ...(owner === 'server' ? [] : [row(settingPicker(words, owner, preferences, 'language'))]),
    row(zonePicker(words, owner, preferences)),
    row(
      button(resetButton.write(owner), words.settings.reset, {
        emoji: '↩️',
        disabled: !view.chosen,
      }),
    ),
  ]);
}

function sample(words: Words, look: Look): string {
  const { translation } = look.preferences;
  const texts = textsFor(SAMPLE, 'traditional', look, true);
  const shown = translation === 'shown' ? texts : [texts[0], `-# ${words.settings.waits}`];
  return [`-# ${words.settings.sample}`, ...shown].join('\n');
}

function settingPicker(
  words: Words,
  owner: Owner,
  preferences: Preferences,
  setting: (typeof SELECTS)[number],
): APIStringSelectComponent {
  const labels: Readonly<Record<string, string>> = words.settings[setting];
  return {
    type: ComponentType.StringSelect,
    custom_id: settingSelect.write(owner, setting),
    options: OPTIONS[setting].map((value) => ({
      label: labels[value] ?? value,
      value,
      default: value === preferences[setting],
    })),
  };
}

function settingButtons(
  words: Words,
  owner: Owner,
  preferences: Preferences,
  setting: (typeof BUTTONS)[number],
) {
  const labels: Readonly<Record<string, string>> = words.settings[setting];
  return OPTIONS[setting].map((value) =>
    button(settingButton.write(owner, setting, value), labels[value] ?? value, {
      primary: value === preferences[setting],
    }),
  );
}

function zonePicker(
  words: Words,
  owner: Owner,
  { timeZone }: Preferences,
): APIStringSelectComponent {
  const zones = timeZone === null || isListed(timeZone) ? ZONES : [timeZone, ...ZONES];
  const { placeholder, serverPlaceholder, chosen, other } = words.settings.zone;
  return {
    type: ComponentType.StringSelect,
    custom_id: zoneSelect.write(owner),
    placeholder: owner === 'reader' ? placeholder : serverPlaceholder,
    options: [
      ...zones.map((zone) => ({
        label: zone === timeZone ? chosen(zone) : zone,
        value: zone,
        default: zone === timeZone,
      })),
      { label: other, value: OTHER_ZONE },
    ],
  };
}

function isListed(zone: string): boolean {
  return ZONES.some((listed) => listed === zone);
}

/** Asks for a time zone in words. */
export function renderZoneModal(
  words: Words,
  owner: Owner,
): APIModalInteractionResponseCallbackData {
  const { label, hint } = words.settings.zone;
  return {
    custom_id: zoneModal.write(owner),
    title: label,
    components: [
      {
        type: ComponentType.Label,
        label,
        description: hint,
        component: {
          type: ComponentType.TextInput,
          custom_id: ZONE_FIELD,
          style: TextInputStyle.Short,
          max_length: 60,
          required: true,
        },
      },
    ],
  };
}
