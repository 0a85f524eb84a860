import type { Post } from '../../src/daily/ports.ts';
import type { PostLook } from '../../src/discord/posts.ts';
import { button, container, messageOf, row, textDisplay } from '../../src/render/message.ts';

/** A post reduced to what a delivery needs of it: its name in a button, and which text it holds. */
export function plainLook({ schedule, name, excerpt }: Post): PostLook {
  const numbers = excerpt.paragraphs.map(({ number }) => number).join('.');
  const text = `${name.scheduleId} ${name.day}: ${excerpt.article.id} ${numbers}`;
  const mention = schedule.roleId === null ? [] : [textDisplay(`<@&${schedule.roleId}>`)];
  return {
    title: `${excerpt.article.title.en} ${numbers}`,
    body: messageOf([
      ...mention,
      container([textDisplay(text)]),
      row(button(`post:e:${name.scheduleId}:${name.day}:${numbers}`, 'Hide')),
    ]),
  };
}
