import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldSpelling } from '../../src/language/english-spelling.ts';
import {
  englishStem,
  englishWordsIn,
  lemmasOf,
  sameWord,
} from '../../src/language/english-words.ts';

/** Form and lemma, written by hand. */
const FORMS =
  'left leave;running run;stopped stop;making make;children child;mice mouse;went go;written write;happier happy;happiest happy;' +
  'studies study;studied study;watches watch;goes go;boxes box;cities city;leaves leaf;knives knife;better good;worse bad;bought buy;' +
  'thought think;lying lie;dying die;tied tie;bigger big;largest large;opened open;visited visit;preferred prefer;beginning begin;' +
  'travelling travel;traveled travel;analyses analysis;phenomena phenomenon;criteria criterion;used use;using use;caused cause;' +
  'changed change;changing change;loved love;living live;moved move;agreed agree;seeing see;played play;enjoying enjoy;tried try;' +
  'carries carry;buses bus;glasses glass;heroes hero;potatoes potato;taxes tax;judges judge;houses house;courses course;horses horse;' +
  'walked walk;talking talk;needed need;looking look;started start;helped help;called call;falling fall;selling sell;missed miss;' +
  'added add;filled fill;planned plan;planning plan;hoped hope;hopping hop;hoping hope;writing write;sitting sit;putting put;' +
  'heavier heavy;simpler simple;wider wide;hottest hot;younger young;handled handle;settled settle;created create;created create;' +
  'increases increase;reached reach;produces produce;forced force;managed manage;raised raise;noticed notice;argued argue;' +
  'continued continue;followed follow;allowed allow;considered consider;happened happen;listened listen;offered offer;' +
  'developed develop;limited limit;edited edit;permitted permit;controlled control;modelled model;focused focus;quizzes quiz';

describe('lemmas', () => {
  it('come first or second for forms written by hand', () => {
    const pairs = FORMS.split(';').map((pair) => pair.split(' '));
    const wrong = pairs.filter(
      ([form = '', lemma = '']) => !lemmasOf(form).slice(0, 2).includes(lemma),
    );
    const second = pairs.filter(([form = '', lemma = '']) => lemmasOf(form)[0] !== lemma);
    process.stdout.write(
      `lemmas: ${pairs.length - wrong.length} of ${pairs.length}, first: ${pairs.length - second.length}; not first: ${second.join(' | ')}\n`,
    );
    expect(wrong).toEqual([]);
  });
});

describe('one word or two', () => {
  it.each([
    'mice mouse',
    'went gone',
    'colour colored',
    'organised organize',
    'dogs dog',
    'realising realized',
    'women woman',
    'Running ran',
    'travelled traveling',
    'centre centers',
  ])('%s are forms of one word', (pair) => {
    const [one = '', other = ''] = pair.split(' ');
    expect(sameWord(one, other)).toBe(true);
  });
  it.each([
    'house horse',
    'new news',
    'hop hope',
    'care car',
    'king kin',
    'universe university',
    'thing think',
    'bus bussed2',
    'summer sum',
  ])('%s are two words', (pair) => {
    const [one = '', other = ''] = pair.split(' ');
    expect(sameWord(one, other)).toBe(false);
  });
});

describe('spelling', () => {
  it.each([
    'colour color',
    'favourite favorite',
    'hour hour',
    'four four',
    'centre center',
    'theatre theater',
    'organise organize',
    'surprise surprise',
    'promise promise',
    'exercise exercise',
    'analyse analyze',
    'traveller traveler',
    'defence defense',
    'grey gray',
    'fibre fiber',
    'noise noise',
    'wise wise',
    'raise raise',
    'rise rise',
    'civilisation civilization',
    'metre meter',
    'otherwise otherwise',
    'precise precise',
    'tour tour',
    'your your',
    'here here',
    'tired tired',
    'advise advise',
  ])('%s', (pair) => {
    const [british = '', american = ''] = pair.split(' ');
    expect(foldSpelling(british)).toBe(american);
  });
  it('is folded once and for all', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z]{1,12}$/),
        (word) => foldSpelling(foldSpelling(word)) === foldSpelling(word),
      ),
    );
  });
});

describe('words and stems', () => {
  it('have a place in the text', () => {
    fc.assert(
      fc.property(fc.string(), (text) =>
        englishWordsIn(text).every(({ text: word, start }) => text.startsWith(word, start)),
      ),
    );
  });
  it('find forms and spellings alike', () => {
    expect(new Set(['colours', 'coloured', 'color', 'Coloring'].map(englishStem)).size).toBe(1);
    expect(
      englishWordsIn("The reader's well-known books, don’t they?").map(({ text }) => text),
    ).toEqual(['The', 'reader', 'well-known', 'books', 'don’t', 'they']);
  });
});
