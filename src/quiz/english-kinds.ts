import type { Dictionary } from '../language/dictionary.ts';
import { COMPARABLE } from '../language/english-irregular.ts';
import { englishStem } from '../language/english-words.ts';
import type { Meaning } from './glosses.ts';

type Meanings = Pick<Dictionary, 'mentions' | 'isMeaning'>;

export type WordKind = 'noun' | 'verb' | 'adjective' | 'adverb';

/** The kind of an English meaning; `beside` are the other meanings of the same entry. */
export type KindOf = (meaning: Meaning, beside: readonly Meaning[]) => WordKind;

/** Adjectives that neither a suffix nor an adverb tells. */
const ADJECTIVES = new Set(
  'foreign brown purple pink orange golden right best worst known unknown lost opposite whole ill alone asleep awake alive main other left legal local final formal general total usual natural normal royal rural social equal fatal moral mental oral'.split(
    ' ',
  ),
);
const SUFFIXES = /(?:ous|ful|less|ish|ible|ative|ical|[^eu]ed|(?:north|south|east|west|mod)ern)$/;
/** Nouns from which an adjective in -ly is made: `friendly` does not make `friend` an adjective. */
const NOUNS_WITH_LY = new Set(
  'apple name port person hand sound friend order time world cost mother father brother heaven earth body home year day week month night leisure neighbor neighbour scholar king master state part mass hour love man woman ghost coward beast prince'.split(
    ' ',
  ),
);
/** Adverbs without -ly, and nouns and adjectives with it. */
const ADVERBS = new Set(
  'often soon together perhaps forever abroad overhead halfway ahead wherever minus plus'.split(
    ' ',
  ),
);
const NO_ADVERB = /^(?:family|fly|ally|belly|bully|jelly|lily|monopoly|assembly|supply|reply)$/;

/**
 * Kinds by CC-CEDICT alone: it marks verbs (`to …`); an adjective is a word whose adverb it has too
 * (elegant, elegantly), or that is listed beside one (idle; carefree; unhurried).
 */
export function englishKinds(dictionary: Meanings): KindOf {
  const known = new Map<string, boolean>();
  const isAdjective = (word: string): boolean => {
    const found = known.get(word) ?? (looksAdjective(word) || hasAdverb(word, dictionary));
    known.set(word, found);
    return found;
  };
  return (meaning, beside) => {
    const last = meaning.words.at(-1) ?? '';
    if (meaning.verb) return 'verb';
    if (ADVERBS.has(last)) return 'adverb';
    if (/.ly$/.test(last) && !COMPARABLE.has(last) && !NO_ADVERB.test(last)) return 'adverb';
    if (meaning.words.length === 1 && isAdjective(last)) return 'adjective';
    if (isNoun(last) || NOUNS_WITH_LY.has(last)) return 'noun';
    const others = beside.filter(({ verb, words }) => !verb && words.length === 1);
    const adjectives = others.filter(({ words }) => isAdjective(words[0] ?? ''));
    return adjectives.length * 2 > others.length ? 'adjective' : 'noun';
  };
}

/** Endings of nouns only, whatever stands beside them: success beside `successful`. */
function isNoun(word: string): boolean {
  return /(?:ness|ess|tion|sion|ment|ity|ance|ence|ship|hood|ism|ist|dom|ure)$/.test(word);
}

function looksAdjective(word: string): boolean {
  return COMPARABLE.has(word) || ADJECTIVES.has(word) || SUFFIXES.test(word);
}

/** By stems where the adverb has one of its own (elegantli), else by whole meanings (idly). */
function hasAdverb(word: string, { mentions, isMeaning }: Meanings): boolean {
  if (word.length < 4 || NOUNS_WITH_LY.has(word)) return false;
  const adverb = `${word.replace(/y$/, 'i').replace(/ic$/, 'ical').replace(/le$/, '')}ly`;
  const apart = englishStem(adverb) !== englishStem(word) && !word.endsWith('e');
  return apart ? mentions(adverb) > 0 : isMeaning(adverb);
}
