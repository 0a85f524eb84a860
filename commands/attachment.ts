import type { Attachment } from './command.ts';

/** Why an attachment could not be had. */
export type AttachmentProblem = 'foreign-host' | 'too-large' | 'gone' | 'network';

export class AttachmentError extends Error {
  readonly problem: AttachmentProblem;

  constructor(problem: AttachmentProblem, cause?: unknown) {
    super(`the attachment could not be had: ${problem}`, { cause });
    this.problem = problem;
  }
}

/** Gives the bytes of a file that a member attached. Rejects with an AttachmentError. */
export type FetchAttachment = (attachment: Pick<Attachment, 'url' | 'size'>) => Promise<Uint8Array>;
