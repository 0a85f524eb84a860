import { readable } from '../src/privacy/owned-data.ts';
import { renderNotice } from '../src/render/message.ts';
import {
  EXPORT_FILE,
  privacyButton,
  renderErasing,
  renderExport,
  renderPrivacy,
} from '../src/render/privacy.ts';
import { named } from '../src/words/index.ts';
import { type Command, handle, privateReply, type Request, type Services } from './command.ts';

export const privacy: Command = {
  data: named((words) => words.privacy.privacy),

  run: async (request, services) => privateReply(await overview(request, services)),

  components: [
    handle(privacyButton, async ([step], request, services) => {
      const { userId, words } = request;
      if (step === 'erase') return { kind: 'update', body: renderErasing(words) };
      if (step === 'no') return { kind: 'update', body: await overview(request, services) };
      if (step === 'yes') {
        for (const part of services.personal) await part.forget(userId);
        return { kind: 'update', body: renderNotice(words.privacy.erased) };
      }
      const head = { about: words.privacy.file, userId, exportedAt: new Date(request.now) };
      const parts = await exported(request, services);
      const data = Buffer.from(JSON.stringify({ ...head, parts }, null, 2));
      const file = { name: EXPORT_FILE, data, description: words.privacy.fileShows };
      return { kind: 'message', body: renderExport(words), private: true, files: [file] };
    }),
  ],
};

async function overview(request: Request, services: Services) {
  const parts = Object.values(await exported(request, services));
  return renderPrivacy(
    request.words,
    parts.reduce((sum, { entries }) => sum + entries.length, 0),
  );
}

/** Everything that is kept of who asks, section by section, each with what it is. */
async function exported({ userId, words }: Request, { personal }: Services) {
  const parts = await Promise.all(
    personal.map(async (part) => {
      const entries = await part.exportOf(userId);
      const what = words.privacy.sections[part.section];
      return [part.section, { what, entries: entries.map(readable) }] as const;
    }),
  );
  return Object.fromEntries(parts.filter(([, { entries }]) => entries.length > 0));
}
