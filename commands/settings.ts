import {
  type Choices,
  chosen,
  preferencesFrom,
  type Setting,
  timeZoneNamed,
} from '../src/reader/preferences.ts';
import type { MessageBody } from '../src/render/message.ts';
import {
  OTHER_ZONE,
  type Owner,
  renderSettings,
  renderZoneModal,
  resetButton,
  settingButton,
  settingSelect,
  ZONE_FIELD,
  zoneModal,
  zoneSelect,
} from '../src/render/settings.ts';
import { named, wordsFor } from '../src/words/index.ts';
import { languageFor } from '../src/words/language.ts';
import {
  type Command,
  handle,
  type ModalRequest,
  privateReply,
  type Reply,
  type Request,
  type Services,
  UserError,
  updateOrCopy,
} from './command.ts';
import { lookOf } from './look.ts';

export const settings: Command = {
  data: named((words) => words.settings.settings),

  async run(request, services) {
    return privateReply(await settingsMessage('reader', request, services));
  },

  components: [
    handle(settingSelect, ([owner, setting], request, services) =>
      choose(owner, setting, request.values[0] ?? '', request, services),
    ),
    handle(settingButton, ([owner, setting, option], request, services) =>
      choose(owner, setting, option, request, services),
    ),
    handle(zoneSelect, ([owner], request, services) => {
      const [zone = ''] = request.values;
      if (zone !== OTHER_ZONE) return chooseZone(owner, zone, request, services);
      return { kind: 'modal', modal: renderZoneModal(request.words, owner) };
    }),
    handle(resetButton, async ([owner], request, services) =>
      changed(owner, {}, request, services),
    ),
  ],

  modals: [
    handle(zoneModal, ([owner], request: ModalRequest, services) =>
      chooseZone(owner, request.fields[ZONE_FIELD] ?? '', request, services),
    ),
  ],
};

/** All settings of the reader or of the server, as they are now. */
export async function settingsMessage(
  owner: Owner,
  request: Request,
  services: Services,
): Promise<MessageBody> {
  const choices = await choicesOf(owner, request, services);
  const preferences =
    owner === 'reader'
      ? await services.readers.preferencesOf(request.userId, request.guildId, request.now)
      : preferencesFrom(choices);
  const { language } = preferences;
  const spoken = language === 'discord' ? languageFor(request.locale) : language;
  const words = owner === 'reader' ? wordsFor(spoken) : request.words;
  const look = await lookOf({ ...request, preferences }, services);
  return renderSettings(words, { owner, look, chosen: Object.keys(choices).length > 0 });
}

async function choose(
  owner: Owner,
  setting: Setting,
  option: string,
  request: Request & { readonly own: boolean },
  services: Services,
): Promise<Reply> {
  const choices = chosen(await choicesOf(owner, request, services), setting, option);
  if (choices === null) throw new UserError((words) => words.common.outdatedButton);
  return changed(owner, choices, request, services);
}

async function chooseZone(
  owner: Owner,
  typed: string,
  request: Request & { readonly own: boolean },
  services: Services,
): Promise<Reply> {
  const timeZone = timeZoneNamed(typed);
  if (timeZone === null) throw new UserError((words) => words.settings.zone.unknown(typed));
  const choices = { ...(await choicesOf(owner, request, services)), timeZone };
  return changed(owner, choices, request, services);
}

/** Keeps what was chosen and shows at once what it does. */
async function changed(
  owner: Owner,
  choices: Choices,
  request: Request & { readonly own: boolean },
  services: Services,
): Promise<Reply> {
  const { readers } = services;
  if (owner === 'reader') await readers.choose(request.userId, choices);
  else await readers.setDefaults(managedServer(request), choices);
  return updateOrCopy(request, await settingsMessage(owner, request, services));
}

function choicesOf(owner: Owner, request: Request, { readers }: Services): Promise<Choices> {
  return owner === 'reader'
    ? readers.choicesOf(request.userId, request.now)
    : readers.defaultsOf(managedServer(request), request.now);
}

/** The server that the member may manage; a UserError where there is none. */
function managedServer({ guildId, managesServer }: Request): string {
  if (guildId === null) throw new UserError((words) => words.settings.notInServer);
  if (!managesServer) throw new UserError((words) => words.settings.notManager);
  return guildId;
}
