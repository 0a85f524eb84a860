import { openEvidence } from './evidence.ts';
import { finishDraft } from './finish-draft.ts';
import { makeDraft } from './make-draft.ts';
import { readFileText } from './read/read.ts';
import { RefusedFile } from './read/refused.ts';
import type { Job, Outcome } from './workshop.ts';

/** Does one job of a Workshop: reads and aligns, or makes an article. */
export async function work({
  task,
  folders,
}: {
  task: Job;
  folders: readonly string[];
}): Promise<Outcome> {
  try {
    const texts = [];
    // What cannot be read is refused before the dictionary is opened.
    for (const file of task.kind === 'make' ? task.files : []) {
      texts.push({ ...(await readFileText(file)), name: file.name });
    }
    const evidence = await openEvidence(...folders);
    try {
      return task.kind === 'make'
        ? { kind: 'made', made: makeDraft(texts, evidence) }
        : { kind: 'finished', article: finishDraft(task, evidence) };
    } finally {
      evidence.close();
    }
  } catch (error) {
    if (!(error instanceof RefusedFile)) throw error;
    return { kind: 'refused', refusal: error.refusal, file: error.file };
  }
}
