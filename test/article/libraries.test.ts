import { describe, expect, it } from 'vitest';
import { Libraries } from '../../src/article/libraries.ts';
import { Library } from '../../src/article/library.ts';
import { searchPhrases } from '../../src/language/search-terms.ts';
import { openStore } from '../../src/storage/store.ts';
import { articleOf, TIDES, WIND } from './fixtures.ts';

const HARBOUR = articleOf([['The ferry leaves.', '渡輪開了。']], {
  id: 'harbour',
  title: { en: 'The Harbour', zh: '港口' },
});
const PUTTING = { by: '7', at: 1 };

const { serverArticles, search } = await openStore({ file: ':memory:' });
const libraries = () =>
  new Libraries(new Library({ articles: [TIDES, WIND], bad: [] }), serverArticles, search);
const idsIn = (library: Library) => library.articles.map(({ id }) => id);

describe('Libraries', () => {
  it('shows a server’s own articles there and nowhere else', async () => {
    const all = libraries();
    expect(await all.put('1', HARBOUR, PUTTING)).toBe(true);
    expect(idsIn(all.for('1'))).toEqual(['harbour', 'tides', 'wind']);
    expect(all.ownArticle('1', 'harbour')).toEqual(HARBOUR);
    expect(all.ownOf('1')).toEqual([HARBOUR]);
    const ferry = { phrases: searchPhrases('ferry'), articleId: null, limit: 9 };
    expect(await search.find({ ...ferry, guildId: '1' })).toHaveLength(1);
    expect(await search.find({ ...ferry, guildId: '2' })).toEqual([]);
    expect(all.ownArticle('1', 'wind')).toBeNull();
    for (const elsewhere of ['2', null]) {
      expect(idsIn(all.for(elsewhere))).toEqual(['tides', 'wind']);
      expect(all.for(elsewhere).byId('harbour')).toBeNull();
      expect(all.for(elsewhere).named('The Harbour')).toBeNull();
    }
    expect(all.ownArticle('2', 'harbour')).toBeNull();
  });

  it('follows what the server changes', async () => {
    const all = libraries();
    await all.put('3', HARBOUR, PUTTING);
    await all.put('3', { ...HARBOUR, title: { en: 'The Port', zh: '港' } }, PUTTING);
    expect(all.for('3').byId('harbour')?.title.en).toBe('The Port');
    expect(await all.remove('3', 'harbour')).toBe(true);
    expect(await all.remove('3', 'harbour')).toBe(false);
    expect(all.for('3')).toBe(all.for(null));
  });

  it('takes over what another process, or a former run, has stored', async () => {
    const one = libraries();
    const other = libraries();
    await one.put('4', HARBOUR, PUTTING);
    await other.refresh();
    expect(other.for('4').byId('harbour')).toEqual(HARBOUR);
    const before = other.for('4');
    await other.refresh();
    expect(other.for('4')).toBe(before);
    await one.remove('4', 'harbour');
    await other.refresh();
    expect(other.for('4').byId('harbour')).toBeNull();
  });

  it('keeps in the index what another process has stored meanwhile', async () => {
    const [one, other] = [libraries(), libraries()];
    await one.put('6', HARBOUR, PUTTING);
    await other.put('6', articleOf([['Rain.', '雨。']], { id: 'rain' }), PUTTING);
    const asked = { guildId: '6', articleId: null, limit: 9 };
    const found = (text: string) => search.find({ phrases: searchPhrases(text), ...asked });
    expect(await found('ferry')).toHaveLength(1);
    expect(await found('rain')).toHaveLength(1);
    expect(idsIn(other.for('6'))).toContain('harbour');
    await one.remove('6', 'harbour');
    expect(await found('rain')).toHaveLength(1);
    expect(idsIn(one.for('6'))).not.toContain('harbour');
  });

  it('lets no server replace an article of the bot', async () => {
    const all = libraries();
    await all.put('5', { ...HARBOUR, id: 'wind' }, PUTTING);
    expect(all.for('5').byId('wind')).toBe(WIND);
  });
});
