import { lettersOf, type NumberedSyllable, toneOf } from '../language/pinyin.ts';

/** The syllables of Mandarin by their initials, as CC-CEDICT writes them, rare ones left out. */
const TABLE = `
:a ai an ang ao e ei en er o ou
b:a ai an ang ao ei en eng i ian iao ie in ing o u
p:a ai an ang ao ei en eng i ian iao ie in ing o ou u
m:a ai an ang ao ei en eng i ian iao ie in ing iu o ou u
f:a an ang ei en eng o ou u
d:a ai an ang ao e ei eng i ian iao ie ing iu ong ou u uan ui un uo
t:a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo
n:a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong u u: u:e uan uo
l:a ai an ang ao e ei eng i ia ian iang iao ie in ing iu ong ou u u: u:e uan un uo
g:a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo
k:a ai an ang ao e en eng ong ou u ua uai uan uang ui un uo
h:a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo
j:i ia ian iang iao ie in ing iong iu u uan ue un
q:i ia ian iang iao ie in ing iong iu u uan ue un
x:i ia ian iang iao ie in ing iong iu u uan ue un
zh:a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo
ch:a ai an ang ao e en eng i ong ou u uai uan uang ui un uo
sh:a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo
r:an ang ao e en eng i ong ou u uan ui un uo
z:a ai an ang ao e ei en eng i ong ou u uan ui un uo
c:a ai an ang ao e en eng i ong ou u uan ui un uo
s:a ai an ang ao e en eng i ong ou u uan ui un uo
y:a an ang ao e i in ing o ong ou u uan ue un
w:a ai an ang ei en eng o u`;

const SYLLABLES: ReadonlySet<string> = new Set(
  TABLE.trim()
    .split('\n')
    .flatMap((line) => {
      const [initial = '', finals = ''] = line
        .split(':', 1)
        .concat(line.slice(line.indexOf(':') + 1));
      return finals.split(' ').map((final) => initial + final);
    }),
);

/** Initials and finals that learners take for each other. */
const INITIALS = 'zh z,ch c,sh s,zh j,ch q,sh x,zh ch,j q,q x,n l,r l,b p,d t,g k,f h,z c,c s';
const FINALS =
  'an ang,en eng,in ing,ian iang,uan uang,ou uo,ao ou,e uo,ie ian,ui iu,iu u,u u:,ie u:e,ai ei,ei en,ong eng,i in,a an,iao ao,u ou,o uo';
const ALIKE = {
  initials: neighbours(INITIALS),
  finals: neighbours(FINALS),
};

/** The syllable in the other three full tones. */
export function otherTones(syllable: NumberedSyllable): NumberedSyllable[] {
  const letters = lettersOf(syllable);
  return [1, 2, 3, 4]
    .filter((tone) => tone !== toneOf(syllable))
    .map((tone) => `${letters}${tone}`);
}

/** Syllables that sound nearly like one, in its tone: shi4 → si4, xi4. All exist in Mandarin. */
export function soundAlikes(syllable: NumberedSyllable): NumberedSyllable[] {
  const letters = lettersOf(syllable);
  const [, initial = '', final = ''] =
    /^(zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]?)(.*)$/.exec(letters) ?? [];
  const others = [
    ...(ALIKE.initials.get(initial) ?? []).map((other) => other + final),
    ...(ALIKE.finals.get(final) ?? []).map((other) => initial + other),
  ];
  return [...new Set(others)]
    .filter((other) => SYLLABLES.has(other))
    .map((other) => `${other}${toneOf(syllable)}`);
}

function neighbours(list: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const [one = '', other = ''] of list.split(',').map((pair) => pair.split(' '))) {
    found.set(one, [...(found.get(one) ?? []), other]);
    found.set(other, [...(found.get(other) ?? []), one]);
  }
  return found;
}
