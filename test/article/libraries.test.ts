import { describe, expect, it } from 'vitest';
import { Libraries } from '../../src/article/libraries.ts';
import { Library } from '../../src/article/library.ts';
import { articleOf, TIDES, WIND } from './fixtures.ts';

const HARBOUR = articleOf([['The ferry leaves.', '渡輪開了。']], {
  id: 'harbour',
  title: { en: 'The Harbour', zh: '港口' },
});

const libraries = () => new Libraries(new Library({ articles: [TIDES, WIND], bad: [] }));
const idsIn = (library: Library) => library.articles.map(({ id }) => id);

describe('Libraries', () => {
  it('shows a server’s own articles there and nowhere else', () => {
    const all = libraries();
    all.set('1', [HARBOUR]);
    expect(idsIn(all.for('1'))).toEqual(['harbour', 'tides', 'wind']);
    expect(all.for('1').byId('harbour')).toBe(HARBOUR);
    for (const elsewhere of ['2', null]) {
      expect(idsIn(all.for(elsewhere))).toEqual(['tides', 'wind']);
      expect(all.for(elsewhere).byId('harbour')).toBeNull();
      expect(all.for(elsewhere).named('The Harbour')).toBeNull();
    }
  });

  it('follows what the server changes', () => {
    const all = libraries();
    all.set('1', [HARBOUR]);
    const before = all.for('1');
    expect(all.for('1')).toBe(before);
    all.set('1', [{ ...HARBOUR, title: { en: 'The Port', zh: '港' } }]);
    expect(all.for('1').byId('harbour')?.title.en).toBe('The Port');
    all.set('1', []);
    expect(all.for('1')).toBe(all.for(null));
    expect(all.ownOf('1')).toEqual([]);
  });

  it('lets no server replace an article of the bot', () => {
    const all = libraries();
    all.set('1', [{ ...HARBOUR, id: 'wind' }]);
    expect(all.for('1').byId('wind')).toBe(WIND);
  });
});
