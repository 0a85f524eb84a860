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
      const data = Buffer.from(JSON.stringify(await exported(request, services), null, 2));
      const file = { name: EXPORT_FILE, data, description: words.privacy.fileShows };
      return { kind: 'message', body: renderExport(words), private: true, files: [file] };
    }),
  ],
};

async function overview(request: Request, services: Services) {
  const parts = Object.values((await exported(request, services)).data);
  return renderPrivacy(
    request.words,
    parts.reduce((sum, entries) => sum + entries.length, 0),
  );
}

/** Everything that is kept of who asks, section by section. */
async function exported({ userId, now }: Request, { personal }: Services) {
  const parts = await Promise.all(
    personal.map(async (part) => [part.section, await part.exportOf(userId)] as const),
  );
  const data = Object.fromEntries(parts.filter(([, entries]) => entries.length > 0));
  return { userId, exportedAt: new Date(now).toISOString(), data };
}
