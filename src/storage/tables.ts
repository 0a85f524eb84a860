import type { CardRow, ReminderRow } from './cards.ts';
import type { DeliveryRow } from './delivery-row.ts';
import type { DraftRow } from './drafts.ts';
import type { BookmarkRow, DrawnParagraphRow } from './progress.ts';
import type { ReaderRow, ServerSettingsRow } from './readers.ts';
import type { AskedRow, QuestionRow, RoundRow } from './rounds.ts';
import type { ScheduleRow } from './schedules.ts';
import type { AnswerRow } from './scores.ts';
import type { SearchArticleRow } from './search.ts';

import type { ServerArticleRow } from './server-articles.ts';

import type { ServerRow } from './servers.ts';
import type { BegunRow } from './turns.ts';

/** Every table by its name; each port's file tells the columns of its own. */
export interface Tables {
  schedules: ScheduleRow;
  deliveries: DeliveryRow;
  server_articles: ServerArticleRow;
  drafts: DraftRow;
  readers: ReaderRow;
  server_settings: ServerSettingsRow;
  quiz_rounds: RoundRow;
  quiz_questions: QuestionRow;
  quiz_asked: AskedRow;
  quiz_answers: AnswerRow;
  quiz_cards: CardRow;
  quiz_reminders: ReminderRow;
  bookmarks: BookmarkRow;
  drawn_paragraphs: DrawnParagraphRow;
  search_articles: SearchArticleRow;
  servers: ServerRow;
  begun: BegunRow;
}
