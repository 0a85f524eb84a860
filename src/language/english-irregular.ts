/** Irregular verbs: base, past, participle (and further forms). Only forms that no rule makes. */
const VERBS =
  'be am is are was were been being;have has had;do does did done;go goes went gone;say said;get got gotten;' +
  'make made;know knew known;think thought;take took taken;see saw seen;come came;give gave given;find found;' +
  'tell told;become became;leave left;feel felt;bring brought;begin began begun;keep kept;hold held;write wrote written;' +
  'stand stood;hear heard;mean meant;meet met;run ran;pay paid;sit sat;speak spoke spoken;lie lay lain lying;' +
  'lead led;grow grew grown;lose lost;fall fell fallen;send sent;build built;understand understood;draw drew drawn;' +
  'break broke broken;spend spent;rise rose risen;drive drove driven;buy bought;wear wore worn;choose chose chosen;' +
  'seek sought;throw threw thrown;catch caught;deal dealt;win won;fight fought;teach taught;eat ate eaten;sing sang sung;' +
  'sleep slept;sell sold;sink sank sunk;swim swam swum;ring rang rung;drink drank drunk;steal stole stolen;fly flew flown flies;' +
  'forget forgot forgotten;forgive forgave forgiven;freeze froze frozen;hide hid hidden;ride rode ridden;shake shook shaken;' +
  'show shown;shoot shot;shrink shrank shrunk;strike struck stricken;swear swore sworn;sweep swept;swing swung;tear tore torn;' +
  'wake woke woken;weave wove woven;weep wept;bear bore borne born;beat beaten;bend bent;bind bound;bite bit bitten;' +
  'bleed bled;blow blew blown;breed bred;burn burnt;cling clung;creep crept;dig dug;dive dove;dream dreamt;dwell dwelt;' +
  'feed fed;flee fled;fling flung;forbid forbade forbidden;grind ground;hang hung;kneel knelt;lay laid;leap leapt;learn learnt;' +
  'lend lent;light lit;prove proven;shine shone;slide slid;speed sped;spell spelt;spin spun;spring sprang sprung;stick stuck;' +
  'sting stung;stink stank stunk;strive strove striven;swell swollen;arise arose arisen;awake awoke awoken;foresee foresaw foreseen;' +
  'withdraw withdrew withdrawn;withstand withstood;undertake undertook undertaken;overcome overcame;mistake mistook mistaken;' +
  'misunderstand misunderstood;undergo undergoes underwent undergone;undo undoes undid undone;rebuild rebuilt;rewrite rewrote rewritten;' +
  'overtake overtook overtaken;overthrow overthrew overthrown;uphold upheld;sew sewn;sow sown;saw sawn;mow mown;tread trod trodden;' +
  'die dying;tie tying;vie vying;underlie underlay underlain underlying;can could;will would;shall should;may might';

/** Irregular plurals: singular, plural. */
const NOUNS =
  'man men;woman women;child children;foot feet;tooth teeth;goose geese;mouse mice;louse lice;ox oxen;person people;' +
  'leaf leaves;life lives;wife wives;knife knives;half halves;self selves;shelf shelves;thief thieves;wolf wolves;calf calves;' +
  'loaf loaves;elf elves;scarf scarves;hoof hooves;crisis crises;analysis analyses;basis bases;thesis theses;hypothesis hypotheses;' +
  'diagnosis diagnoses;emphasis emphases;oasis oases;axis axes;parenthesis parentheses;synthesis syntheses;phenomenon phenomena;' +
  'criterion criteria;datum data;medium media;bacterium bacteria;curriculum curricula;memorandum memoranda;stimulus stimuli;' +
  'fungus fungi;nucleus nuclei;cactus cacti;alumnus alumni;radius radii;appendix appendices;index indices;matrix matrices;die dice';

/** Irregular comparison: positive, comparative, superlative. */
const ADJECTIVES =
  'good better best;well better best;bad worse worst;ill worse worst;far farther further farthest furthest;little less least;' +
  'many more most;much more most;old elder eldest';

/** Words that look like a form of another and are none. */
export const NOT_A_FORM: ReadonlySet<string> = new Set(
  (
    'news his this gas yes its thus plus series species lens always perhaps besides sometimes towards afterwards christmas ' +
    'thing king ring sing bring spring string wing sting cling fling swing during morning evening nothing something anything ' +
    'everything ceiling pudding red bed need feed seed speed weed reed breed indeed hundred sacred naked wicked shed sled bleed ' +
    'exceed proceed succeed creed greed mathematics physics politics economics athletics ethics headquarters chess glass grass class ' +
    'boss loss cross dress press stress mess less unless across process success access address canvas atlas alas pants trousers ' +
    'scissors whereas christ sterling herring viking darling sibling bling ping'
  ).split(' '),
);

/** Adjectives that compare with -er and -est; -er is far oftener a noun's ending (summer, teacher). */
export const COMPARABLE: ReadonlySet<string> = new Set(
  (
    'able angry big bitter black blue bold brave brief bright broad busy calm cheap clean clear clever close cold cool crazy ' +
    'cruel cute damp dark dear deep dense dirty dry dull early easy empty faint fair fast fat few fierce fine firm fit flat free ' +
    'fresh friendly full funny gentle grand grave great green grim gross happy hard harsh healthy heavy high hot huge humble ' +
    'hungry ill keen kind large late lazy light likely lively lonely long loose loud lovely low lucky mad mean mild narrow near ' +
    'neat new nice noble noisy odd old pale plain pleasant polite poor pretty proud pure quick quiet rare raw ready red rich ripe ' +
    'rough round rude sad safe sane scary severe shallow sharp short shy sick silly simple sincere slight slim slow small smart ' +
    'smooth soft soon sore sour steady steep stiff strange strict strong subtle sunny sure sweet swift tall tame tasty thick thin ' +
    'tight tiny tired tough true ugly vague vast warm weak wealthy weird wet white wide wild wise worthy yellow young'
  ).split(' '),
);

/** Every irregular form with the words it can be a form of. */
export const IRREGULAR: ReadonlyMap<string, readonly string[]> = formsOf(
  `${VERBS};${NOUNS};${ADJECTIVES}`,
);

function formsOf(list: string): ReadonlyMap<string, readonly string[]> {
  const forms = new Map<string, string[]>();
  for (const [lemma = '', ...inflected] of list.split(';').map((line) => line.split(' '))) {
    for (const form of inflected) forms.set(form, [...(forms.get(form) ?? []), lemma]);
  }
  return forms;
}
